/**
 * A register of which every change also stands in the audit log (docs/decisions/audit-of-actions.md). What a commit adds to
 * the audit of a case is in the chain before the case is stored: without it nothing is changed. The other way round a crash
 * could leave a change of which the chain knows nothing.
 */
import type { AuditLog, FamilyCase, Register } from '../cases/index.ts';
import { makeLanes } from './lowdb/lanes.ts';

/** Follows a line of which the change was not stored after all. Its subject is the case. */
const NOT_CARRIED_OUT = 'not-carried-out';

export const auditedRegister = <R extends Register>(register: R, auditLog: AuditLog): R => {
  const lanes = makeLanes();

  const commit: Register['commit'] = async (next) => {
    const stored = await register.read(next.id);
    const added = next.audit.slice(stored?.audit.length ?? 0);
    // What has been changed since will be refused: that is no action yet.
    if (added.length === 0 || next.version !== (stored?.version ?? 0) + 1) return register.commit(next);
    await Promise.all(added.map((line) => auditLog.append(line)));
    try {
      const outcome = await register.commit(next);
      if (outcome.kind !== 'committed') await takeBack(next);
      return outcome;
    } catch (fault) {
      // The disk that refused the case may refuse this line as well; the fault that counts is the first one.
      await takeBack(next).catch(() => undefined);
      throw fault;
    }
  };

  const takeBack = async ({ id: subject, audit }: FamilyCase): Promise<void> => {
    const at = audit.at(-1)?.at ?? '';
    await auditLog.append({ at, event: NOT_CARRIED_OUT, actor: 'system', subject });
  };

  return {
    ...register,
    commit: (next) => lanes.run(next.id, () => commit(next)),
    close: async () => {
      await lanes.idle();
      await register.close();
    },
  };
};
