/** Who really acts, and the audit line that comes before anything is shown. */
import type { StaffActor } from '../model.ts';
import type { Refusal } from '../rules/refusal.ts';
import type { CaseDeps } from '../ports.ts';
import type { Staff } from '../rules/access.ts';

export interface Look {
  readonly event: string;
  readonly actor: string;
  readonly subject: string;
}

/** The role as the table has it now. That an actor says he is an officer proves nothing. */
export const staffOf = async (deps: CaseDeps, actor: StaffActor): Promise<Staff | undefined> => {
  const entry = await deps.roles.roleOf(actor.id);
  return entry && { id: actor.id, name: entry.name, role: entry.role };
};

/** Resolves once the lines are on disk. A log that can't be written means that nothing may be shown. */
export const recordLooks = async (deps: CaseDeps, looks: readonly Look[]): Promise<Refusal | undefined> => {
  const at = deps.now().toISOString();
  const written = await Promise.allSettled(looks.map((look) => deps.auditLog.append({ at, ...look })));
  return written.every(({ status }) => status === 'fulfilled') ? undefined : { kind: 'audit-unavailable' };
};

/** A refusal about authority leaves a line of its own. */
export const deny = async (deps: CaseDeps, action: string, refusal: Refusal, look: Omit<Look, 'event'>) =>
  (await recordLooks(deps, [{ event: `denied:${action}`, ...look }])) ?? refusal;
