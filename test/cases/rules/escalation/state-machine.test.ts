import { expect } from 'chai';
import fc from 'fast-check';
import type { DeliveryOutcome, Escalation, FamilyCase } from '../../../../cases/index.ts';
import { decide, type EscalationCommand } from '../../../../cases/rules/escalation.ts';
import type { FilerAction, OfficerAction } from '../../../../cases/rules/escalation/actions.ts';
import { passDueDates } from '../../../../cases/rules/escalation/clock.ts';
import { dueItems } from '../../../../cases/rules/escalation/due.ts';
import { filersIn, filingsOf, standingFilings } from '../../../../cases/rules/escalation/filings.ts';
import { unmatchedCase } from '../../../../cases/rules/file-escalation.ts';
import { handOverOrphans } from '../../../../cases/rules/hand-over.ts';
import { settle, startAttempt } from '../../../../cases/rules/notice.ts';
import { isWerkdag, localDay } from '../../../../cases/rules/werkdagen.ts';
import { storedCaseSchema } from '../../../../register/stored-case.ts';
import { aLesson, anOrder, aRegisseurInput } from '../../../support/a-desk.ts';
import { sha256, someSettings } from '../../../support/case-world.ts';

/** What happens to one escalation. Numbers pick among what is there. */
type Happening =
  | {
      readonly kind: 'officer';
      readonly who: number;
      readonly what: OfficerVerb;
      readonly pick: number;
      readonly crash: Crash;
    }
  | { readonly kind: 'parent'; readonly what: ParentVerb; readonly pick: number; readonly crash: Crash }
  /** Somebody else files for the same family: joins what is open, else a second escalation begins. */
  | { readonly kind: 'joins'; readonly who: number; readonly crash: Crash }
  /** What is done with another escalation of the family. */
  | { readonly kind: 'other'; readonly what: OtherVerb; readonly pick: number; readonly crash: Crash }
  | { readonly kind: 'replay'; readonly pick: number }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'look' }
  | { readonly kind: 'send'; readonly outcome: DeliveryOutcome['kind'] | 'crash' }
  | { readonly kind: 'away'; readonly who: number; readonly days: number }
  | { readonly kind: 'leaves'; readonly who: number };

/** `before`: the process dies before the write; `after`: after it, and the same command comes again. */
type Crash = 'none' | 'before' | 'after';

const officerVerbs = [
  'take',
  'take-over',
  'hand-over',
  'ask-more',
  'grant',
  'grant-with-order',
  'refuse',
  'refuse-bare',
  'elsewhere',
  'order',
  'carried-out',
  'answer-proposal',
  'call-done',
  'answer-complaint',
  'close',
  'close-without-lesson',
  'reopen',
] as const;
type OfficerVerb = (typeof officerVerbs)[number];

const otherVerbs = ['grant', 'refuse', 'refuse', 'reopen', 'close'] as const;
type OtherVerb = (typeof otherVerbs)[number];

const parentVerbs = [
  'comment',
  'propose',
  'call-back',
  'sent-on',
  'helped',
  'complain',
  'withdraw',
  'give-more',
] as const;
type ParentVerb = (typeof parentVerbs)[number];

const people = [
  { id: 'officer-1', name: 'Olga' },
  { id: 'officer-2', name: 'Otto' },
  { id: 'director', name: 'Dora', level: 1 },
] as const;

const joiners = [
  { kind: 'worker', id: 'w-1', name: 'Wil' },
  { kind: 'worker', id: 'w-2', name: 'Wim' },
  { kind: 'officer', id: 'officer-1', name: 'Olga' },
] as const;

type Phase = 'open' | 'decided' | 'closed' | 'withdrawn';

const phaseOf = ({ state, closing }: Escalation): Phase => {
  if (state.kind === 'withdrawn') return 'withdrawn';
  if (state.kind !== 'decided') return 'open';
  return closing === null ? 'decided' : 'closed';
};

/** Plain, because it is asked a quarter of a million times. */
const must = (holds: boolean, what: string) => {
  if (!holds) throw new Error(`Does not hold: ${what}.`);
};

/** What the model knows: the phase, and what still has a right to an answer. */
interface Model {
  phase: Phase;
  decisions: number;
  rounds: number;
}

const wordsHash = sha256('Niemand luistert.');
const start = new Date('2026-11-23T09:00:00.000Z');
const dayMs = 86_400_000;

class World {
  disk: FamilyCase;
  now = start;
  ids = 0;
  commands: EscalationCommand[] = [];
  away: Record<string, { from: string; until: string; deputy: null }[]> = {};
  gone = new Set<string>();
  model: Model = { phase: 'open', decisions: 0, rounds: 1 };
  /** Card refs that arrived at somebody. */
  arrived: string[] = [];

