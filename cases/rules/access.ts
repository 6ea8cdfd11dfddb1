/** Who may do what with a family case. Deny by default; `actor` comes from the role table, never from a claim. */
import type { Escalation, FamilyCase } from '../model.ts';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: 'worker' | 'officer';
}

export type CaseAction =
  | { readonly kind: 'check' }
  | { readonly kind: 'file' }
  | { readonly kind: 'open-card' | 'take' | 'decide' | 'withdraw'; readonly escalationId: string };

const isBeforeOfficer = (officerId: string, familyCase: FamilyCase, escalation: Escalation): boolean =>
  escalation.owner === officerId ||
  familyCase.cards.some((card) => card.escalationId === escalation.id && card.addressee === officerId);

export const may = (actor: Staff, action: CaseAction, familyCase: FamilyCase): boolean => {
  const hasTask = familyCase.workers.includes(actor.id);
  const escalations = familyCase.escalations.filter(
    ({ id }) => !('escalationId' in action) || id === action.escalationId,
  );
  const asOfficer = actor.role === 'officer' && escalations.some((one) => isBeforeOfficer(actor.id, familyCase, one));
  switch (action.kind) {
    case 'check':
      return hasTask || asOfficer;
    case 'file':
      return hasTask;
    case 'open-card':
    case 'take':
    case 'decide':
      return asOfficer;
    case 'withdraw':
      return escalations.some(({ filedBy }) => filedBy.kind !== 'parent' && filedBy.id === actor.id);
  }
};
