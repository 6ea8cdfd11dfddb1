/** A DATA_DIR with these cases in it, as a server that was stopped leaves it. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FamilyCase } from '../../cases/index.ts';
import { openLowdbRegister } from '../../register/index.ts';

export interface ADataFolder {
  /** For `DATA_DIR`. */
  readonly folder: string;
  /** Ids of the cases that are on disk. */
  cases(): Promise<readonly string[]>;
  /** The audit log as text; empty when there is none. */
  auditLog(): Promise<string>;
  remove(): Promise<void>;
}

const fails = (fault: Error) => {
  throw fault;
};

export async function aDataFolder(cases: readonly FamilyCase[]): Promise<ADataFolder> {
  const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-data-'));
  const register = await openLowdbRegister({ folder: join(folder, 'cases'), onFatal: fails });
  for (const familyCase of cases) await register.commit({ ...familyCase, version: 1 });
  await register.close();
  return {
    folder,
    cases: async () =>
      (await readdir(join(folder, 'cases')))
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.replace(/\.json$/, ''))
        .sort(),
    auditLog: () => readFile(join(folder, 'audit.jsonl'), 'utf8').catch(() => ''),
    remove: () => rm(folder, { recursive: true }),
  };
}