  constructor() {
    const empty = unmatchedCase('case-1', start);
    const filed = decide(
      empty,
      {
        kind: 'file',
        commandId: 'file',
        by: { kind: 'parent', id: null, name: null },
        ownWords: 'Niemand luistert.',
        summary: null,
        answers: { complex: 'yes', stuck: 'stuck', harm: 'unknown' },
        replyTo: 'web:1',
        followCodeHash: 'hash',
      },
      this.context(),
    );
    if (filed.kind !== 'changed') throw new Error(filed.kind);
    this.disk = filed.familyCase;
  }

  officers() {
    return people.filter(({ id }) => !this.gone.has(id)).map((one) => ({ ...one, away: this.away[one.id] ?? [] }));
  }

  context() {
    return {
      now: this.now,
      settings: someSettings,
      officers: this.officers(),
      newId: () => `id-${(this.ids += 1)}`,
      sha256,
    };
  }

  get escalation(): Escalation {
    const [one] = this.disk.escalations;
    if (one === undefined) throw new Error('no escalation');
    return one;
  }

  get others(): readonly Escalation[] {
    return this.disk.escalations.slice(1);
  }

  write(next: FamilyCase) {
    must(next.version === this.disk.version + 1, 'a write is one version');
    this.disk = next;
  }
}

const dayIn = (world: World, days: number) => localDay(new Date(world.now.getTime() + days * dayMs));

const picked = <T>(all: readonly T[], pick: number): T | undefined => all[pick % Math.max(1, all.length)];

const officerAction = (world: World, what: OfficerVerb, pick: number): OfficerAction => {
  const { orders, proposals, callBacks, complaints } = world.escalation;
  const reason = 'Een goede reden.';
  const effectiveOn = dayIn(world, (pick % 20) + 1);
  const order = { ...anOrder, due: dayIn(world, pick % 15) };
  const today = dayIn(world, 0);
  switch (what) {
    case 'take':
      return { kind: 'take' };
    case 'take-over':
      return { kind: 'take-over', reason };
    case 'hand-over':
      return { kind: 'hand-over', to: picked(people, pick)?.id ?? '', reason };
    case 'ask-more':
      return { kind: 'ask-more', question: 'Wat is er gevraagd?', of: { kind: 'parent' }, due: dayIn(world, pick % 9) };
    case 'grant':
      return {
        kind: 'decide',
        verdict: 'granted',
        reason,
        effectiveOn,
        regisseur: pick % 2 === 0 ? aRegisseurInput : null,
      };
    case 'grant-with-order':
      return { kind: 'decide', verdict: 'granted', reason, effectiveOn, order };
    case 'refuse':
      return { kind: 'decide', verdict: 'refused', reason, effectiveOn, rule: 'De verordening', maatwerk: true };
    case 'refuse-bare':
      return { kind: 'decide', verdict: 'refused', reason, effectiveOn, blocker: 'law' };
    case 'elsewhere':
      return { kind: 'decide', verdict: 'elsewhere', reason, effectiveOn, to: 'Het wijkteam' };
    case 'order':
      return { kind: 'order', order };
    case 'carried-out':
      return { kind: 'order-carried-out', orderId: picked(orders, pick)?.id ?? '', on: today };
    case 'answer-proposal':
      return { kind: 'answer-proposal', proposalId: picked(proposals, pick)?.id ?? '', verdict: 'granted', reason };
    case 'call-done':
      return { kind: 'call-back-done', callBackId: picked(callBacks, pick)?.id ?? '', on: today };
    case 'answer-complaint': {
      const complaint = picked(complaints, pick);
      const statements = (complaint?.statements ?? []).map(({ id }) => ({
        ...{ id, finding: 'cannot-say' as const, reason, facts: [] },
      }));
      return { kind: 'answer-complaint', complaintId: complaint?.id ?? '', statements, lesson: aLesson };
    }
    case 'close':
      return { kind: 'close', lesson: aLesson };
    case 'close-without-lesson':
      return { kind: 'close', lesson: { ...aLesson, why: '' } };
    case 'reopen':
      return { kind: 'reopen', reason };
  }
};

