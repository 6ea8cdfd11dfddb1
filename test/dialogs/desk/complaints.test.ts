/** The answer to a complaint: to the complaint that was on the form, with the facts that were meant. */
import { expect } from 'chai';
import type { Complaint } from '../../../cases/index.ts';
import { aFact } from '../../support/a-history.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { lesson } from '../../support/a-desk-decision.ts';
import { aDeskTalk } from '../../support/a-desk-talk.ts';
import { officer1 } from '../../support/case-world.ts';
import { dataIn } from '../../support/card-walk.ts';

const complaint = (id: string, text: string): Complaint => ({
  id,
  at: '2026-11-22T09:00:00.000Z',
  by: { kind: 'parent' },
  due: '2027-01-03',
  nextDue: '2027-01-03',
  owner: officer1.id,
  missed: [],
  statements: [{ id: `s-${id}`, words: { text, sha256: 'h', writtenAt: '2026-11-22T09:00:00.000Z' }, answer: null }],
  answered: null,
});
const A = complaint('A', 'Niemand belde terug.');
const B = complaint('B', 'Mijn dochter is geslagen op de groep.');

const facts = Array.from({ length: 12 }, (_, at) =>
  aFact({ id: `f-${at + 1}`, seq: at + 1, date: '2026-10-01', signals: [], note: `Feit ${at + 1}` }),
);
const answer = { 'finding-0': 'unfounded', 'answer-0': 'Wij belden wel terug, zie feit 1.', 'facts-0': '1' };

async function aDeskWith(complaints: readonly Complaint[]) {
  const desk = await aDeskTalk({ escalation: { complaints }, family: { facts } });
  await desk.submit('take', {});
  const opens = async () => {
    await desk.submit('form-complaint', {});
    return dataIn(desk.newest()).find((data) => typeof data === 'object' && data !== null && 'form' in data) ?? {};
  };
  const sends = (form: object, fields: object = {}) =>
    desk.submit('do-complaint', { ...form, ...lesson, ...answer, ...fields });
  return { desk, opens, sends, complaints: async () => (await desk.escalation()).complaints };
}

describe('the answer to a complaint', () => {
  it('is never kept as the answer to another one, and what was typed stays on the screen with nothing to send it', async () => {
    const { desk, opens, sends, complaints } = await aDeskWith([A, B]);
    const [one, two] = [await opens(), await opens()];
    await sends(one);
    const told = await sends(two, { 'answer-0': 'Zij sliep bij oma, zie feit 2.' });
    expect(told).to.include(textOf('bureau.voorbij.complaint')).and.include('Niemand belde terug.');
    const card = JSON.stringify(desk.newest());
    expect(card).to.include('"value":"Zij sliep bij oma, zie feit 2."').and.include(lesson.cameAcross);
    expect(card).to.not.include('do-complaint');
    const [first, second] = await complaints();
    expect(first?.statements[0]?.answer?.reason).to.equal(answer['answer-0']);
    expect(second).to.deep.equal(B);
  });

  it('keeps what was typed on the screen too when it is the last one and there is a fault in it', async () => {
    const { desk, opens, sends } = await aDeskWith([A]);
    const [one, two] = [await opens(), await opens()];
    await sends(one);
    expect(await sends(two, { 'answer-0': 'kort' })).to.include(textOf('bureau.voorbij.complaint'));
    expect(JSON.stringify(desk.newest())).to.include('"value":"kort"');
  });

  it('is kept once, however often it is pressed, also when the next complaint waits and the facts moved', async () => {
    const { desk, opens, sends, complaints } = await aDeskWith([A, B]);
    const form = await opens();
    expect(await sends(form)).to.include(textOf('bureau.klaar.complaint'));
    const stored = await desk.stored();
    const older = aFact({ id: 'f-older', seq: 13, date: '2026-01-01', note: 'Later opgeschreven' });
    await desk.world.register.commit({ ...stored, version: stored.version + 1, facts: [...stored.facts, older] });
    expect(await sends(form)).to.include(textOf('bureau.klaar.complaint'));
    expect((await complaints())[1]).to.deep.equal(B);
  });

  it('is asked again, with what was typed, from a form that was open before an update', async () => {
    const { desk, opens, sends, complaints } = await aDeskWith([A, B]);
    const { cardRef, form }: { cardRef?: string; form?: string } = await opens();
    expect(await sends({ cardRef, form })).to.include(textOf('bureau.fout.complaint'));
    expect(JSON.stringify(desk.newest())).to.include(`"value":"${answer['answer-0']}"`);
    expect(await complaints()).to.deep.equal([A, B]);
  });

  it('is asked again when another fact has the number that was typed', async () => {
    const { desk, opens, sends, complaints } = await aDeskWith([A]);
    const form = await opens();
    const stored = await desk.stored();
    const older = aFact({ id: 'f-older', seq: 13, date: '2026-01-01', note: 'Later opgeschreven' });
    await desk.world.register.commit({ ...stored, version: stored.version + 1, facts: [...facts, older] });
    expect(await sends(form, { 'facts-0': '5' })).to.include(textOf('bureau.fout.listed'));
    expect(await complaints()).to.deep.equal([A]);
    const again = dataIn(desk.newest()).find((data) => typeof data === 'object' && data !== null && 'form' in data);
    await sends(again ?? {}, { 'facts-0': '6' });
    expect((await complaints())[0]?.statements[0]?.answer?.facts.map(({ ref }) => ref)).to.deep.equal(['f-5']);
  });

  it('is kept when facts came behind those on the form', async () => {
    const { desk, opens, sends, complaints } = await aDeskWith([A]);
    const form = await opens();
    await desk.fills('summarise', { text: 'De ouder wil gebeld worden.' });
    await sends(form, { 'facts-0': '5, 12 en 3' });
    const kept = (await complaints())[0]?.statements[0]?.answer?.facts.map(({ ref }) => ref);
    expect(kept).to.deep.equal(['f-3', 'f-5', 'f-12']);
  });

  for (const typed of ['[nummer verwijderd], 6', '2-5', '1 t/m 3', 'alle', '0', '99', '1e4'])
    it(`is asked again when the facts are not understood, instead of some of them: ${typed}`, async () => {
      const { desk, opens, sends, complaints } = await aDeskWith([A]);
      expect(await sends(await opens(), { 'facts-0': typed })).to.include(textOf('bureau.fout.facts'));
      expect(JSON.stringify(desk.newest())).to.include(`"value":"${typed}"`);
      expect(await complaints()).to.deep.equal([A]);
    });
});

describe('a form about a complaint', () => {
  it('shows no id of the complaint or of a fact', async () => {
    const { desk, opens } = await aDeskWith([complaint('complaint-77', 'Niemand belde.')]);
    await opens();
    expect(JSON.stringify(desk.newest())).to.not.include('complaint-77').and.not.include('f-12');
  });
});
