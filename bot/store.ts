/** Opens what is kept: the register, the audit log and the address book, in memory or in one folder. */
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Archive, AuditLine, AuditLog, Register } from '../cases/index.ts';
import {
  type AuditHead,
  auditedRegister,
  durableJsonFile,
  makeMemoryAuditLog,
  makeMemoryRegister,
  openAuditLog,
  openLowdbRegister,
  unloggedActions,
} from '../register/index.ts';
import { type AddressBook, addressBookDocument, openAddressBook } from './address-book.ts';
import { digestDocument, type DigestLedger, openDigestLedger } from './digest-ledger.ts';

export interface Store {
  readonly register: Register & Archive;
  /** Close it before the register, which holds the lock on the folder. */
  readonly auditLog: AuditLog & { close(): Promise<void> };
  /** Actions in the documents that the audit log did not hold when it was opened: somebody took lines away. */
  readonly unlogged: number;
  /** Where the audit log stands; null in memory. */
  auditHead(): AuditHead | null;
  readonly addressBook: AddressBook;
  /** Who got the list of the day. */
  readonly digests: DigestLedger;
}

export interface StoreOptions {
  /** null = memory: everything is gone when the process ends. */
  readonly dataDir: string | null;
  sha256(text: string): string;
  /** Memory may be ahead of the disk: the process must end. */
  onFatal(fault: Error): void;
}

export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir } = options;
  if (dataDir === null) {
    const auditLog = { ...makeMemoryAuditLog(), close: () => Promise.resolve() };
    const digests = await openDigestLedger(null);
    const register = auditedRegister(makeMemoryRegister(), auditLog);
    return {
      register,
      auditLog,
      unlogged: 0,
      auditHead: () => null,
      addressBook: await openAddressBook(null),
      digests,
    };
  }
  await makeFolders(dataDir);
  // The register holds the lock on the data folder, so it is opened first: two processes never write the other files.
  const register = await openLowdbRegister({
    folder: join(dataDir, 'cases'),
    onFatal: (fault) => {
      options.onFatal(fault);
    },
  });
  const unlogged = unloggedActions(await actionsIn(register));
  const auditLog = await openAuditLog({
    file: join(dataDir, 'audit.jsonl'),
    sha256: (text) => options.sha256(text),
    each: unlogged.seen,
  });
  const addressBook = await openAddressBook(durableJsonFile(join(dataDir, 'addresses.json'), addressBookDocument));
  const digests = await openDigestLedger(durableJsonFile(join(dataDir, 'digests.json'), digestDocument));
  return {
    register: auditedRegister(register, auditLog),
    auditLog,
    unlogged: unlogged.left().length,
    auditHead: () => auditLog.head(),
    addressBook,
    digests,
  };
}

async function actionsIn(register: Register & Archive): Promise<readonly AuditLine[]> {
  const cases = await Promise.all((await register.ids()).map((id) => register.read(id)));
  return cases.flatMap((one) => one?.audit ?? []);
}

async function makeFolders(dataDir: string): Promise<void> {
  try {
    await makeFolder(join(dataDir, 'cases'));
  } catch (cause) {
    const reason = ['EEXIST', 'ENOTDIR'].includes(codeOf(cause)) ? 'a file stands in its place' : codeOf(cause);
    throw new Error(
      `Failed to open the data folder ${dataDir}: it can't be made or written (${reason}). Mend that, or set another DATA_DIR.`,
      { cause },
    );
  }
}

/** Not with `recursive`: Node tries for ever where a folder can't be made inside one that exists, as in /proc. */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { mode: 0o700 });
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST' && (await stat(path)).isDirectory()) return;
    if (code !== 'ENOENT' || dirname(path) === path) throw error;
    await makeFolder(dirname(path));
    await mkdir(path, { mode: 0o700 });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}
