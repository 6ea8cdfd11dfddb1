/** What comes back while another question of the family is open joins that one: a family has one open card. */
import { expect } from 'chai';
import { type Cases, type Escalation, type FamilyCase, filingsOf, isOpen } from '../../cases/index.ts';
import { aLesson } from '../support/a-desk.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aCaseWorld, aFiling, officer1, officer2, worker1, worker2 } from '../support/case-world.ts';

const parent = { kind: 'parent', address: 'web:1' } as const;
const words1 = 'Ik vraag al een jaar om één aanspreekpunt.';
const words2 = 'Wij wachten al heel lang.';
const refuse = {
  kind: 'decide',
  verdict: 'refused',
  reason: 'Eerst komt er een plan.',
  effectiveOn: '2026-11-30',
} as const;

const filed = async (filing: ReturnType<Cases['file']>) => {
  const outcome = await filing;
  if (outcome.kind !== 'filed') throw new Error(`Expected it to be filed, got ${outcome.kind}.`);
  return { escalation: outcome.escalation, code: outcome.followCode ?? '' };
};

/** One question with a no and a day for it, and a second one that is open. */
const aRefusedOne = async (workers: readonly string[] = ['worker-1', 'worker-2']) => {
  const world = await aCaseWorld({ cases: [aFamilyCase({ workers })] });
  const first = await filed(world.cases.file(worker1, aFiling({ ownWords: words1 }), 'f1'));
  const target = { caseId: 'case-1', escalationId: first.escalation.id };
  await world.cases.asOfficer(officer1, target, refuse, 'd1');
  return { ...world, first, target };
};

const open = ({ escalations }: FamilyCase): readonly Escalation[] => escalations.filter(isOpen);

const wordsIn = (one: Escalation | undefined) =>
  one === undefined ? [] : filingsOf(one).map(({ ownWords }) => ownWords.text);

const seenWith = async (cases: Cases, code: string): Promise<Escalation> => {
  const followed = await cases.follow(parent, code);
  if (followed.kind !== 'followed') throw new Error(`Expected the code to work, got ${followed.kind}.`);
  return followed.escalation;
};

describe('a no whose day comes while another question of the family is open', () => {
  it('joins it: one is open, with the words of both, and the first code follows it with what was decided before', async () => {
    const { cases, stored, setTime, first } = await aRefusedOne();
    const second = await filed(cases.file(worker2, aFiling({ ownWords: words2 }), 'f2'));
    setTime('2026-11-30T09:00:00.000Z');
    await cases.actOnDueDates(() => Promise.resolve());
    expect(open(await stored()).map(({ id }) => id)).to.deep.equal([second.escalation.id]);
    expect(wordsIn(open(await stored())[0])).to.deep.equal([words2, words1]);
    const seen = await seenWith(cases, first.code);
    expect([seen.state.kind, seen.number, seen.ownWords.text]).to.deep.equal([
      'filed',
      second.escalation.number,
      words1,
    ]);
    expect(seen.steps.map(({ kind }) => kind)).to.include.ordered.members(['filed', 'decided', 'went-on']);
    expect(seen.earlier[0]?.verdict).to.equal('refused');
    expect(JSON.stringify(await seenWith(cases, second.code))).to.not.include('Eerst komt er een plan');
    const version = (await stored()).version;
    await cases.actOnDueDates(() => Promise.resolve());
    expect((await stored()).version).to.equal(version);
  });

  it('is opened again itself when nothing else is open', async () => {
    const { cases, stored, setTime, first } = await aRefusedOne();
    setTime('2026-11-30T09:00:00.000Z');
    await cases.actOnDueDates(() => Promise.resolve());
    expect(open(await stored()).map(({ id }) => id)).to.deep.equal([first.escalation.id]);
  });

  it('gives the open card to another officer when the one who has it filed what comes back', async () => {
    const { cases, stored, setTime } = await aCaseWorld({
      cases: [aFamilyCase({ workers: ['worker-1', 'officer-1'] })],
    }).then(async (world) => {
      const { escalation } = await filed(world.cases.file(officer1, aFiling({ ownWords: words1 }), 'f1'));
      const target = { caseId: 'case-1', escalationId: escalation.id };
      await world.cases.asOfficer(officer2, target, refuse, 'd1');
      return world;
    });
    const { escalation } = await filed(cases.file(worker1, aFiling({ ownWords: words2 }), 'f2'));
    expect(escalation.owner).to.equal('officer-1');
    setTime('2026-11-30T09:00:00.000Z');
    await cases.actOnDueDates(() => Promise.resolve());
    expect(open(await stored()).map(({ owner }) => owner)).to.deep.equal(['officer-2']);
  });
});

