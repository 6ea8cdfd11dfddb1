/** Which card about an escalation somebody has already: news is put in its place, instead of beside it. */
import type { FamilyCase, Notice, Register } from '../../cases/index.ts';
import type { ToDeliver } from './to-deliver.ts';

export interface Standing {
  /** The card with which this person can act; `null`: there is none that works. */
  readonly cardRef: string | null;
  /** The activity that shows it; `null`: not known, so a new one is sent. */
  readonly activityId: string | null;
}

export const nothingStands: Standing = { cardRef: null, activityId: null };

/** A channel that asked the register for each notice would be slow: only these kinds are put in an earlier one's place. */
const updating: readonly string[] = ['escalation-news', 'escalation-due'];

export function standingIn(register: Pick<Register, 'read'>) {
  return async (due: ToDeliver): Promise<Standing> => {
    if ('work' in due || !updating.includes(due.notice.noticeKind)) return nothingStands;
    const familyCase = await register.read(due.caseId);
    return familyCase === undefined ? nothingStands : standingOf(familyCase, due.notice);
  };
}

export function standingOf({ cards, notices }: FamilyCase, { to, escalationId }: Notice): Standing {
  if (to.kind !== 'actor') return nothingStands;
  const live = cards.findLast(
    (card) => card.escalationId === escalationId && card.addressee === to.id && card.state === 'live',
  );
  const cardRef = live?.cardRef ?? null;
  const carries = ({ noticeKind, cardRef: carried }: Notice) =>
    cardRef === null ? noticeKind === 'escalation-news' : carried === cardRef || updating.includes(noticeKind);
  const shown = notices.findLast((one) => {
    const same = one.escalationId === escalationId && one.to.kind === 'actor' && one.to.id === to.id;
    return same && carries(one) && one.state.kind === 'sent' && one.state.activityId !== null;
  });
  return { cardRef, activityId: shown?.state.kind === 'sent' ? shown.state.activityId : null };
}
