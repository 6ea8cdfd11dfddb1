/**
 * Reads what a register stored without taking its lock, also while a server runs: each document is replaced by a rename, so
 * it is always whole, and a document that is erased between the list and the reading is simply not there. Documents are of
 * slightly different moments; nothing is ever written.
 */
import { join } from 'node:path';
import type { FamilyCase } from '../../cases/index.ts';
import { type DurableFs, nodeFs } from '../durable-fs.ts';
import { codeOf, RegisterError } from '../faults.ts';
import { storedCaseSchema } from '../stored-case.ts';
import { durableAdapter } from './durable-adapter.ts';

const extension = '.json';

/** One at a time, so that ten thousand families need the memory of one. Throws a RegisterError naming what can't be read. */
export async function* storedCases(folder: string, fs: DurableFs = nodeFs): AsyncGenerator<FamilyCase> {
  const names = (await listed(folder, fs)).filter((name) => name.endsWith(extension));
  for (const name of names) {
    const familyCase = await durableAdapter({ path: join(folder, name), schema: storedCaseSchema, fs }).read();
    if (familyCase !== null) yield familyCase;
  }
}

async function listed(folder: string, fs: DurableFs): Promise<readonly string[]> {
  try {
    return await fs.list(folder);
  } catch (fault) {
    throw new RegisterError(
      'register-unreadable',
      `Failed to read the register: the folder ${folder} can't be read (${codeOf(fault)}). Check DATA_DIR.`,
      fault,
    );
  }
}
