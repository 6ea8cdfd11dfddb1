import type { CardView } from '../cases.ts';
import type { Escalation, FamilyCase, StaffActor } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import type { Staff } from '../rules/access.ts';
import { dueItems, isRunning } from '../rules/escalation/due.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { cardView } from './card-view.ts';

/** The officer's live card of every running escalation in this case. Outside sources are asked when a card is opened. */
const runningCards = (familyCase: FamilyCase, staff: Staff): readonly CardView[] =>
  familyCase.cards.flatMap((card) => {
    const escalation = familyCase.escalations.find(({ id }) => id === card.escalationId);
    if (escalation === undefined || !isRunning(escalation)) return [];
    if (card.state !== 'live' || card.addressee !== staff.id) return [];
    return [cardView(familyCase, escalation, card.cardRef, staff, null)];
  });

const firstDay = (escalation: Escalation): string => dueItems(escalation)[0]?.due ?? '9999-12-31';

/**
 * What has the first day due stands in front; one card an escalation. Every case in the list is a look, and an empty list is
 * one too.
 */
export const runningEscalations = async (deps: CaseDeps, actor: StaffActor): Promise<readonly CardView[] | Refusal> => {
  const staff = await staffOf(deps, actor);
  if (staff?.role !== 'officer')
    return deny(deps, 'open-escalations', { kind: 'not-allowed' }, { actor: actor.id, subject: actor.id });
  const ids = await deps.register.casesForOfficer(staff.id);
  const cases = await Promise.all(ids.map((id) => deps.register.read(id)));
  const cards = cases.flatMap((familyCase) => (familyCase === undefined ? [] : runningCards(familyCase, staff)));
  const subjects = cards.length === 0 ? [staff.id] : cards.map(({ escalation }) => escalation.id);
  const looks = subjects.map((subject) => ({ event: 'escalations-listed', actor: staff.id, subject }));
  const unrecorded = await recordLooks(deps, looks);
  if (unrecorded !== undefined) return unrecorded;
  return cards.sort((one, other) => firstDay(one.escalation).localeCompare(firstDay(other.escalation)));
};
