/** Everybody whom the system knows around one family, by name: none of them may stand in a text for everybody. */
import type { Escalation, FamilyCase, Named } from '../../model.ts';
import type { EscalationContext } from '../escalation/context.ts';
import { filingsOf } from '../escalation/filings.ts';

interface Around {
  readonly familyCase: FamilyCase;
  readonly escalation: Escalation;
  readonly by: Named;
  readonly context: Pick<EscalationContext, 'officers' | 'team'>;
}

export const knownNames = ({ familyCase, escalation, by, context }: Around): readonly string[] => {
  const { family, parties, regisseurs, facts } = familyCase;
  const filings = filingsOf(escalation);
  const names: readonly (string | null | undefined)[] = [
    ...(family.kind === 'known' ? [family.label, ...family.members.map(({ name }) => name)] : []),
    ...parties.map(({ person }) => person),
    ...regisseurs.flatMap(({ name, deputy }) => [name, deputy]),
    ...filings.flatMap(({ filedBy, onBehalf }) => [filedBy.name, onBehalf?.name]),
    ...facts.map(({ by: author }) => (author.kind === 'system' ? null : author.name)),
    ...escalation.steps.map(({ by: author }) => ('name' in author ? author.name : null)),
    ...[...context.officers, ...(context.team ?? []), by].map(({ name }) => name),
  ];
  return [...new Set(names.flatMap((name) => name ?? []))];
};
