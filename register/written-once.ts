/**
 * Small JSON documents in one folder that are written once and never changed: whoever comes first, the server or a command
 * beside it, decides what a document holds, and everybody after that gets the same. No lock is needed.
 */
import { link } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { type DurableFs, nodeFs, syncFolder } from './durable-fs.ts';
import { codeOf, RegisterError } from './faults.ts';
import { durableAdapter } from './lowdb/durable-adapter.ts';

const extension = '.json';

export interface WrittenOnce<T> {
  /** `undefined` when it was never written; throws a RegisterError naming the file when it is damaged. */
  read(name: string): Promise<T | undefined>;
  /** Resolves with what is on disk: this, or what was there already. Throws a RegisterError when it can't be written. */
  write(name: string, data: T): Promise<T>;
  /** Of what was written, in no order. */
  names(): Promise<readonly string[]>;
}

interface WrittenOnceOptions<T> {
  /** It is made at the first write. */
  readonly folder: string;
  readonly schema: z.ZodType<T>;
  /** A name that no other writer uses now. */
  newId(): string;
  readonly fs?: DurableFs;
}

export const writtenOnce = <T>({ folder, schema, fs = nodeFs, ...options }: WrittenOnceOptions<T>): WrittenOnce<T> => {
  const pathOf = (name: string) => join(folder, `${name}${extension}`);
  const read = async (name: string) => (await durableAdapter({ path: pathOf(name), schema, fs }).read()) ?? undefined;
  /** A link, unlike a rename, does not take the place of what is there. */
  const put = async (name: string, data: T) => {
    const draft = join(folder, `.${options.newId()}`);
    await fs.makeFolder(folder);
    await durableAdapter({ path: draft, schema, fs }).write(data);
    try {
      await link(draft, pathOf(name));
      await syncFolder(fs, folder);
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault;
    } finally {
      await fs.unlink(draft);
    }
  };
  return {
    read,
    write: async (name, data) => {
      try {
        await put(name, data);
      } catch (fault) {
        throw new RegisterError(
          'register-unwritable',
          `Failed to write ${pathOf(name)}: the disk reported ${codeOf(fault)}. Make the folder writable for this user.`,
          fault,
        );
      }
      return (await read(name)) ?? data;
    },
    names: async () => {
      try {
        const names = (await fs.list(folder)).filter((name) => !name.startsWith('.') && name.endsWith(extension));
        return names.map((name) => basename(name, extension));
      } catch (fault) {
        if (codeOf(fault) === 'ENOENT') return [];
        throw fault;
      }
    },
  };
};

/** The same in memory: gone when the process ends. */
export const memoryWrittenOnce = <T>(): WrittenOnce<T> => {
  const written = new Map<string, T>();
  return {
    read: (name) => Promise.resolve(written.get(name)),
    write: (name, data) => {
      const first = written.get(name) ?? data;
      written.set(name, first);
      return Promise.resolve(first);
    },
    names: () => Promise.resolve([...written.keys()]),
  };
};
