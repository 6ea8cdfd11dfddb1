/** Reads every document at the start. A folder that is not in order stops the start: never an empty register by mistake. */
import { join } from 'node:path';
import type { FamilyCase } from '../../cases/index.ts';
import { type DurableFs, syncFolder } from '../durable-fs.ts';
import { RegisterError } from '../faults.ts';
import { frozen, storedCaseSchema } from '../stored-case.ts';
import { durableAdapter } from './durable-adapter.ts';

const extension = '.json';
const atOnce = 32;

export const pathOf = (folder: string, caseId: string): string => join(folder, `${caseId}${extension}`);

const loadOne = async (fs: DurableFs, folder: string, name: string): Promise<FamilyCase> => {
  const path = join(folder, name);
  const familyCase = await durableAdapter({ path, schema: storedCaseSchema, fs }).read();
  if (familyCase !== null && `${familyCase.id}${extension}` === name) return frozen(familyCase);
  const what = familyCase === null ? 'it went away while it was read' : 'it holds a case with another id';
  throw new RegisterError(
    'register-damaged',
    `Failed to read ${path}: ${what}. It was left as it is. Restore this file from the backup, then start again.`,
  );
};

/** A temp file holds personal data of a write that was never acknowledged. */
export const deleteLeftovers = async (fs: DurableFs, folder: string) => {
  const leftovers = (await fs.list(folder)).filter((name) => name.endsWith(`${extension}.tmp`));
  for (const name of leftovers) await fs.unlink(join(folder, name));
  if (leftovers.length > 0) await syncFolder(fs, folder);
};

export const loadCases = async (fs: DurableFs, folder: string, each: (familyCase: FamilyCase) => void) => {
  const names = (await fs.list(folder)).filter((name) => name.endsWith(extension));
  for (let from = 0; from < names.length; from += atOnce) {
    const part = names.slice(from, from + atOnce);
    for (const familyCase of await Promise.all(part.map((name) => loadOne(fs, folder, name)))) each(familyCase);
  }
};