describe('opening again while another question of the family is open', () => {
  it('takes what was written for everybody off the public page', async () => {
    const { cases, stored, target } = await aRefusedOne();
    const published = { asked: 'Een naam', did: 'Elk gezin krijgt een naam.' };
    await cases.asOfficer(officer1, target, { kind: 'close', lesson: aLesson, published }, 'c1');
    expect((await stored()).escalations[0]?.closing?.published).to.deep.equal(published);
    await filed(cases.file(worker2, aFiling({ ownWords: words2 }), 'f2'));
    await cases.asOfficer(officer1, target, { kind: 'reopen', reason: 'Er is nieuws over dit gezin.' }, 'r2');
    expect(JSON.stringify(await stored())).to.not.include(published.did);
  });

  it('joins the open one, by the officer or by who was sent on', async () => {
    for (const how of ['reopen', 'sent-on'] as const) {
      const { cases, stored, first, target } = await aRefusedOne();
      if (how === 'sent-on') {
        await cases.asOfficer(officer1, target, { kind: 'reopen', reason: 'Toch niet voor ons.' }, 'r1');
        const elsewhere = { ...refuse, verdict: 'elsewhere', to: 'Het wijkteam' } as const;
        await cases.asOfficer(officer1, target, elsewhere, 'd2');
      }
      const second = await filed(cases.file(worker2, aFiling({ ownWords: words2 }), 'f2'));
      const done =
        how === 'reopen'
          ? await cases.asOfficer(officer1, target, { kind: 'reopen', reason: 'Er is nieuws over dit gezin.' }, 'r2')
          : await cases.react(
              parent,
              { followCode: first.code },
              { kind: 'helped', answer: 'sent-on', text: null },
              'h1',
            );
      expect(done.kind, how).to.be.oneOf(['card', 'followed']);
      expect(
        open(await stored()).map(({ id }) => id),
        how,
      ).to.deep.equal([second.escalation.id]);
      expect(wordsIn(open(await stored())[0]), how).to.deep.equal([words2, words1]);
    }
  });

  it('lets who filed first react to what was decided before, and to what happens now', async () => {
    const { cases, stored, first, target } = await aRefusedOne();
    const second = await filed(cases.file(worker2, aFiling({ ownWords: words2 }), 'f2'));
    await cases.asOfficer(officer1, target, { kind: 'reopen', reason: 'Er is nieuws over dit gezin.' }, 'r2');
    const now = { caseId: 'case-1', escalationId: second.escalation.id };
    await cases.asOfficer(officer1, now, { kind: 'take' }, 't1');
    const { steps } = await seenWith(cases, first.code);
    for (const kind of ['decided', 'taken'] as const) {
      const about = steps.find((step) => step.kind === kind)?.id ?? '';
      const text = `Over ${kind}.`;
      const done = await cases.react(parent, { followCode: first.code }, { kind: 'comment', about, text }, `c-${kind}`);
      expect(done.kind).to.equal('followed');
    }
    const { comments } = await seenWith(cases, first.code);
    expect(comments.map(({ words }) => words.text)).to.deep.equal(['Over decided.', 'Over taken.']);
    expect((await stored()).escalations.map((one) => one.comments.length)).to.deep.equal([1, 1]);
    expect((await seenWith(cases, second.code)).comments).to.deep.equal([]);
  });
});

describe('asking to be called', () => {
  it('keeps the number of everybody who asks, and shows nobody the number of somebody else', async () => {
    const { cases, stored } = await aCaseWorld({ cases: [aFamilyCase({ workers: ['worker-1', 'worker-2'] })] });
    const first = await filed(cases.file(worker1, aFiling({ ownWords: words1 }), 'f1'));
    const second = await filed(cases.file(worker2, aFiling({ ownWords: words2 }), 'f2'));
    const ask = (followCode: string, reach: string, id: string) =>
      cases.react(parent, { followCode }, { kind: 'ask-call-back', reach }, id);
    await ask(first.code, '0572 111 111', 'b1');
    await ask(second.code, '0572 222 222', 'b2');
    await ask(second.code, '0572 222 222', 'b3');
    await ask(second.code, '0572 333 333', 'b4');
    await ask(second.code, '0572 111 111', 'b5');
    const [one] = open(await stored());
    const numbers = ['0572 111 111', '0572 222 222', '0572 333 333', '0572 111 111'];
    expect(one?.callBacks.map(({ reach }) => reach)).to.deep.equal(numbers);
    expect((await seenWith(cases, first.code)).callBacks.map(({ reach }) => reach)).to.deep.equal(numbers.slice(0, 1));
    expect((await seenWith(cases, second.code)).callBacks.map(({ reach }) => reach)).to.deep.equal(numbers.slice(1));
  });
});
