/** The few calls on the file system that durability rests on, as a port: a test lets each of them fail. */
import { readFileSync } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, rename, statfs, unlink } from 'node:fs/promises';
import { codeOf, RegisterError } from './faults.ts';

export interface DurableFile {
  write(text: string): Promise<void>;
  sync(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

export interface DurableFs {
  /** `create` starts an empty file, `append` adds to one, `folder` is for `sync` only. New files get mode 0600. */
  open(path: string, use: 'create' | 'append' | 'folder'): Promise<DurableFile>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  list(folder: string): Promise<readonly string[]>;
  /** `undefined` when there is no such file. */
  read(path: string): Promise<string | undefined>;
  makeFolder(folder: string): Promise<void>;
  freeBytes(folder: string): Promise<number>;
}

const flags = { create: 'w', append: 'a', folder: 'r' } as const;

const durableFile = (handle: FileHandle): DurableFile => ({
  write: (text) => handle.appendFile(text, 'utf8'),
  sync: () => handle.sync(),
  truncate: (length) => handle.truncate(length),
  close: () => handle.close(),
});

const isAbsent = (fault: unknown): boolean => fault instanceof Error && 'code' in fault && fault.code === 'ENOENT';

const unreadable = (path: string, fault: unknown): RegisterError =>
  new RegisterError(
    'register-unreadable',
    `Failed to read ${path}: the disk reported ${codeOf(fault)}. Make it readable for this user, then start again.`,
    fault,
  );

export const nodeFs: DurableFs = {
  open: async (path, use) => durableFile(await open(path, flags[use], 0o600)),
  rename,
  unlink,
  list: (folder) => readdir(folder),
  // Read at the start only, thousands of small files in a row: synchronously that takes a fifth of the time.
  read: (path) =>
    new Promise((resolve) => {
      try {
        resolve(readFileSync(path, 'utf8'));
      } catch (fault) {
        if (!isAbsent(fault)) throw unreadable(path, fault);
        resolve(undefined);
      }
    }),
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  },
  freeBytes: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** A new or renamed file is only sure to be found after a power cut once its folder was synced as well. */
export const syncFolder = async (fs: DurableFs, folder: string) => {
  const handle = await fs.open(folder, 'folder');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
