/** The stuck rules on a stored family: what they find is added to what they found before, and the card goes to the desk. */
import type { CaseSettings, Day, FamilyCase, StuckCard, StuckFinding } from '../../model.ts';
import { auditLine } from '../change.ts';
import { addEscalation, type EscalationContext } from '../file-escalation.ts';
import { isOpen } from '../hand-over.ts';
import { addDays, localDay } from '../werkdagen.ts';
import { walkCard } from './card.ts';
import { fireRules } from './fire.ts';
import { inOrder } from './order.ts';

/** The family's one card as it is on `today`; `null` when nothing ever landed on the desk. */
export const stuckCardOf = (
  { facts, stuck }: Pick<FamilyCase, 'facts' | 'stuck'>,
  settings: Pick<CaseSettings, 'planOutdatedAfterDays'>,
  today: Day,
): StuckCard | null => {
  const { findings, stops, pushes } = stuck;
  return walkCard({ facts, findings, stops, pushes, settings, through: today });
};

/** Findings that still wait for a worker, as proposals. */
export const openProposals = ({ stuck }: Pick<FamilyCase, 'stuck'>, today: Day): readonly StuckFinding[] => {
  const settled = new Set([...stuck.stops, ...stuck.pushes].map(({ key }) => key));
  return stuck.findings.filter(
    ({ mode, deskOn, key }) => mode === 'propose' && deskOn !== null && deskOn > today && !settled.has(key),
  );
};

/** From this day a regisseur without an agreed plan is late. */
const lateFrom = (since: Day, { planWithinDays }: CaseSettings): Day => addDays(since, planWithinDays + 1);

const lastDecision = (familyCase: FamilyCase) => {
  const { escalationIds } = familyCase.stuck;
  const state = familyCase.escalations.find(({ id }) => id === escalationIds.at(-1))?.state;
  return state?.kind === 'decided' ? state.decision : undefined;
};

/** New findings, which stay for good whatever facts come in later. */
const grown = (familyCase: FamilyCase, settings: CaseSettings, today: Day) => {
  const known = new Set(familyCase.stuck.findings.map(({ key }) => key));
  const found = fireRules(familyCase.facts, settings, addDays(today, -1)).filter(({ key }) => !known.has(key));
  const findings = found.length === 0 ? familyCase.stuck.findings : [...familyCase.stuck.findings, ...found];
  const next = { ...familyCase, stuck: { ...familyCase.stuck, findings } };
  return { found, card: stuckCardOf(next, settings, today), familyCase: found.length === 0 ? familyCase : next };
};

/** The words of the family that belong to the newest open request, else to the newest signal that has them. */
const wordsFor = ({ requests, signals, facts }: FamilyCase): string => {
  const dated = new Map(inOrder(facts).map(({ id }, place) => [id, place]));
  const newest = (ids: readonly { readonly factId: string; readonly text: string }[]) =>
    ids.reduce<{ factId: string; text: string } | undefined>(
      (best, one) => (best === undefined || (dated.get(one.factId) ?? 0) >= (dated.get(best.factId) ?? 0) ? one : best),
      undefined,
    )?.text;
  const asked = requests
    .filter(({ endedOn }) => endedOn === null)
    .map(({ id, words }) => ({ factId: id, text: words.text }));
  const said = signals.flatMap(({ factId, words }) => (words === null ? [] : [{ factId, text: words.text }]));
  return newest(asked) ?? newest(said) ?? '';
};

/**
 * Whether an open card needs a new escalation: nobody has one, and either nobody ever had, something was found since the
 * last one was decided, or its day passed and the family still has no regisseur with a plan.
 */
const needsDesk = (
  familyCase: FamilyCase,
  card: StuckCard,
  found: readonly StuckFinding[],
  { settings, today }: { readonly settings: CaseSettings; readonly today: Day },
): boolean => {
  const { state } = card;
  if (state.kind === 'closed' || familyCase.escalations.some(isOpen)) return false;
  if (state.kind === 'waits-for-plan') return today >= lateFrom(state.since, settings);
  const decision = lastDecision(familyCase);
  if (decision === undefined) return true;
  const decidedOn = localDay(new Date(decision.at));
  const opened = card.reopened.at(-1) ?? card.openedOn;
  const landed = ({ deskOn }: StuckFinding) => deskOn !== null && deskOn <= today;
  const since =
    found.some(landed) || familyCase.stuck.findings.some((one) => landed(one) && (one.deskOn ?? '') > decidedOn);
  return since || opened > decidedOn || decision.effectiveOn < today;
};

/** An escalation that is open already carries the card from now on: a family never has two. */
const adopted = (familyCase: FamilyCase): FamilyCase => {
  const open = familyCase.escalations.find(isOpen);
  if (open === undefined || familyCase.stuck.escalationIds.includes(open.id)) return familyCase;
  return {
    ...familyCase,
    stuck: { ...familyCase.stuck, escalationIds: [...familyCase.stuck.escalationIds, open.id] },
  };
};

/** With nobody on duty the card can't be filed; every later look tries it again. */
const onTheDesk = (familyCase: FamilyCase, context: EscalationContext): FamilyCase => {
  const filed = addEscalation(
    familyCase,
    {
      by: { kind: 'system', id: null, name: null },
      ownWords: wordsFor(familyCase),
      summary: null,
      answers: { complex: 'unknown', stuck: 'stuck', harm: 'unknown' },
      replyTo: null,
      followCodeHash: context.sha256(`no-code\n${context.newId()}`),
    },
    context,
  );
  return filed.kind === 'nobody-to-ask' ? familyCase : adopted(filed.familyCase);
};

export interface Grown {
  /** There is a card that belongs on the desk, and the municipality is not ready; every later look tries it again. */
  readonly held: boolean;
  /** The same object when nothing is different; else without a new version, which the caller gives it. */
  readonly familyCase: FamilyCase;
  readonly found: readonly StuckFinding[];
  readonly card: StuckCard | null;
}

/** Runs the rules and puts the card on the desk when it belongs there. */
export const growStuck = (before: FamilyCase, context: EscalationContext): Grown => {
  const { now, settings } = context;
  const today = localDay(now);
  const { familyCase, found, card } = grown(before, settings, today);
  const open = card !== null && card.state.kind !== 'closed';
  const carried = open ? adopted(familyCase) : familyCase;
  const wanted = card !== null && needsDesk(carried, card, found, { settings, today });
  const held = wanted && context.ready === false;
  const after = wanted && !held ? onTheDesk(carried, context) : carried;
  if (after === before) return { familyCase: before, found, card, held };
  const lines = found.map(({ key }) => auditLine({ now, event: 'stuck-found', actor: 'system', subject: key }));
  return { familyCase: { ...after, audit: [...after.audit, ...lines] }, found, card, held };
};
