/** Who has a task for a family: ids stand in the case, names in the table of roles. */
import type { TeamMember } from '../cases.ts';
import type { FamilyCase } from '../model.ts';
import type { RoleTable } from '../ports.ts';

/** In the order of the case; who is in the table no more, is left out. */
export const teamOf = async (
  { roles }: { readonly roles: Pick<RoleTable, 'roleOf'> },
  { workers }: Pick<FamilyCase, 'workers'>,
): Promise<readonly TeamMember[]> => {
  const team = await Promise.all(workers.map(async (id) => ({ id, name: (await roles.roleOf(id))?.name })));
  return team.flatMap(({ id, name }) => (name === undefined ? [] : [{ id, name }]));
};
