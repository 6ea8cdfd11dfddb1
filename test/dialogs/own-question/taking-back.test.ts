/** Taking the own question back, in words and with a call that was promised. */
import { expect } from 'chai';
import { isStillToCall, trackedPromises } from '../../../cases/index.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aParentTalk } from '../../support/a-parent-talk.ts';

const CONFIRM = /echt intrekken/;
const CALL = ['Laat mij terugbellen', '06-12345678, tussen 9 en 12 uur'] as const;

describe('taking the own question back (P10)', () => {
  for (const said of ['ik wil het intrekken', 'ik wil mijn vraag intrekken', 'ik trek mijn vraag in']) {
    it(`is asked for with the code open: "${said}"`, async () => {
      const talk = await aParentTalk({ matches: { [said]: { crisis: true, level: null, ranked: [] } } });
      const code = await talk.files();
      expect(await talk.says(code, said)).to.match(CONFIRM);
      expect(await talk.says('Ja, intrekken')).to.match(/is ingetrokken/);
      expect((await talk.stored()).comments).to.deep.equal([]);
    });

    it(`needs the code in another chat, and goes on with it: "${said}"`, async () => {
      const talk = await aParentTalk();
      const code = await talk.files();
      const other = talk.chat();
      expect(await other.says(said)).to.include(textOf('volgen.uitleg').slice(0, 30));
      expect(await other.says('0000-0000')).to.match(/ken ik niet/);
      expect(await other.says(code)).to.match(CONFIRM);
      expect(await other.says('Nee, laat mijn vraag staan', code)).to.not.match(CONFIRM);
    });
  }

  it('is asked for where a reaction would be typed, and right after filing', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says('ik zou mijn vraag graag willen intrekken')).to.match(CONFIRM);
    expect(await talk.says('Nee, laat mijn vraag staan', code, 'Reageren', 'ik trek mijn vraag in')).to.match(CONFIRM);
  });

  it('is not what own words say that are being typed', async () => {
    const talk = await aParentTalk();
    await talk.says('leg mijn vraag voor', 'Nee', 'Overslaan', 'Overslaan', 'Overslaan');
    expect(await talk.says('ik wil het intrekken')).to.match(/Dit schreef u:\s+ik wil het intrekken/);
  });

  it('leaves it where it is at a no: with whom it lies, by when, and what can be done, without a list of answers', async () => {
    const talk = await aParentTalk();
    await talk.files();
    const told = await talk.says('trek mijn vraag in', 'Nee, laat mijn vraag staan');
    expect(told)
      .to.match(/ blijft staan\.\nUw vraag ligt bij Olga.*maandag 7 december 2026 krijgt u antwoord\./)
      .and.include(textOf('volgen.en-nu'))
      .and.not.match(CONFIRM)
      .and.not.include(textOf('flow.uw-antwoorden'));
    expect((await talk.stored()).state.kind).to.equal('filed');
  });

  it('tells at a no what became of it since it was asked', async () => {
    const talk = await aParentTalk();
    await talk.files();
    await talk.says('trek mijn vraag in');
    await talk.officer({ kind: 'take' });
    expect(await talk.says('Nee, laat mijn vraag staan')).to.match(/Olga.* is sinds .* met uw vraag bezig/);
  });

  it('does not say that it stays when it was taken back in another chat meanwhile', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    await talk.says('trek mijn vraag in');
    await talk.chat().says(code, 'Mijn vraag intrekken', 'Ja, intrekken');
    expect(await talk.says('Nee, laat mijn vraag staan')).to.match(/^Deze vraag is ingetrokken/);
  });

  it('says what a yes does when that is asked, and asks again', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    for (const asked of ['wat gebeurt er dan?', 'en dan'])
      expect(await talk.says(code, 'Mijn vraag intrekken', asked))
        .to.include(textOf('intrekken.uitleg'))
        .and.match(CONFIRM);
  });

  it('calls the promised call off, at once and behind the code, with one link to a supporter', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code, ...CALL)).to.match(/uiterlijk op/);
    expect(await talk.says(code, 'Mijn vraag intrekken', 'Ja, intrekken')).to.include(textOf('intrekken.niet-gebeld'));
    const told = await talk.says(code);
    expect(told)
      .to.include(textOf('status.bellen.vervalt'))
      .and.not.match(/Wij bellen u uiterlijk/);
    expect(told.match(/Bel Cliëntondersteuning/g)).to.have.length(1);
  });

  it('says nothing of a call when none was promised', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    expect(await talk.says(code, 'Mijn vraag intrekken', 'Ja, intrekken')).to.match(/Er gebeurt niets meer mee\.\n/);
  });

  it('leaves nobody a call to make: not on the desk, not among the promises, not on the day itself', async () => {
    const talk = await aParentTalk();
    const code = await talk.files();
    const [caseId = ''] = await talk.world.register.casesForOfficer('officer-1');
    await talk.says(code, ...CALL, code, 'Mijn vraag intrekken', 'Ja, intrekken');
    const escalation = await talk.stored();
    expect(escalation.callBacks.map((one) => isStillToCall(escalation, one))).to.deep.equal([false]);
    const promises = trackedPromises(await talk.world.stored(caseId), '2026-12-01');
    expect(promises.find(({ kind }) => kind === 'call-back')).to.include({ state: 'dropped' });
    talk.world.setTime('2026-12-01T09:00:00.000Z');
    await talk.world.cases.actOnDueDates(() => Promise.resolve());
    expect((await talk.stored()).callBacks[0]?.missed).to.deep.equal([]);
  });
});
