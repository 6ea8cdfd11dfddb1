/** What the own question tells of the decision, and what can be done about it. */
import { expect } from 'chai';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const DECISION = {
  kind: 'decide',
  verdict: 'refused',
  reason: 'Er is geen plek in deze gemeente.',
  effectiveOn: '2027-02-01',
  alternative: 'Begeleiding in de buurgemeente.',
} as const;

describe('the own question, by follow code (P7 P10 P16 P17 P20 O8)', () => {
  it('shows a refusal with its reason, what can be done instead, and every way outside (O7 P22)', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer(DECISION);
    const told = await talk.says(code);
    expect(told)
      .to.match(/besloten: nee/)
      .and.include('Er is geen plek in deze gemeente.')
      .and.match(/Dit kan wel:\s+Begeleiding in de buurgemeente\./);
    expect(await talk.says('Ik ben het er niet mee eens', 'Kijken waar ik nog meer naartoe kan')).to.match(
      /vraag blijft staan[\s\S]*\[Waar kan ik nog meer naartoe\?\]/,
    );
  });

  it('takes a complaint point by point, with the day of the answer', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer(DECISION);
    expect(
      await talk.says(
        code,
        'Ik ben het er niet mee eens',
        'Een klacht indienen',
        'Niemand belde.\n\nIk werd niet gehoord.',
      ),
    ).to.match(/antwoord, op elk punt apart/);
    expect((await talk.stored()).complaints[0]?.statements.map(({ words }) => words.text)).to.deep.equal([
      'Niemand belde.',
      'Ik werd niet gehoord.',
    ]);
  });

  it('shows who an order went to, by when, and whether it was carried out (O3)', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    const order = { to: 'Wijkteam {{x}}', what: 'Een vaste begeleider.', basis: 'Mandaatbesluit', due: '2026-12-01' };
    await talk.officer({
      kind: 'decide',
      verdict: 'granted',
      reason: 'Dit is hard nodig.',
      effectiveOn: '2026-12-01',
      order,
    });
    expect(await talk.says(code))
      .to.match(/Wijkteam \{ \{x\}\} kreeg een opdracht. Die moet uiterlijk op dinsdag 1 december 2026/)
      .and.include('Dit is nog niet gedaan.');
    const [given] = (await talk.stored()).orders;
    await talk.officer({ kind: 'order-carried-out', orderId: given?.id ?? '', on: '2026-11-23' });
    expect(await talk.says(code)).to.include('Dit is gedaan op maandag 23 november 2026.');
  });

  describe('after being sent to somebody else: helped or sent on? (P17)', () => {
    async function sentElsewhere() {
      const talk = await aParentTalk();
      const code = await talk.files();
      await talk.officer({
        kind: 'decide',
        verdict: 'elsewhere',
        reason: 'Dit is voor het wijkteam.',
        effectiveOn: '2026-11-24',
        to: 'het wijkteam',
      });
      expect(await talk.says(code))
        .to.match(/Dit is voor: het wijkteam/)
        .and.not.match(/weer doorgestuurd\?/);
      talk.world.setTime('2026-12-09T09:00:00.000Z');
      expect(await talk.says(code)).to.match(/Bent u geholpen, of weer doorgestuurd\?/);
      return { talk, code };
    }

    it('keeps a yes and asks no second time', async () => {
      const { talk, code } = await sentElsewhere();
      expect(await talk.says('Ja, ik ben geholpen')).to.match(/Fijn dat het is gelukt/);
      expect((await talk.stored()).helped?.answer).to.have.property('kind', 'helped');
      expect(await talk.says(code)).to.not.match(/Bent u geholpen/);
    });

    it('puts the question back on the desk with a new day when the parent was sent on', async () => {
      const { talk } = await sentElsewhere();
      expect(await talk.says('Nee, ik ben weer doorgestuurd', 'Naar de gemeente.')).to.match(
        /ligt nu weer bij[\s\S]*uiterlijk op \w+ \d+ december 2026/,
      );
      expect((await talk.stored()).state.kind).to.equal('filed');
    });

    it('keeps that it did not help yet, without words', async () => {
      const { talk } = await sentElsewhere();
      expect(await talk.says('Nog niet', 'Overslaan')).to.match(/doorgegeven/);
      expect((await talk.stored()).helped?.answer).to.deep.include({ kind: 'not-yet', words: null });
    });

    it('can be left unanswered', async () => {
      const { talk } = await sentElsewhere();
      expect(await talk.says('Overslaan')).to.match(/nog iets doen/);
    });
  });

  it('ends with the lesson: how it came across, why, and what changes (L1)', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.officer(DECISION);
    const lesson = {
      cameAcross: 'U voelde zich niet gehoord.',
      why: 'Niemand had de regie.',
      changes: 'Elk gezin krijgt één naam.',
    };
    await talk.officer({ kind: 'close', lesson });
    const told = await talk.says(code);
    for (const words of Object.values(lesson)) expect(told).to.include(words);
    expect(await talk.says('Zelf iets voorstellen', 'Een andere oplossing', 'Toch nog iets.')).to.match(
      /kan nu niet meer/,
    );
  });
});
