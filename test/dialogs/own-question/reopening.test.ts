/** A parent says in words that the question is not solved: the state, and the way on for who does not agree. */
import { expect } from 'chai';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const WORDS = [
  'ik wil dat jullie mijn vraag weer oppakken',
  'Mijn vraag is niet opgelost',
  'het helpt niet, de contactpersoon belt nooit',
  'heropen',
  'kan mijn vraag heropend worden?',
];

async function decided(matches = {}) {
  const talk = await aParentTalk({ matches });
  const code = await talk.files();
  await talk.officer({ kind: 'take' });
  await talk.officer({
    kind: 'decide',
    verdict: 'granted',
    reason: 'U krijgt een contactpersoon.',
    effectiveOn: '2026-12-01',
  });
  return { ...talk, code };
}

describe('saying that the own question is not solved', () => {
  for (const said of WORDS) {
    it(`shows how it stands, and how to disagree: "${said}"`, async () => {
      const talk = await decided({ [said]: { decided: 'answer', answerId: 'regisseur', ranked: [] } });
      expect(await talk.says(said))
        .to.include('Uw vraag heeft nummer')
        .and.include('[Ik ben het er niet mee eens]');
      expect(await talk.says('Nee, ik ben klaar', said)).to.include('[Ik ben het er niet mee eens]');
    });

    it(`is about something else when nothing was filed here: "${said}"`, async () => {
      const talk = await aParentTalk();
      expect(await talk.says(said)).to.not.include('volgcode');
    });
  }

  it('leaves "het helpt niet" after another answer to that answer', async () => {
    const asked = 'wat is een regisseur?';
    const talk = await decided({ [asked]: { decided: 'answer', answerId: 'regisseur', ranked: [] } });
    await talk.says(asked);
    expect(await talk.says('het helpt niet')).to.not.include('Uw vraag heeft nummer');
    expect(await talk.says('heropen mijn vraag')).to.include('Uw vraag heeft nummer');
  });

  it('is no reopening while a reaction is typed: it goes along', async () => {
    const talk = await decided();
    expect(await talk.says(talk.code, 'Reageren', 'Mijn vraag is niet opgelost')).to.include(
      'Waar gaat uw reactie over?',
    );
  });
});

describe('who filed a question and asks for a person', () => {
  for (const said of ['ik wil een mens', 'Ik wil een mens spreken'])
    it(`is offered to be called back when nobody is there: "${said}"`, async () => {
      const talk = await aParentTalk();
      await talk.files();
      expect(await talk.says(said))
        .to.include(textOf('samen.nu-niemand.met-vraag'))
        .and.include('[Laat mij terugbellen]');
      expect(await talk.says('Laat mij terugbellen')).to.include('Op welk nummer');
      expect(await talk.says('06-12345678 altijd')).to.match(/Noem nummer L-/);
    });

  it('is offered it in place of an answer that the aanspreekpunt waits for', async () => {
    const talk = await aParentTalk();
    await talk.files();
    await talk.officer({ kind: 'ask-more', question: 'Wie?', of: { kind: 'parent' }, due: '2026-11-30' });
    expect(await talk.says('mens'))
      .to.include('[Laat mij terugbellen]')
      .and.not.include('Typ uw antwoord');
  });

  it('is offered it under the answer about a person too', async () => {
    const said = 'kan ik met een medewerker praten';
    const talk = await aParentTalk({
      matches: { [said]: { decided: 'answer', answerId: 'medewerker-spreken', ranked: [] } },
    });
    await talk.files();
    expect(await talk.says(said)).to.include('[Laat mij terugbellen]');
  });

  it('is not offered it without a question, or after it was taken back', async () => {
    const talk = await aParentTalk();
    expect(await talk.says('mens')).to.not.include('[Laat mij terugbellen]');
    await talk.files();
    await talk.says('ik trek mijn vraag in', 'Ja, intrekken');
    expect(await talk.says('mens')).to.not.include('[Laat mij terugbellen]');
  });
});
