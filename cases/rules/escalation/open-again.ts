/**
 * What was decided comes back: after a no with a day, after somebody was sent on, or because an officer opens it again. A
 * family has one open card, so while another one is open the filings join that one, and what was decided stays as it was.
 */
import type { Author, EarlierRound, Escalation, FamilyCase, Instant } from '../../model.ts';
import { ownedAfterJoining } from '../hand-over.ts';
import { addWerkdagen, localDay } from '../werkdagen.ts';
import type { EscalationContext } from './context.ts';
import { isOpen } from './due.ts';
import { filingsOf, standingFilings, withFiling } from './filings.ts';
import { withoutPublication } from './publication.ts';
import { type Draft, type NewStep, written } from './step.ts';

interface OpenedBy {
  readonly by: Author;
  readonly reason: string;
  /** Whether the reason is for who reads the steps; else it is only kept with the round that ended. */
  readonly told: boolean;
}

/** The round that ended, as it is kept. */
export const roundOf = ({ state, closing }: Escalation, reason: string, reopenedAt: Instant): EarlierRound => {
  const decision = state.kind === 'decided' ? state.decision : null;
  return {
    decidedAt: decision?.at ?? null,
    verdict: decision?.verdict ?? null,
    reason,
    lesson: closing?.lesson ?? null,
    reopenedAt,
  };
};

/** On the desk with a new promise; what came of it before is kept. */
const onDeskAgain = (escalation: Escalation, reason: string, { now, settings }: EscalationContext): Escalation => {
  const due = addWerkdagen(localDay(now), settings.answerWithinWerkdagen, settings.holidays);
  return {
    ...escalation,
    state: { kind: 'filed' },
    level: 0,
    due,
    promisedBy: due,
    helped: null,
    lessonBy: null,
    lookAgainOn: null,
    closing: null,
    earlier: [...escalation.earlier, roundOf(escalation, reason, now.toISOString())],
  };
};

/** The open card with the filings of another one that still stand; who owned it and filed there hands it on. */
const withFilingsOf = (
  familyCase: FamilyCase,
  open: Escalation,
  from: Escalation,
  by: Author,
  context: EscalationContext,
) => {
  const known = filingsOf(open).map(({ id }) => id);
  const coming = standingFilings(from).filter(({ id }) => !known.includes(id));
  const filed = coming.reduce(withFiling, open);
  const owned = coming.reduce(
    (one, { filedBy }) => ownedAfterJoining(one.familyCase, one.escalation, filedBy.id, context) ?? one,
    { familyCase, escalation: filed },
  );
  const tell: NewStep['tell'] = owned.escalation.owner === open.owner ? ['owner'] : [];
  const steps = coming.map(
    ({ id }, at): NewStep => ({ kind: 'joined', by, day: open.due, about: id, tell: at === 0 ? tell : [] }),
  );
  return written(open, { ...owned, steps }, context).familyCase;
};

export const openAgain = (
  familyCase: FamilyCase,
  escalation: Escalation,
  { by, reason, told }: OpenedBy,
  context: EscalationContext,
): Draft => {
  const why = told ? reason : null;
  const open = familyCase.escalations.find((one) => one.id !== escalation.id && isOpen(one));
  if (open === undefined) {
    const again = onDeskAgain(escalation, reason, context);
    const step: NewStep = { kind: 'reopened', by, reason: why, day: again.due, tell: ['filer', 'owner'] };
    return { familyCase, escalation: again, steps: [step] };
  }
  return {
    familyCase: withFilingsOf(familyCase, open, escalation, by, context),
    escalation: { ...withoutPublication(escalation), helped: null, lessonBy: null, lookAgainOn: null },
    steps: [{ kind: 'went-on', by, reason: why, day: open.due, about: open.id, tell: ['filer'] }],
  };
};
