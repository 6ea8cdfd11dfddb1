/**
 * The default register: one JSON document per family case, written through lowdb. One atomic, fsynced write is the
 * transaction, its cost does not grow with the number of cases, and erasing a family is one file.
 */
import { join } from 'node:path';
import { Low } from 'lowdb';
import type { Archive, CommitOutcome, FamilyCase, Register } from '../../cases/index.ts';
import { type CaseIndex, makeCaseIndex } from '../case-index.ts';
import { type DurableFs, nodeFs, syncFolder } from '../durable-fs.ts';
import { codeOf, RegisterError } from '../faults.ts';
import { readsOf } from '../reads.ts';
import { storedCaseSchema, storedCopy } from '../stored-case.ts';
import { durableAdapter } from './durable-adapter.ts';
import { makeLanes } from './lanes.ts';
import { deleteLeftovers, loadCases, pathOf } from './load.ts';
import { lockFolder, type Release } from './lock.ts';

export interface LowdbRegisterOptions {
  /** For family cases only; it is made when it is absent. */
  readonly folder: string;
  /** A write failed half-way or the lock was lost: memory and disk may differ, so the process must end now. */
  readonly onFatal: (fault: Error) => void;
  /** Below this much free space nothing is written any more; 16 MB unless told otherwise. */
  readonly keepFreeBytes?: number;
  readonly fs?: DurableFs;
  readonly lock?: (folder: string, onLost: (fault: Error) => void) => Promise<Release>;
}

const defaultKeepFreeBytes = 16 * 1024 * 1024;

const prepare = async (fs: DurableFs, folder: string) => {
  const probe = join(folder, '.probe');
  try {
    await fs.makeFolder(folder);
    await (await fs.open(probe, 'create')).close();
    await fs.unlink(probe);
  } catch (fault) {
    throw new RegisterError(
      'register-unwritable',
      `Failed to open the register: the folder ${folder} can't be written (${codeOf(fault)}). Make it writable for this user, or choose another folder.`,
      fault,
    );
  }
};

interface Store {
  readonly fs: DurableFs;
  readonly folder: string;
  readonly keepFreeBytes: number;
  readonly index: CaseIndex;
  /** Throws once the register can't be trusted any more. */
  readonly check: () => void;
  readonly fail: (fault: unknown) => RegisterError;
}

const checkSpace = async ({ fs, folder, keepFreeBytes }: Store) => {
  const free = await fs.freeBytes(folder);
  if (free < keepFreeBytes)
    throw new RegisterError(
      'register-full',
      `Failed to store a case: only ${Math.floor(free / 1024)} KB are free on the disk of ${folder}. Make room; no restart is needed.`,
    );
};

/** Runs alone in the lane of its document. What readers see changes only after the document is on disk. */
const commitInLane = async (store: Store, next: FamilyCase): Promise<CommitOutcome> => {
  store.check();
  const stored = store.index.get(next.id)?.version ?? 0;
  if (stored !== next.version - 1) return { kind: 'conflict', stored };
  await checkSpace(store);
  store.check();
  try {
    const path = pathOf(store.folder, next.id);
    await new Low(durableAdapter({ path, schema: storedCaseSchema, fs: store.fs }), next).write();
  } catch (fault) {
    throw store.fail(fault);
  }
  store.check();
  store.index.replace(next);
  return { kind: 'committed' };
};

/** Runs in the same lane as the commits of this document. The folder is synced, or a power cut could bring it back. */
const eraseInLane = async (store: Store, caseId: string, version: number): Promise<CommitOutcome> => {
  store.check();
  const stored = store.index.get(caseId)?.version ?? 0;
  if (stored !== version || stored === 0) return { kind: 'conflict', stored };
  try {
    await store.fs.unlink(pathOf(store.folder, caseId));
    await syncFolder(store.fs, store.folder);
  } catch (fault) {
    throw store.fail(fault);
  }
  store.check();
  store.index.remove(caseId);
  return { kind: 'committed' };
};

const failure = (onFatal: (fault: Error) => void) => {
  let failed: RegisterError | undefined;
  return {
    check: () => {
      if (failed !== undefined) throw failed;
    },
    fail: (fault: unknown): RegisterError => {
      if (failed !== undefined) return failed;
      failed = new RegisterError(
        'register-failed',
        `Failed to store a case: the disk reported ${codeOf(fault)}. Memory and disk may differ; the process must end and start again.`,
        fault,
      );
      onFatal(failed);
      return failed;
    },
  };
};

export const openLowdbRegister = async (options: LowdbRegisterOptions): Promise<Register & Archive> => {
  const { folder, fs = nodeFs, lock = lockFolder, keepFreeBytes = defaultKeepFreeBytes } = options;
  const index = makeCaseIndex();
  const { check, fail } = failure(options.onFatal);
  const store: Store = { fs, folder, keepFreeBytes, index, check, fail };
  await prepare(fs, folder);
  const release = await lock(folder, fail);
  try {
    await deleteLeftovers(fs, folder);
    await loadCases(fs, folder, (familyCase) => {
      index.replace(familyCase);
    });
  } catch (fault) {
    await release();
    throw fault;
  }
  const lanes = makeLanes();
  let closed = false;
  return {
    ...readsOf(index, check),
    commit: async (next) => {
      if (closed) throw new RegisterError('register-failed', 'Failed to store a case: the register is closed.');
      const copy = storedCopy(next);
      return lanes.run(copy.id, () => commitInLane(store, copy));
    },
    ids: () => Promise.resolve(index.ids()),
    erase: async (caseId, version) => {
      if (closed) throw new RegisterError('register-failed', 'Failed to erase a case: the register is closed.');
      return lanes.run(caseId, () => eraseInLane(store, caseId, version));
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await lanes.idle();
      await release();
    },
  };
};
