/** What goes for good: by its term, or because the family asks. The audit line comes first; without it nothing goes. */
import type { CaseSettings, FamilyCase } from '../model.ts';
import type { Archive, AuditLog, Register } from '../ports.ts';
import { type KeepDays, type Retention, retentionOf, type StillRunning, stillRunning } from '../rules/retention.ts';
import { localDay } from '../rules/werkdagen.ts';

export interface KeepDeps {
  readonly register: Pick<Register, 'read'> & Archive;
  readonly auditLog: AuditLog;
  readonly settings: CaseSettings;
  now(): Date;
}

/** Who does it: the administrator of the machine, as the system knows him. */
export interface Eraser {
  readonly actor: string;
  readonly because: 'term-passed' | 'asked-by-family';
}

export type Erased =
  | { readonly kind: 'erased' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'still-open'; readonly because: readonly StillRunning[] }
  /** Its term has not passed, or the municipality has set none. */
  | { readonly kind: 'not-yet'; readonly retention: Retention }
  | { readonly kind: 'changed-meanwhile' };

const nothingPasses: KeepDays = { filing: null, family: null };

/** Never an open case, whatever the reason. */
export const eraseCase = async (
  deps: KeepDeps,
  caseId: string,
  { actor, because }: Eraser,
  keep: KeepDays = nothingPasses,
): Promise<Erased> => {
  const familyCase = await deps.register.read(caseId);
  if (familyCase === undefined) return { kind: 'not-found' };
  const refused = refusal(familyCase, deps, because, keep);
  if (refused !== undefined) return refused;
  const line = (event: string) => ({ at: deps.now().toISOString(), event, actor, subject: caseId });
  await deps.auditLog.append(line(`case-erased:${because}`));
  const outcome = await deps.register.erase(caseId, familyCase.version);
  if (outcome.kind === 'committed') return { kind: 'erased' };
  await deps.auditLog.append(line('not-carried-out'));
  return { kind: 'changed-meanwhile' };
};

const refusal = (
  familyCase: FamilyCase,
  deps: KeepDeps,
  because: Eraser['because'],
  keep: KeepDays,
): Erased | undefined => {
  const { settings } = deps;
  const today = localDay(deps.now());
  const running = stillRunning(familyCase, settings, today);
  if (running.length > 0) return { kind: 'still-open', because: running };
  if (because === 'asked-by-family') return undefined;
  const retention = retentionOf(familyCase, keep, { settings, today });
  return retention.kind === 'passed' ? undefined : { kind: 'not-yet', retention };
};

export interface Copied {
  readonly kind: 'copied';
  readonly familyCase: FamilyCase;
}

/** The whole document, for the family or with its consent for somebody else. */
export const copyCase = async (
  deps: KeepDeps,
  caseId: string,
  { actor, event }: { readonly actor: string; readonly event: 'case-exported:family' | 'case-exported:consent' },
): Promise<Copied | { readonly kind: 'not-found' }> => {
  const familyCase = await deps.register.read(caseId);
  if (familyCase === undefined) return { kind: 'not-found' };
  await deps.auditLog.append({ at: deps.now().toISOString(), event, actor, subject: caseId });
  return { kind: 'copied', familyCase };
};
