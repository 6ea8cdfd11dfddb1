/** Who may do what with a family case. Deny by default; `actor` comes from the role table, never from a claim. */
import type { Escalation, FamilyCase } from '../model.ts';
import { isFiler } from './escalation/filings.ts';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly role: 'worker' | 'officer';
}

export type CaseAction =
  | { readonly kind: 'check' }
  | { readonly kind: 'file' }
  /** Write something down about the family. */
  | { readonly kind: 'record' }
  /** `act`: anything else an officer does. `react`: add something as, or for, who asked. `follow`: look with a code. */
  | {
      readonly kind:
        | 'open-card'
        | 'take'
        | 'decide'
        | 'act'
        | 'take-over'
        | 'unpublish'
        | 'withdraw'
        | 'react'
        | 'follow';
      readonly escalationId: string;
    };

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
    case 'record':
      return hasTask || asOfficer;
    case 'file':
      return hasTask;
    case 'open-card':
    case 'take':
    case 'decide':
    case 'act':
      return asOfficer;
    // An officer may take over from a colleague before whom it lies; it leaves a reason that the parent can read.
    // What everybody can read, every officer can take away at once.
    case 'unpublish':
    case 'take-over':
      return actor.role === 'officer' && escalations.length > 0;
    case 'follow':
      return hasTask || asOfficer || escalations.some((one) => isFiler(one, actor.id));
    case 'react':
      return hasTask || escalations.some((one) => isFiler(one, actor.id));
    case 'withdraw':
      return escalations.some((one) => isFiler(one, actor.id));
  }
};
