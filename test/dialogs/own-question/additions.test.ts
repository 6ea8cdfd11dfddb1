/** What a parent adds to the own question: answers, reactions, proposals and a request to be called. */
import { expect } from 'chai';
import { aParentTalk } from '../../support/a-parent-talk.ts';

describe('the own question, by follow code (P7 P10 P16 P17 P20 O8)', () => {
  it('asks first what the officer wants to know, and takes the answer to the letter', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    const ask = (question: string) =>
      talk.officer({ kind: 'ask-more', question, of: { kind: 'parent' }, due: '2026-11-30' });
    await ask('Sinds wanneer wacht u?');
    await ask('Wie belde u?');
    expect(await talk.says(code)).to.match(
      /Het aanspreekpunt vraagt u:\s+Sinds wanneer wacht u\?\s+Antwoord graag voor maandag 30 november 2026/,
    );
    expect(await talk.says('  Sinds mei. {{x}}', 'Ja')).to.match(/Wie belde u\?/);
    expect(await talk.says('Ik zelf.', 'Ja')).to.match(/doorgegeven/);
    expect((await talk.stored()).questions.map(({ answer }) => answer?.words.text)).to.deep.equal([
      '  Sinds mei. {{x}}',
      'Ik zelf.',
    ]);
    expect(await talk.says(code)).to.not.match(/vraagt u:/);
  });

  it('lets a question of the officer wait: skipped or stopped, the question stays', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'ask-more', question: 'Hoe laat?', of: { kind: 'parent' }, due: '2026-11-30' });
    expect(await talk.says(code, 'Overslaan')).to.match(/nog iets doen/);
    expect(await talk.says(code, 'stop')).to.match(/blijft staan/);
    expect((await talk.stored()).questions[0]?.answer).to.equal(null);
  });

  it('asks whether a new summary is right, and keeps both a yes and a no', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'summarise', text: 'Het gezin vraagt om één regisseur.' });
    expect(await talk.says(code)).to.match(
      /Olga Officier vat uw vraag zo samen:\s+Het gezin vraagt om één regisseur\./,
    );
    expect(await talk.says('Nee, dat klopt niet', 'Wij vragen om twee dingen.')).to.match(/doorgegeven/);
    expect((await talk.stored()).reading?.answer).to.have.nested.property('words.text', 'Wij vragen om twee dingen.');
    await talk.officer({ kind: 'summarise', text: 'Het gezin vraagt om twee dingen.' });
    await talk.says(code, 'Ja, dat klopt');
    expect((await talk.stored()).reading?.answer).to.have.property('kind', 'confirmed');
    expect(await talk.says(code)).to.match(/dat dit klopt/);
  });

  for (const [about, expected] of [
    ['Over het laatste nieuws', 'step'],
    ['Over de samenvatting', 'summary'],
    ['Over wat ik zelf schreef', 'own-words'],
    ['Overslaan', 'step'],
  ] as const)
    it(`takes a reaction: "${about}"`, async () => {
      const talk = await aParentTalk();
      const code = await talk.files();
      await talk.officer({ kind: 'take' });
      expect(await talk.says(code, 'Reageren', 'Ik ben er blij mee.', about)).to.match(/doorgegeven/);
      const { comments, steps } = await talk.stored();
      const taken = steps.find(({ kind }) => kind === 'taken');
      expect(comments[0]).to.have.property('about', expected === 'step' ? taken?.id : expected);
      expect(comments[0]).to.have.nested.property('words.text', 'Ik ben er blij mee.');
    });

  it('takes a reaction to any step by its number, and asks again when there is no such number', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer({ kind: 'take' });
    await talk.officer({ kind: 'hand-over', to: 'officer-2', reason: 'Ik ga met vakantie.' });
    const told = await talk.says(code);
    const number = /(\d)\. [^\n]*pakte uw vraag op/.exec(told)?.[1] ?? '';
    expect(await talk.says('Reageren', 'Hierover.', 'Over een andere stap', '99')).to.match(/niet in de lijst/);
    await talk.says(`stap ${number}`);
    const { comments, steps } = await talk.stored();
    expect(comments[0]?.about).to.equal(steps.find(({ kind }) => kind === 'taken')?.id);
  });

  it('takes a proposal and a promise to call with a time, and says by which day', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code, 'Zelf iets voorstellen', 'Een andere oplossing', 'Een andere school.')).to.match(
      /moet er antwoord op krijgen/,
    );
    expect((await talk.stored()).proposals[0]).to.deep.include({ subject: 'other' });
    expect(await talk.says(code, 'Laat mij terugbellen', '06-12345678, tussen 9 en 12 uur')).to.match(
      /uiterlijk op dinsdag 24 november 2026/,
    );
    expect((await talk.stored()).callBacks[0]?.reach).to.equal('06-12345678, tussen 9 en 12 uur');
    expect(await talk.says(code)).to.match(/Wij bellen u uiterlijk op dinsdag 24 november 2026/);
  });

  it('skips what was begun and goes back to the choices', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    for (const begun of [['Reageren'], ['Laat mij terugbellen'], ['Zelf iets voorstellen', 'Overslaan']]) {
      await talk.says(code, ...begun);
      expect(await talk.says('Overslaan'), begun.join()).to.match(/nog iets doen/);
    }
  });
});
