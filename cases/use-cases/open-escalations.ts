import type { CardView } from '../cases.ts';
import type { FamilyCase, StaffActor } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import type { Staff } from '../rules/access.ts';
import { deny, recordLooks, staffOf } from './audited.ts';
import { cardView } from './card-view.ts';

/** The officer's live card of every open escalation in this case. Outside sources are asked when a card is opened. */
const openCards = (familyCase: FamilyCase, staff: Staff): readonly CardView[] =>
  familyCase.cards.flatMap((card) => {
    const escalation = familyCase.escalations.find(({ id }) => id === card.escalationId);
    const open = escalation?.state.kind === 'filed' || escalation?.state.kind === 'taken';
    if (escalation === undefined || !open || card.state !== 'live' || card.addressee !== staff.id) return [];
    return [cardView(familyCase, escalation, card.cardRef, staff, null)];
  });

/** Newest first. Every case in the list is a look, and an empty list is one too. */
export const openEscalations = async (deps: CaseDeps, actor: StaffActor): Promise<readonly CardView[] | Refusal> => {
  const staff = await staffOf(deps, actor);
  if (staff?.role !== 'officer')
    return deny(deps, 'open-escalations', { kind: 'not-allowed' }, { actor: actor.id, subject: actor.id });
  const ids = await deps.register.casesForOfficer(staff.id);
  const cases = await Promise.all(ids.map((id) => deps.register.read(id)));
  const cards = cases.flatMap((familyCase) => (familyCase === undefined ? [] : openCards(familyCase, staff)));
  const look = { event: 'escalations-listed', actor: staff.id };
  const subjects = cards.length === 0 ? [staff.id] : cards.map(({ escalation }) => escalation.id);
  const unrecorded = await recordLooks(
    deps,
    subjects.map((subject) => ({ ...look, subject })),
  );
  return unrecorded ?? cards.sort((one, other) => other.escalation.filedAt.localeCompare(one.escalation.filedAt));
};
