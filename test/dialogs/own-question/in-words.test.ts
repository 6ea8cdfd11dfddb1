/** What a parent asks about the own question in words: how it stands, what happens now, and what to do without the code. */
import { expect } from 'chai';
import { announce } from '../../../dialogs/index.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';
import { heard } from '../../support/scripted-cases.ts';

const ASKS_CODE = /Typ uw volgcode/;

describe('asking about the own question in words (P7 O8)', () => {
  for (const said of [
    'ik heb een vraag ingediend maar ik hoor niks',
    'wanneer hoor ik iets',
    'wanneer krijg ik antwoord op mijn vraag',
    'hoe staat het met mijn vraag',
    'wat gebeurt er nu met mijn vraag?',
    'en nu?',
  ])
    it(`asks for the code when nothing is known here: "${said}"`, async () => {
      const talk = await aParentTalk();
      expect(await talk.says(said)).to.match(ASKS_CODE);
    });

  it('tells who lost the code what to do, whatever the words resemble, and takes the code after all', async () => {
    for (const said of ['die ben ik kwijt', 'kwijt', 'ja', 'ik heb hem niet meer', 'Ik ben mijn volgcode kwijt']) {
      const talk = await aParentTalk({ matches: { [said]: { crisis: true, level: 'crisis', ranked: [] } } });
      const code = await talk.files();
      const other = talk.chat();
      expect(await other.says('hoe staat het met mijn vraag', said)).to.match(/nummer van uw vraag/);
      expect(await other.says(code)).to.match(/Uw vraag heeft nummer/);
    }
  });

  it('takes "ja" for a lost code only right after the code was asked', async () => {
    const talk = await aParentTalk();
    expect(await talk.says('ja')).to.not.match(/nummer van uw vraag/);
  });

  for (const said of ['en nu?', 'en nu? wat gebeurt er', 'wat gebeurt er nu met mijn vraag?', 'wat gebeurt er dan?'])
    it(`says right after filing with whom it lies, by when, and what the code is for: "${said}"`, async () => {
      const talk = await aParentTalk();
      const code = await talk.files();
      for (const before of [[], [code]])
        expect(await talk.says(...before, said))
          .to.match(/ligt bij Olga Officier\. Uiterlijk op .* krijgt u antwoord/)
          .and.include(textOf('volgen.en-nu'));
    });

  it('leaves "en nu?" after another answer to that answer', async () => {
    const talk = await aParentTalk({
      matches: { 'wat is een regisseur?': { decided: 'answer', answerId: 'regisseur', ranked: [] } },
    });
    await talk.files();
    await talk.says('wat is een regisseur?');
    expect(await talk.says('en nu?')).to.not.include(textOf('volgen.en-nu'));
  });
});

describe('who has the question now', () => {
  it('is named when the promised day passed: in the state, in the step and in the news', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code)).to.match(/ligt bij Olga Officier\./);
    talk.world.setTime('2026-12-08T09:00:00.000Z');
    await talk.world.cases.actOnDueDates(() => Promise.resolve());
    const told = await talk.says(code);
    expect(told).to.match(/ligt bij Otto Officier\./);
    expect(told).to.match(/dag van het antwoord is voorbij.*, van Otto Officier\./);
    const due = await talk.world.cases.dueNotices(50);
    const news = await Promise.all(due.map((one) => talk.world.cases.noticeToDeliver(one)));
    const toParent = news.flatMap((one) =>
      one?.notice.to.kind === 'address' ? heard(announce(one, talk.deps.knowledge)) : [],
    );
    expect(toParent.join('\n')).to.match(/van Otto Officier\./);
  });
});
