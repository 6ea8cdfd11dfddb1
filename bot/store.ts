/** Opens what is kept: the register, the audit log and the address book, in memory or in one folder. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { AuditLog, Register } from '../cases/index.ts';
import { durableJsonFile, makeMemoryAuditLog, makeMemoryRegister, openAuditLog, openLowdbRegister } from '../register/index.ts';
import { type AddressBook, addressBookDocument, openAddressBook } from './address-book.ts';

export interface Store {
  readonly register: Register;
  readonly auditLog: AuditLog;
  readonly addressBook: AddressBook;
}

export interface StoreOptions {
  /** null = memory: everything is gone when the process ends. */
  readonly dataDir: string | null;
  sha256(text: string): string;
  /** Memory may be ahead of the disk: the process must end. */
  onFatal(fault: Error): void;
}

export async function openStore({ dataDir, sha256, onFatal }: StoreOptions): Promise<Store> {
  if (dataDir === null) {
    return { register: makeMemoryRegister(), auditLog: makeMemoryAuditLog(), addressBook: await openAddressBook(null) };
  }
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  // The register holds the lock on the data folder, so it is opened first: two processes never write the other files.
  const register = await openLowdbRegister({ folder: join(dataDir, 'cases'), onFatal });
  const auditLog = await openAuditLog({ file: join(dataDir, 'audit.jsonl'), sha256 });
  const addressBook = await openAddressBook(durableJsonFile(join(dataDir, 'addresses.json'), addressBookDocument));
  return { register, auditLog, addressBook };
}
