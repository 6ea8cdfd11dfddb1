/**
 * A lowdb adapter that is durable: lowdb's own writes atomically, but a power cut can still lose what it acknowledged.
 * Temp file → write → fsync → rename → fsync of the folder; only then the promise resolves.
 */
import { basename, dirname } from 'node:path';
import type { Adapter } from 'lowdb';
import type { z } from 'zod';
import { type DurableFs, syncFolder } from '../durable-fs.ts';
import { RegisterError } from '../faults.ts';
import { placesOf } from '../stored-case.ts';

export interface DurableAdapterOptions<T> {
  readonly path: string;
  readonly schema: z.ZodType<T>;
  readonly fs: DurableFs;
}

const damaged = (path: string, what: string): RegisterError =>
  new RegisterError(
    'register-damaged',
    `Failed to read ${path}: ${what}. It was left as it is. Restore this file from the backup, then start again.`,
  );

/** A parser's message quotes the text, which may be personal: it is not passed on. */
const parseJson = (path: string, text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (fault) {
    if (fault instanceof SyntaxError) throw damaged(path, text === '' ? 'it is empty' : 'it is no complete JSON');
    throw fault;
  }
};

const writeAndSync = async (fs: DurableFs, path: string, text: string) => {
  const file = await fs.open(path, 'create');
  try {
    await file.write(text);
    await file.sync();
  } finally {
    await file.close();
  }
};

export const durableAdapter = <T>({ path, schema, fs }: DurableAdapterOptions<T>): Adapter<T> => ({
  read: async () => {
    const text = await fs.read(path);
    if (text === undefined) return null;
    const parsed = schema.safeParse(parseJson(path, text));
    if (!parsed.success) throw damaged(path, `${placesOf(parsed.error)} is not as expected in ${basename(path)}`);
    return parsed.data;
  },
  write: async (data) => {
    const temporary = `${path}.tmp`;
    await writeAndSync(fs, temporary, JSON.stringify(data));
    await fs.rename(temporary, path);
    await syncFolder(fs, dirname(path));
  },
});
