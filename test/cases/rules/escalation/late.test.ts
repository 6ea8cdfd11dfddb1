/** What was missed is the same in the steps of a question, on the desk and in the list of promises. */
import { expect } from 'chai';
import fc from 'fast-check';
import {
  type Escalation,
  type EscalationStep,
  missedDays,
  type Tracked,
  trackedPromises,
} from '../../../../cases/index.ts';
import { dueItems } from '../../../../cases/rules/escalation/due.ts';
import { aDesk, aLesson, aRegisseurInput } from '../../../support/a-desk.ts';
import { happen } from './state-machine/happen.ts';
import { happenings } from './state-machine/happenings.ts';
import { look } from './state-machine/rounds.ts';
import { dayIn, must, World } from './state-machine/world.ts';

const decision = {
  kind: 'decide',
  verdict: 'granted',
  reason: 'Er komt een regisseur.',
  effectiveOn: '2027-02-01',
} as const;

const own = ({ id, orders, callBacks, complaints }: Escalation, one: Tracked): boolean =>
  one.id === id || [...orders, ...callBacks, ...complaints].some((part) => part.id === one.id);

/** Counted in the steps alone, as somebody who reads the timeline does. */
const missedInSteps = ({ steps }: Escalation, { kind, id }: Tracked): number => {
  const since = (start: EscalationStep['kind'], missed: EscalationStep['kind']) =>
    steps.slice(steps.findLastIndex((step) => step.kind === start) + 1).filter((step) => step.kind === missed).length;
  const about = (missed: EscalationStep['kind']) =>
    steps.filter((step) => step.kind === missed && step.about === id).length;
  switch (kind) {
    case 'answer':
      return since('reopened', 'raised');
    case 'plan':
      return since('regisseur-assigned', 'plan-missed');
    case 'order':
      return about('order-missed');
    case 'call-back':
      return about('call-back-missed');
    case 'complaint':
      return about('complaint-late');
    default:
      return 0;
  }
};

/** Tasks of the desk that were promised to nobody. */
const onlyOnTheDesk: readonly string[] = ['more', 'helped', 'look-again', 'lesson'];

const agree = (world: World, seen: Map<string, number>): void => {
  const today = dayIn(world, 0);
  const all = trackedPromises(world.disk, today);
  for (const escalation of world.disk.escalations) {
    const due = dueItems(escalation);
    const late = all.filter((one) => own(escalation, one) && one.state === 'late');
    for (const one of all.filter((promise) => own(escalation, promise) && promise.keptOn === null)) {
      if (one.state === 'dropped' || one.due === null || one.kind === 'lesson') continue;
      const standing = due.find(({ kind, id }) => kind === one.kind && id === one.id);
      const counted = missedInSteps(escalation, one) + Number(standing !== undefined && standing.due < today);
      must(one.missed === counted, `${one.kind}: ${one.missed} in the list, ${counted} in the steps`);
      must((one.state === 'late') === counted > 0, `${one.kind} is ${one.state} after ${counted}`);
      if (counted > 0) {
        const again = escalation.earlier.length > 0 ? ' after it was opened again' : '';
        seen.set(`${one.kind}${again}`, (seen.get(`${one.kind}${again}`) ?? 0) + 1);
      }
    }
    const missed = missedDays(escalation, today);
    const tasks = due.some(({ kind, due: day }) => onlyOnTheDesk.includes(kind) && day < today);
    const lesson = due.some(({ kind }) => kind === 'lesson');
    if (late.length > 0) must(missed.length > 0, 'what is late in the list is late on the desk');
    else if (!tasks && !lesson) must(missed.length === 0, `nothing is late in the list, on the desk ${missed.join()}`);
  }
};

describe('what was promised and missed', () => {
  it('is counted alike in the steps, on the desk and in the list, whatever was decided, opened again and whenever it is looked at', function () {
    this.timeout(60_000);
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(happenings, { minLength: 4, maxLength: 30 }), (sequence) => {
        const world = new World();
        sequence.forEach((happening, place) => {
          happen(world, happening, place);
          agree(world, seen);
        });
        look(world);
        agree(world, seen);
      }),
      { numRuns: 1_500 },
    );
    for (const kind of ['answer', 'decision', 'order', 'call-back', 'answer after it was opened again'])
      expect(seen.get(kind) ?? 0, kind).to.be.above(0);
  });

  const missedOf = (desk: ReturnType<typeof aDesk>, kind: string, today: string) =>
    trackedPromises(desk.case(), today).find((one) => one.kind === kind)?.missed;

  it('counts every day of the answer that passed, and begins anew when it was opened again', () => {
    const desk = aDesk();
    desk.on('2026-12-08');
    desk.on('2026-12-20');
    desk.on('2026-12-21');
    const raised = desk.kinds().filter((kind) => kind === 'raised').length;
    expect(raised).to.be.above(1);
    expect(missedOf(desk, 'answer', '2026-12-21')).to.equal(raised);
    expect(missedDays(desk.escalation(), '2026-12-21')).to.have.length(raised);
    desk.does(decision);
    expect(missedOf(desk, 'answer', '2027-03-01')).to.equal(raised);
    desk.does({ kind: 'reopen', reason: 'Het is niet gebeurd.' });
    expect(missedOf(desk, 'answer', '2026-12-21')).to.equal(0);
    expect(missedDays(desk.escalation(), '2026-12-21')).to.deep.equal([]);
  });

  it('waits for no lesson of what went on in another question', () => {
    const desk = aDesk();
    desk.does({ ...decision, verdict: 'elsewhere', to: 'Het wijkteam' });
    const first = desk.escalation();
    desk.on('2027-03-02');
    expect(missedDays(first, '2027-03-02')).to.include(first.lessonBy);
    const by = { kind: 'worker', id: 'w-1', name: 'Wil' } as const;
    const answers = { complex: 'no', stuck: 'unknown', harm: 'unknown' } as const;
    const filing = { ownWords: 'Wij komen er niet uit.', summary: null, answers, replyTo: null };
    desk.run({ kind: 'file', commandId: 'second', by, followCodeHash: 'second', ...filing });
    expect(desk.case().escalations).to.have.length(2);
    desk.run({
      kind: 'officer',
      commandId: 'again',
      by: { id: 'officer-2', name: 'Otto Officier' },
      target: { escalationId: first.id },
      action: { kind: 'reopen', reason: 'Het hielp niet.' },
    });
    const [wentOn] = desk.case().escalations;
    if (wentOn === undefined) throw new Error('lost');
    expect(wentOn.steps.at(-1)?.kind).to.equal('went-on');
    expect(missedDays(wentOn, '2027-03-02')).to.deep.equal([]);
  });

  it('counts every day of the plan since the last regisseur was named', () => {
    const desk = aDesk();
    desk.does({ ...decision, regisseur: aRegisseurInput });
    desk.on('2027-01-05');
    desk.on('2027-01-12');
    const planned = (today: string) => [missedOf(desk, 'plan', today), missedDays(desk.escalation(), today).length];
    desk.does({ kind: 'close', lesson: aLesson });
    expect(planned('2027-01-12')).to.deep.equal([2, 2]);
    desk.does({ kind: 'reopen', reason: 'Er is geen plan.' });
    desk.does({ ...decision, regisseur: aRegisseurInput, replaces: true });
    desk.does({ kind: 'close', lesson: aLesson });
    expect(planned('2027-01-12')).to.deep.equal([0, 0]);
  });
});
