/** A parent answers what the aanspreekpunt asked: shown back before it is passed on, and nothing that was typed is lost. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const QUESTION = 'Welke organisaties zijn er bij u?';
const SHOWN_BACK = /Dit stuur ik:[\s\S]*Klopt dit\?/;

async function asked(matches = {}) {
  const talk = await aParentTalk({ matches });
  const code = await talk.files();
  await talk.officer({ kind: 'ask-more', question: QUESTION, of: { kind: 'parent' }, due: '2026-11-30' });
  const answer = async () => (await talk.stored()).questions[0]?.answer?.words.text;
  return { ...talk, code, answer };
}

describe('answering what the aanspreekpunt asked', () => {
  it('shows the answer back, says that nothing was sent, and passes it on after a yes', async () => {
    const talk = await asked();
    expect(await talk.says('ik wil reageren', 'Het CJG en de school'))
      .to.match(SHOWN_BACK)
      .and.include('Het CJG en de school')
      .and.include('nog niets verstuurd');
    expect(await talk.answer()).to.equal(undefined);
    expect(await talk.says('ja, dat klopt')).to.match(/doorgegeven/);
    expect(await talk.answer()).to.equal('Het CJG en de school');
  });

  for (const said of ['Reageren', 'reactie', 'ja', 'ok', 'nee', 'ik wil reageren', 'antwoord geven op mijn vraag'])
    it(`takes "${said}" for no answer and asks again`, async () => {
      const talk = await asked();
      expect(await talk.says(talk.code, said))
        .to.include(textOf('antwoord.geen-antwoord'))
        .and.include(QUESTION)
        .and.not.include('Uw vraag heeft nummer');
      expect(await talk.says('Het CJG')).to.match(SHOWN_BACK);
      expect(await talk.answer()).to.equal(undefined);
    });

  it('puts what is typed under it beside it, also a few words and what looks like another subject', async () => {
    const other = 'een regisseur ook';
    const talk = await asked({ [other]: { decided: 'answer', answerId: 'regisseur', ranked: [] } });
    const shown = await talk.says(talk.code, 'Het CJG', 'de school', other);
    expect(shown).to.include(`Het CJG\nde school\n${other}`).and.match(SHOWN_BACK);
    await talk.says('ok');
    expect(await talk.answer()).to.equal(`Het CJG\nde school\n${other}`);
  });

  it('sends nothing after a no, and the question of the aanspreekpunt stays', async () => {
    const talk = await asked();
    expect(await talk.says(talk.code, 'Het CJG', 'nee')).to.match(/nog iets doen/);
    expect(await talk.answer()).to.equal(undefined);
    expect(await talk.says(talk.code)).to.match(/vraagt u:/);
  });

  it('takes another answer in place of the first', async () => {
    const talk = await asked();
    expect(await talk.says(talk.code, 'Het CJG', 'Ik schrijf het opnieuw')).to.include(QUESTION);
    await talk.says('De school', 'ja');
    expect(await talk.answer()).to.equal('De school');
  });

  it('does not lose the answer that is shown back to "ik wil reageren"', async () => {
    const talk = await asked();
    expect(await talk.says(talk.code, 'Het CJG', 'ik wil reageren'))
      .to.match(SHOWN_BACK)
      .and.include('Het CJG');
  });

  it('leaves "reageren" a choice where no answer is typed', async () => {
    const talk = await asked();
    expect(await talk.says(talk.code, 'Overslaan', 'reageren')).to.match(/Typ uw reactie/);
  });

  it('says after danger in an answer that it was not sent yet', async () => {
    const said = 'hij slaat mij';
    const talk = await asked({ [said]: { crisis: true, level: 'crisis', ranked: [] } });
    expect(await talk.says(talk.code, said))
      .to.include(textOf('crisis.woorden-nog-niet-verstuurd'))
      .and.match(SHOWN_BACK);
  });
});
