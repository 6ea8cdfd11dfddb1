/** How long a document is kept after its end, and what keeps it open. */
import type { CaseSettings, Day, FamilyCase } from '../model.ts';
import { isRunning } from './escalation/due.ts';
import { openWork } from './open-work.ts';
import { addDays, localDay } from './werkdagen.ts';

/** `filing`: a parent asked something without login, and it belongs to no family. */
export type KeptKind = 'filing' | 'family';

/** Calendar days after the last thing that was written down; `null`: the municipality has set no term, so nothing goes. */
export type KeepDays = Readonly<Record<KeptKind, number | null>>;

export type StillRunning = 'work' | 'escalation' | 'notice' | 'plan' | 'regisseur' | 'measure' | 'aftercare';

export type Retention =
  | { readonly kind: 'open'; readonly because: readonly StillRunning[] }
  /** Closed, and nobody said how long it is kept. */
  | { readonly kind: 'no-term'; readonly closedOn: Day }
  | { readonly kind: 'kept'; readonly closedOn: Day; readonly lastDay: Day }
  | { readonly kind: 'passed'; readonly closedOn: Day; readonly lastDay: Day };

export const keptKindOf = ({ family }: Pick<FamilyCase, 'family'>): KeptKind =>
  family.kind === 'unmatched' ? 'filing' : 'family';

const runsOn = (until: Day | null, today: Day): boolean => until === null || until >= today;

/** Everything that keeps a case open; empty: it is closed. */
export const stillRunning = (familyCase: FamilyCase, settings: CaseSettings, today: Day): readonly StillRunning[] => {
  const { escalations, notices, plans, regisseurs, measures, aftercare } = familyCase;
  const runs: Readonly<Record<StillRunning, boolean>> = {
    work: openWork(familyCase, settings, today).length > 0,
    escalation: escalations.some((one) => isRunning(one) || (one.state.kind === 'decided' && one.closing === null)),
    notice: notices.some(({ state }) => state.kind === 'pending' || state.kind === 'ambiguous'),
    plan: plans.some(({ endedOn }) => runsOn(endedOn, today)),
    regisseur: regisseurs.some(({ until }) => runsOn(until, today)),
    measure: measures.some(({ until }) => runsOn(until, today)),
    aftercare: aftercare !== null && runsOn(aftercare.endedOn, today),
  };
  return kinds.filter((kind) => runs[kind]);
};

const kinds = ['work', 'escalation', 'notice', 'plan', 'regisseur', 'measure', 'aftercare'] as const;

/** The last day on which anything was written down or came to its end; a day to come counts too. */
const lastDayOf = (familyCase: FamilyCase): Day => {
  const { createdAt, audit, facts, plans, regisseurs, measures, aftercare, escalations } = familyCase;
  const days = [
    ...[createdAt, ...audit.map(({ at }) => at)].map((at) => localDay(new Date(at))),
    ...facts.map(({ date }) => date),
    ...plans.map(({ endedOn }) => endedOn),
    ...regisseurs.map(({ until }) => until),
    ...measures.map(({ until }) => until),
    ...escalations.map(({ state }) => (state.kind === 'decided' ? state.decision.effectiveOn : null)),
    aftercare?.endedOn ?? null,
  ];
  return days.reduce<Day>((last, day) => (day !== null && day > last ? day : last), '');
};

export const retentionOf = (
  familyCase: FamilyCase,
  keep: KeepDays,
  { settings, today }: { readonly settings: CaseSettings; readonly today: Day },
): Retention => {
  const because = stillRunning(familyCase, settings, today);
  if (because.length > 0) return { kind: 'open', because };
  const closedOn = lastDayOf(familyCase);
  const days = keep[keptKindOf(familyCase)];
  if (days === null) return { kind: 'no-term', closedOn };
  const lastDay = addDays(closedOn, days);
  return { kind: lastDay < today ? 'passed' : 'kept', closedOn, lastDay };
};
