/** The whole check: not only whether there is one plan and one regisseur, but since when not, and what was looked at. */
import type {
  CaseSettings,
  Day,
  FamilyCase,
  Instant,
  OnePlanFinding,
  PlanFinding,
  RegisseurFinding,
} from '../model.ts';
import { continuityOf } from './continuity.ts';
import type { NamedAnswer } from './one-plan.ts';
import { ownStrength } from './own-strength.ts';
import { localDay } from './werkdagen.ts';

/** Codes; the words stand in `knowledge/` as `afwijking.<code>` and the next step as `stap.<code>`. */
export type DeviationCode =
  | `plan-${Exclude<PlanFinding['kind'], 'one'>}`
  | `regisseur-${Exclude<RegisseurFinding['kind'], 'one'>}`
  | 'regisseur-no-deputy'
  | 'regisseur-no-mandate'
  | 'regisseur-no-match'
  | 'plan-not-agreed-by-family'
  | 'domains-not-looked-at'
  | 'own-strength-too-long'
  | 'own-strength-too-light'
  | 'no-fixed-worker'
  | 'appointment-missed';

export interface Deviation {
  readonly code: DeviationCode;
  /** `deviates` makes the check say no; `attention` is told beside it. */
  readonly weight: 'deviates' | 'attention';
  /** `null`: nobody wrote it down. */
  readonly since: Day | null;
  /** Ids of the plans, regisseurs, members or measures that it is about. */
  readonly about: readonly string[];
  /** Codes of what is missing, or the leefgebieden. */
  readonly details: readonly string[];
}

export interface CompleteCheck {
  readonly finding: OnePlanFinding;
  readonly deviations: readonly Deviation[];
  /** `register`, and the names of the sources that answered. */
  readonly lookedAt: readonly string[];
  readonly by: string;
  readonly at: Instant;
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

const deviates = (
  code: DeviationCode,
  since: Day | null,
  about: readonly string[] = [],
  details: readonly string[] = [],
) => ({ code, weight: 'deviates', since, about, details }) as const;

const attention = (
  code: DeviationCode,
  since: Day | null,
  about: readonly string[] = [],
  details: readonly string[] = [],
): Deviation => ({ code, weight: 'attention', since, about, details });

/** Without a plan: since the last one ended. That the family came in without one says nothing of the time before. */
const withoutPlan = (finding: PlanFinding, familyCase: FamilyCase, settings: CaseSettings): readonly Deviation[] => {
  const plan = (id: string) => familyCase.plans.find((one) => one.id === id);
  switch (finding.kind) {
    case 'one': {
      const agreed = plan(finding.planId);
      return agreed?.agreedBy.length === 0
        ? [attention('plan-not-agreed-by-family', agreed.agreedOn, [finding.planId])]
        : [];
    }
    case 'none': {
      const counting = familyCase.plans.filter(({ planKind }) => settings.countingPlanKinds.includes(planKind));
      return [deviates('plan-none', latest(counting.map(({ endedOn }) => endedOn)))];
    }
    case 'several':
      return [
        deviates('plan-several', latest(finding.planIds.map((id) => plan(id)?.agreedOn ?? null)), finding.planIds),
      ];
    case 'outdated':
      return [deviates('plan-outdated', finding.since, [finding.planId])];
    case 'incomplete':
      return [deviates('plan-incomplete', plan(finding.planId)?.agreedOn ?? null, [finding.planId], finding.missing)];
  }
};

const withoutRegisseur = (finding: RegisseurFinding, familyCase: FamilyCase): readonly Deviation[] => {
  const regisseur = (id: string) => familyCase.regisseurs.find((one) => one.id === id);
  switch (finding.kind) {
    case 'one': {
      const about = [finding.regisseurId];
      const one = regisseur(finding.regisseurId);
      if (one === undefined) return [];
      return [
        ...(one.deputy === null ? [attention('regisseur-no-deputy', one.since, about)] : []),
        ...(one.mandate === 'no' ? [attention('regisseur-no-mandate', one.since, about)] : []),
        ...(one.match === 'no' ? [attention('regisseur-no-match', one.since, about)] : []),
      ];
    }
    case 'none':
      return [deviates('regisseur-none', null)];
    case 'several':
      return [
        deviates(
          'regisseur-several',
          latest(finding.regisseurIds.map((id) => regisseur(id)?.since ?? null)),
          finding.regisseurIds,
        ),
      ];
    case 'gone':
      return [deviates('regisseur-gone', finding.since, [finding.regisseurId])];
    case 'cannot-lead':
      return [deviates('regisseur-cannot-lead', regisseur(finding.regisseurId)?.since ?? null, [finding.regisseurId])];
  }
};

/** Leefgebieden of the family that nobody looked at for one or more members. */
const notLookedAt = ({ family, lifeDomains }: FamilyCase): readonly Deviation[] => {
  if (family.kind !== 'known') return [];
  const missing = family.domains.flatMap((domain) =>
    family.members
      .filter(({ id }) => !lifeDomains.some((look) => look.memberId === id && look.domain === domain))
      .map(({ id }) => ({ id, domain })),
  );
  if (missing.length === 0) return [];
  const members = [...new Set(missing.map(({ id }) => id))];
  return [attention('domains-not-looked-at', null, members, [...new Set(missing.map(({ domain }) => domain))])];
};

const aboutWorkers = (familyCase: FamilyCase, today: Day): readonly Deviation[] => [
  ...continuityOf(familyCase, today).flatMap(({ measureId, withoutSince }) =>
    withoutSince === null ? [] : [attention('no-fixed-worker', withoutSince, measureId === null ? [] : [measureId])],
  ),
  ...familyCase.measures.flatMap(({ id, firstAppointmentOn, firstAppointmentBy, until }) =>
    firstAppointmentOn === null && until === null && firstAppointmentBy < today
      ? [attention('appointment-missed', firstAppointmentBy, [id])]
      : [],
  ),
];

/** What is told beside the finding; `answers` only for which sources answered. */
export const completeCheck = (
  familyCase: FamilyCase,
  finding: OnePlanFinding,
  answers: readonly NamedAnswer[],
  context: { readonly settings: CaseSettings; readonly now: Date; readonly by: string },
): CompleteCheck => {
  const { settings, now, by } = context;
  const today = localDay(now);
  const main =
    finding.kind === 'unknown'
      ? []
      : [...withoutPlan(finding.plan, familyCase, settings), ...withoutRegisseur(finding.regisseur, familyCase)];
  const strength = ownStrength(familyCase, settings, today).map(({ kind, since, details }) =>
    attention(`own-strength-${kind}`, since, [], details),
  );
  const answered = answers.filter(({ answer }) => answer.kind === 'answered').map(({ name }) => name);
  return {
    finding,
    deviations: [...main, ...notLookedAt(familyCase), ...strength, ...aboutWorkers(familyCase, today)],
    lookedAt: ['register', ...answered],
    by,
    at: now.toISOString(),
  };
};
