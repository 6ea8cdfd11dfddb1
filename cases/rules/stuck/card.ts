/**
 * The one card of a family, worked out from what was found and what was decided. Findings are kept for good, so a fact that
 * is added can open a card or keep it open, and only a decision closes it: a regisseur with an agreed plan, or a worker who
 * stops every finding with a reason.
 */
import type {
  CaseSettings,
  Day,
  Fact,
  StuckCard,
  StuckCardState,
  StuckFinding,
  StuckPush,
  StuckStop,
} from '../../model.ts';
import { addDays } from '../werkdagen.ts';
import { hasAny } from './open-requests.ts';

export interface CardInput {
  readonly facts: readonly Fact[];
  readonly findings: readonly StuckFinding[];
  readonly stops: readonly StuckStop[];
  readonly pushes: readonly StuckPush[];
  /** Nothing after this day counts. */
  readonly through: Day;
  readonly settings: Pick<CaseSettings, 'planOutdatedAfterDays'>;
}

type Step = { readonly day: Day; readonly seq: number; readonly rank: number } & (
  | { readonly kind: 'lost' | 'decided'; readonly fact: Fact }
  | { readonly kind: 'found'; readonly finding: StuckFinding }
  | { readonly kind: 'stopped'; readonly key: string }
);

const deciding = ['aftercare-relapse', 'no-plan', 'regisseur-assigned', 'plan-agreed'] as const;
const first = -1;
const last = Number.MAX_SAFE_INTEGER;

/** The day on which a finding lands on the desk; `null`: it never does. */
const landing = (finding: StuckFinding, { stops, pushes }: CardInput): Day | null => {
  const pushed = pushes.find(({ key }) => key === finding.key)?.on ?? null;
  const byItself = finding.deskOn;
  if (byItself === null && pushed === null) return null;
  const day = pushed !== null && (byItself === null || pushed < byItself) ? pushed : byItself;
  const stopped = stops.find(({ key }) => key === finding.key)?.on ?? null;
  const inTime = stopped !== null && day !== null && finding.mode === 'propose' && stopped < day;
  return inTime ? null : day;
};

const steps = (input: CardInput): readonly Step[] => {
  const ofFacts = input.facts.flatMap((fact): readonly Step[] => {
    const at = { day: fact.date, seq: fact.seq, fact };
    const step: readonly Step[] = hasAny(fact, deciding) ? [{ ...at, rank: 2, kind: 'decided' }] : [];
    return hasAny(fact, ['regisseur-lost']) ? [{ ...at, rank: 0, kind: 'lost' }, ...step] : step;
  });
  const ofFindings = input.findings.flatMap((finding): readonly Step[] => {
    const day = landing(finding, input);
    if (day === null) return [];
    const seq = day === finding.on ? (finding.seq ?? last) : first;
    return [{ kind: 'found', day, seq, rank: 1, finding }];
  });
  const ofStops = input.stops.map(({ key, on }): Step => ({ kind: 'stopped', day: on, seq: last, rank: 3, key }));
  return [...ofFacts, ...ofFindings, ...ofStops]
    .filter(({ day }) => day <= input.through)
    .sort(
      (one, other) =>
        (one.day < other.day ? -1 : Number(one.day > other.day)) || one.seq - other.seq || one.rank - other.rank,
    );
};

interface Walk {
  readonly openedOn: Day | null;
  readonly reopened: readonly Day[];
  readonly state: StuckCardState;
  /** Keys of what keeps it open since it was last opened. */
  readonly holding: readonly string[];
  readonly regisseurSince: Day | null;
  readonly planAgreedOn: Day | null;
}

const hold = (walk: Walk, key: string, on: Day): Walk => {
  if (walk.openedOn === null) return { ...walk, openedOn: on, state: { kind: 'open' }, holding: [key] };
  const holding = [...walk.holding, key];
  return walk.state.kind === 'closed' ? reopen({ ...walk, holding }, on) : { ...walk, holding };
};

const reopen = (walk: Walk, on: Day): Walk => ({
  ...walk,
  state: { kind: 'open' },
  reopened: walk.reopened.at(-1) === on ? walk.reopened : [...walk.reopened, on],
});

const close = (walk: Walk, on: Day, because: 'regisseur-and-plan' | 'stopped'): Walk => ({
  ...walk,
  state: { kind: 'closed', on, because },
  holding: [],
});

/** A regisseur and a plan that is agreed and not outdated close the card together, whichever comes last. */
const decided = (walk: Walk, fact: Fact, settings: CardInput['settings']): Walk => {
  const has = (code: Fact['signals'][number]) => fact.signals.includes(code);
  const { date } = fact;
  const relapsed =
    has('aftercare-relapse') && walk.openedOn !== null && walk.state.kind === 'closed'
      ? hold(walk, `aftercare-relapse@${fact.id}`, date)
      : walk;
  const known = has('no-plan') ? { ...relapsed, planAgreedOn: null } : relapsed;
  const assigned = has('regisseur-assigned');
  const agreed = has('plan-agreed');
  const next: Walk = {
    ...known,
    regisseurSince: assigned ? date : known.regisseurSince,
    planAgreedOn: agreed ? date : known.planAgreedOn,
  };
  if (next.openedOn === null || next.state.kind === 'closed' || !(assigned || agreed)) return next;
  const { planAgreedOn, regisseurSince } = next;
  if (regisseurSince === null) return next;
  const planCounts = planAgreedOn !== null && addDays(planAgreedOn, settings.planOutdatedAfterDays) >= date;
  if (planCounts) return close(next, date, 'regisseur-and-plan');
  return assigned ? { ...next, state: { kind: 'waits-for-plan', since: date } } : next;
};

const take = (walk: Walk, step: Step, settings: CardInput['settings']): Walk => {
  switch (step.kind) {
    case 'lost': {
      const without = { ...walk, regisseurSince: null };
      return walk.state.kind === 'waits-for-plan'
        ? reopen({ ...without, holding: [...without.holding, `regisseur-lost@${step.fact.id}`] }, step.day)
        : without;
    }
    case 'found':
      return hold(walk, step.finding.key, step.day);
    case 'decided':
      return decided(walk, step.fact, settings);
    case 'stopped': {
      if (!walk.holding.includes(step.key)) return walk;
      const holding = walk.holding.filter((key) => key !== step.key);
      return holding.length === 0 ? close(walk, step.day, 'stopped') : { ...walk, holding };
    }
  }
};

/** `null`: nothing ever landed on the desk. */
export const walkCard = (input: CardInput): StuckCard | null => {
  let walk: Walk = {
    openedOn: null,
    reopened: [],
    state: { kind: 'open' },
    holding: [],
    regisseurSince: null,
    planAgreedOn: null,
  };
  for (const step of steps(input)) walk = take(walk, step, input.settings);
  if (walk.openedOn === null) return null;
  const findings = input.findings.filter(({ on }) => on <= input.through);
  return { openedOn: walk.openedOn, reopened: walk.reopened, state: walk.state, findings };
};