const parentAction = (world: World, what: Exclude<ParentVerb, 'withdraw'>, pick: number): FilerAction => {
  const { steps, questions } = world.escalation;
  switch (what) {
    case 'comment':
      return { kind: 'comment', about: picked(steps, pick)?.id ?? 'own-words', text: 'Dat klopt niet.' };
    case 'propose':
      return { kind: 'propose', subject: 'regisseur', who: 'Rik Regie', text: 'Laat Rik het doen.' };
    case 'call-back':
      return { kind: 'ask-call-back', reach: 'Bel mij na vier uur.' };
    case 'sent-on':
    case 'helped':
      return { kind: 'helped', answer: what, text: null };
    case 'complain':
      return { kind: 'complain', statements: ['Er is niet geluisterd.'] };
    case 'give-more':
      return { kind: 'give-more', questionId: picked(questions, pick)?.id ?? '', text: 'Dit is er gevraagd.' };
  }
};

/** What may follow, in the words of the model alone. */
const expected = (world: World, command: EscalationCommand): Phase => {
  const { phase } = world.model;
  if (
    command.kind === 'officer' &&
    'escalationId' in command.target &&
    command.target.escalationId !== world.escalation.id
  )
    return phase;
  // What comes back then goes on in the other one.
  const otherIsOpen = world.others.some((one) => phaseOf(one) === 'open');
  const { proposals, orders, callBacks, complaints, helped } = world.escalation;
  const obstacles =
    proposals.some(({ answer }) => answer === null) ||
    orders.some(({ done }) => done === null) ||
    callBacks.some(({ done }) => done === null) ||
    complaints.some(({ answered }) => answered === null);
  if (command.kind === 'withdraw') {
    const others = standingFilings(world.escalation).some(({ id }) => id !== world.escalation.id);
    return phase === 'open' && !others ? 'withdrawn' : phase;
  }
  if (command.kind === 'react') {
    const again = command.action.kind === 'helped' && command.action.answer === 'sent-on';
    const asked = helped !== null && helped.answer?.kind !== 'helped' && helped.answer?.kind !== 'sent-on';
    return again && asked && !otherIsOpen && (phase === 'decided' || phase === 'closed') ? 'open' : phase;
  }
  if (command.kind !== 'officer' || filersIn(world.escalation).includes(command.by.id)) return phase;
  const { action } = command;
  if (action.kind === 'decide') {
    const bare = action.verdict === 'refused' && action.blocker === 'law';
    return phase === 'open' && !bare ? 'decided' : phase;
  }
  if (action.kind === 'close') {
    const whole = action.lesson.why !== '';
    return phase === 'decided' && !obstacles && whole ? 'closed' : phase;
  }
  const comesBack = action.kind === 'reopen' && (phase === 'decided' || phase === 'closed');
  return comesBack && !otherIsOpen ? 'open' : phase;
};

const carryOut = (world: World, command: EscalationCommand, crash: Crash, isReplay = false) => {
  const next = isReplay ? world.model.phase : expected(world, command);
  const outcome = decide(world.disk, command, world.context());
  if (crash === 'before') return;
  if (outcome.kind === 'changed') {
    must(!isReplay, `a replay of ${command.kind} changes nothing`);
    world.write(outcome.familyCase);
    world.commands.push(command);
    if (next === 'decided' && world.model.phase === 'open') world.model.decisions += 1;
    if (next === 'open' && world.model.phase !== 'open') world.model.rounds += 1;
    world.model.phase = next;
    if (crash === 'after')
      must(decide(world.disk, command, world.context()).kind === 'unchanged', 'the same command again changes nothing');
  }
  must(phaseOf(world.escalation) === next, `${command.kind} in ${world.model.phase} gives ${next}`);
  world.model.phase = next;
};

/** One row of the outbox, with a process that may die between the write and the settling. */
const send = (world: World, kind: DeliveryOutcome['kind'] | 'crash') => {
  const at = world.now.toISOString();
  const due = world.disk.notices.flatMap(({ id, state }) => {
    const attempt = state.kind === 'pending' ? state.dueAt : state.kind === 'ambiguous' ? state.proofUntil : null;
    return attempt === null || attempt > at ? [] : [{ id, attempt }];
  })[0];
  if (due === undefined) return;
  const context = { ...world.context(), attempt: due.attempt };
  const started = startAttempt(world.disk, due.id, context);
  if (started.familyCase !== world.disk) world.write(started.familyCase);
  if (started.kind !== 'send') return;
  const { cardRef } = world.disk.notices.find(({ id }) => id === due.id) ?? {};
  if (typeof cardRef === 'string' && (kind === 'delivered' || kind === 'crash' || kind === 'ambiguous'))
    world.arrived.push(cardRef);
  if (kind === 'crash') return;
  const outcomes = {
    delivered: { kind: 'delivered', activityId: null },
    'not-delivered': { kind: 'not-delivered', retryAfterMs: null, because: '503' },
    ambiguous: { kind: 'ambiguous', because: '500' },
    'no-address': { kind: 'no-address' },
    unreachable: { kind: 'unreachable', because: '403' },
  } as const;
  const settled = settle(world.disk, due.id, outcomes[kind], context);
  if (settled !== world.disk) world.write(settled);
};

