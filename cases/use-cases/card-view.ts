import type { CardView } from '../cases.ts';
import type { Escalation, FamilyCase, OnePlanFinding } from '../model.ts';
import { may, type Staff } from '../rules/access.ts';
import { isFiler } from '../rules/escalation/filings.ts';

/** How people call this case; a filing that nobody matched to a family yet goes by its number. */
export const labelOf = ({ family, escalations }: FamilyCase): string =>
  family.kind === 'known' ? family.label : (escalations[0]?.number ?? '');

export const cardView = (
  familyCase: FamilyCase,
  escalation: Escalation,
  cardRef: string,
  staff: Staff,
  finding: OnePlanFinding | null,
): CardView => {
  const open = escalation.state.kind === 'filed' || escalation.state.kind === 'taken';
  const allowed = may(staff, { kind: 'decide', escalationId: escalation.id }, familyCase);
  const mayDecide = open && allowed && !isFiler(escalation, staff.id);
  return { kind: 'card', cardRef, label: labelOf(familyCase), escalation, familyCase, finding, mayDecide };
};
