/** The stored cases for an administrator's command: with the lock on DATA_DIR, so never while a server runs on it. */
import { stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { type KeepDeps, normaliseFollowCode, type Register } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { openAuditLog, openLowdbRegister } from '../../register/index.ts';
import { caseSettings } from '../case-settings.ts';
import { realWorld } from '../world.ts';
import { Refused } from './command.ts';

/** A folder that is not there would be made: a typing error must not end in an empty register. */
export async function casesFolder(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'cases');
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  throw new Refused(`In ${dataDir} staan geen gezinnen: de map cases ontbreekt. Kijk of DATA_DIR klopt.`);
}

export interface OpenArchive extends KeepDeps {
  readonly register: KeepDeps['register'] & Register;
}

export async function withArchive<T>(
  dataDir: string,
  knowledge: Knowledge,
  work: (archive: OpenArchive) => Promise<T>,
): Promise<T> {
  const onFatal = (fault: Error) => {
    throw fault;
  };
  const register = await openLowdbRegister({ folder: await casesFolder(dataDir), onFatal });
  try {
    const auditLog = await openAuditLog({
      file: join(dataDir, 'audit.jsonl'),
      sha256: (text) => realWorld.sha256(text),
    });
    try {
      const settings = caseSettings(knowledge.settings);
      return await work({ register, auditLog, settings, now: () => realWorld.now() });
    } finally {
      await auditLog.close();
    }
  } finally {
    await register.close();
  }
}

/** As the machine knows who runs this. */
export const administrator = (): string => `administrator:${userInfo().username}`;

/** What people call a family, with or without the word before it. */
const nameOf = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(het )?(gezin|familie) /, '');

/** The id of a case, from its id, a follow code, or the name of a family, e.g. "De Vries" or "Gezin De Vries". */
export async function caseIdOf(typed: string, register: Register): Promise<string> {
  if ((await register.read(typed)) !== undefined) return typed;
  const code = normaliseFollowCode(typed);
  const byCode = code === undefined ? undefined : await register.caseOfFollowCode(realWorld.sha256(code));
  if (byCode !== undefined) return byCode;
  const named = (await register.casesOf(null)).filter(({ label }) => nameOf(label) === nameOf(typed));
  const [only, ...others] = named;
  if (only === undefined)
    throw new Refused('Dit gezin ken ik niet. Geef het id, de volgcode of de naam van het gezin.');
  if (others.length === 0) return only.caseId;
  const found = named.map(({ label, caseId }) => `${label} (${caseId})`).join(', ');
  throw new Refused(`Er zijn meer gezinnen met deze naam: ${found}. Geef het id.`);
}