const look = (world: World) => {
  for (const pass of [handOverOrphans, passDueDates]) {
    const before = world.escalation;
    const next = pass(world.disk, world.context());
    if (next !== world.disk) world.write(next);
    // A no that named a day is opened again on that day.
    if (phaseOf(before) !== 'open' && phaseOf(world.escalation) === 'open') {
      must(before.lookAgainOn !== null, 'only a day that was named opens it again');
      world.model.rounds += 1;
      world.model.phase = 'open';
    }
    must(pass(world.disk, world.context()) === world.disk, 'a second look changes nothing');
  }
  const today = localDay(world.now);
  for (const escalation of world.disk.escalations) {
    const filers = filersIn(escalation);
    const ids: readonly string[] = world.officers().flatMap(({ id }) => (filers.includes(id) ? [] : [id]));
    for (const { due, kind, owner } of dueItems(escalation)) {
      must(
        due >= today || !isWerkdag(today, someSettings.holidays),
        `after a look nothing is late: ${kind} of ${due} on ${today}`,
      );
      must(ids.length === 0 || ids.includes(owner), `the owner of ${kind} is an officer`);
    }
  }
};

const happen = (world: World, happening: Happening, place: number) => {
  const commandId = `command-${place}`;
  const escalationId = world.escalation.id;
  switch (happening.kind) {
    case 'officer': {
      const by = picked(world.officers(), happening.who);
      if (by === undefined) return;
      const action = officerAction(world, happening.what, happening.pick);
      const command = { kind: 'officer', commandId, by, target: { escalationId }, action } as const;
      carryOut(world, command, happening.crash);
      return;
    }
    case 'parent': {
      const who = { commandId, answeredAt: 'web:1', escalationId };
      if (happening.what === 'withdraw') {
        carryOut(world, { kind: 'withdraw', by: 'parent', reason: '', ...who }, happening.crash);
        return;
      }
      const action = parentAction(world, happening.what, happening.pick);
      carryOut(world, { kind: 'react', by: { kind: 'parent' }, action, ...who }, happening.crash);
      return;
    }
    case 'joins': {
      const by = picked(joiners, happening.who);
      if (by === undefined) return;
      const answers = { complex: 'no', stuck: 'unknown', harm: 'unknown' } as const;
      const filing = { ownWords: `Woorden ${place}`, summary: null, answers, replyTo: null };
      carryOut(world, { kind: 'file', commandId, by, followCodeHash: `hash-${place}`, ...filing }, happening.crash);
      return;
    }
    case 'other': {
      const other = world.others.at(-1);
      const by = picked(world.officers(), happening.pick);
      if (other === undefined || by === undefined) return;
      const action = officerAction(world, happening.what, happening.pick);
      const command = { kind: 'officer', commandId, by, target: { escalationId: other.id }, action } as const;
      carryOut(world, command, happening.crash);
      return;
    }
    case 'replay': {
      const command = picked(world.commands, happening.pick);
      const kept = world.disk.processed.some((one) => one.commandId === command?.commandId);
      command !== undefined && kept ? carryOut(world, command, 'none', true) : undefined;
      return;
    }
    case 'days':
      world.now = new Date(Math.max(start.getTime(), world.now.getTime() + happening.days * dayMs));
      return;
    case 'look': {
      look(world);
      return;
    }
    case 'send': {
      send(world, happening.outcome);
      return;
    }
    case 'away': {
      const one = picked(people, happening.who);
      const absence = { from: dayIn(world, 0), until: dayIn(world, happening.days), deputy: null };
      if (one !== undefined) world.away[one.id] = [absence];
      return;
    }
    case 'leaves': {
      const one = picked(people, happening.who);
      if (one === undefined) return;
      if (world.gone.has(one.id)) world.gone.delete(one.id);
      else if (world.gone.size < people.length - 1) world.gone.add(one.id);
      return;
    }
  }
};

const joinedAreKept = (escalation: Escalation) => {
  const joined = escalation.steps.filter(({ kind }) => kind === 'joined').length;
  must(filingsOf(escalation).length === 1 + joined, 'nobody who joined is lost');
};

