/** Who had an escalation, and who has it now, by name: what a parent reads instead of "the next one". */
import type { OwnerNames } from '../cases.ts';
import type { Escalation } from '../model.ts';
import type { CaseDeps } from '../ports.ts';

/** Of who has no role any more there is no name. */
export const ownerNames = async (
  { roles }: Pick<CaseDeps, 'roles'>,
  { owner, steps }: Pick<Escalation, 'owner' | 'steps'>,
): Promise<OwnerNames> => {
  const ids = [...new Set([owner, ...steps.map((step) => step.owner)])];
  const named = await Promise.all(ids.map(async (id) => [id, (await roles.roleOf(id))?.name] as const));
  return new Map(named.flatMap(([id, name]) => (name === undefined ? [] : [[id, name] as const])));
};