/** Where an escalation went on, its filings stand, each once, and can be followed with their codes. */
const goesOn = ({ escalations }: FamilyCase, from: Escalation) => {
  const on = from.steps.findLast(({ kind }) => kind === 'went-on');
  if (on === undefined) return;
  const to = escalations.find(({ id }) => id === on.about);
  const ids = to === undefined ? [] : filingsOf(to).map(({ id }) => id);
  must(ids.length === new Set(ids).size, 'every filing stands there once');
  must(
    phaseOf(from) === 'open' || standingFilings(from).every(({ id }) => ids.includes(id)),
    'what went on stands where it went',
  );
};

const holds = (world: World) => {
  const { escalation, disk, model } = world;
  const { steps, closing, earlier, owner } = escalation;
  const filings = filingsOf(escalation);
  const decisions = steps.filter(({ kind }) => kind === 'decided').length;
  const first = filings.find(({ id }) => id === escalation.id);
  must(first?.ownWords.text === 'Niemand luistert.', 'the own words are as they were');
  must(first?.ownWords.sha256 === wordsHash, 'their hash is as it was');
  must(
    filings.every(({ ownWords }) => ownWords.sha256 === sha256(ownWords.text)),
    'the words of everybody are as they were',
  );
  must(disk.escalations.filter((one) => phaseOf(one) === 'open').length <= 1, 'a family has one open escalation');
  disk.escalations.forEach(joinedAreKept);
  disk.escalations.forEach((one) => {
    goesOn(disk, one);
  });
  must(decisions === model.decisions, 'every decision is one that the model knows');
  must(decisions <= model.rounds, 'one decision a round');
  must(earlier.length + 1 === model.rounds, 'every round is kept');
  must(
    [owner, ...steps.map((step) => step.owner)].every((one) => one !== ''),
    'there is an owner at every step',
  );
  const due = dueItems(escalation);
  must(
    due.every((item) => item.owner !== ''),
    'every day has an owner',
  );
  must(phaseOf(escalation) !== 'open' || due.some(({ kind }) => kind === 'answer'), 'what is open has a day');
  if (closing !== null) {
    const { cameAcross, why, changes } = closing.lesson;
    must(cameAcross.length > 9 && why.length > 9 && changes.length > 9, 'what is closed has a lesson');
    const last = steps.findLast(({ kind }) => kind === 'closed');
    const told = disk.notices.filter(({ stepId, to }) => stepId === last?.id && to.kind === 'address');
    must(told.length === Number(first?.withdrawn === null), 'the parent is told of the end, once');
  }
  for (const { id } of people) {
    const live = disk.cards.filter(({ addressee, state }) => addressee === id && state === 'live');
    const about = new Set(live.map(({ escalationId }) => escalationId));
    must(live.length === about.size, `at most one card of ${id} works for one escalation`);
  }
};

const crash: fc.Arbitrary<Crash> = fc.constantFrom('none', 'none', 'none', 'before', 'after');
const pick = fc.nat(40);

const happenings: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc.record({
      kind: fc.constant('officer' as const),
      who: pick,
      what: fc.constantFrom(...officerVerbs),
      pick,
      crash,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('parent' as const), what: fc.constantFrom(...parentVerbs), pick, crash }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('joins' as const), who: pick, crash }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('other' as const), what: fc.constantFrom(...otherVerbs), pick, crash }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('replay' as const), pick }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('days' as const),
      days: fc.constantFrom(1, 1, 2, 5, 12, 40, 400, -1, -7),
    }),
  },
  { weight: 4, arbitrary: fc.constant({ kind: 'look' as const }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      outcome: fc.constantFrom('delivered', 'not-delivered', 'ambiguous', 'no-address', 'unreachable', 'crash'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('away' as const), who: pick, days: fc.nat(20) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('leaves' as const), who: pick }) },
);

describe('an escalation under any sequence of commands, days and crashes', () => {
  it('has never two decisions, no end without a lesson that the parent was told, no day without an owner', function () {
    this.timeout(180_000);
    const seen = new Set<Phase>();
    let wentOn = 0;
    fc.assert(
      fc.property(fc.array(happenings, { minLength: 4, maxLength: 30 }), (sequence) => {
        const world = new World();
        sequence.forEach((happening, place) => {
          happen(world, happening, place);
          holds(world);
        });
        look(world);
        holds(world);
        seen.add(phaseOf(world.escalation));
        wentOn += Number(world.disk.escalations.some(({ steps }) => steps.some(({ kind }) => kind === 'went-on')));
        const stored = storedCaseSchema.safeParse(world.disk);
        expect(stored.error?.issues ?? []).to.deep.equal([]);
      }),
      { numRuns: 10_000 },
    );
    expect(wentOn).to.be.above(100);
    expect([...seen]).to.have.members(['open', 'decided', 'closed', 'withdrawn']);
  });
});
