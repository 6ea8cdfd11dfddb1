import { Low } from 'lowdb';
import type { z } from 'zod';
import { type DurableFs, nodeFs } from '../durable-fs.ts';
import { durableAdapter } from './durable-adapter.ts';

export interface DurableJsonFile<T> {
  /** `undefined` when it was never written; throws a RegisterError naming the file when it is damaged. */
  read(): Promise<T | undefined>;
  /** Resolves once this or a newer content is on disk. Writes follow one another; a burst becomes one write of the newest. */
  write(data: T): Promise<void>;
}

/** One small JSON document, written through lowdb. The folder must exist, and one process at a time may write it. */
export const durableJsonFile = <T>(path: string, schema: z.ZodType<T>, fs: DurableFs = nodeFs): DurableJsonFile<T> => {
  const adapter = durableAdapter({ path, schema, fs });
  let running: Promise<void> = Promise.resolve();
  let waiting: { readonly low: Low<T>; readonly written: Promise<void> } | undefined;
  return {
    read: async () => (await adapter.read()) ?? undefined,
    write: (data) => {
      if (waiting !== undefined) {
        waiting.low.data = data;
        return waiting.written;
      }
      const low = new Low(adapter, data);
      const start = () => {
        waiting = undefined;
        return low.write();
      };
      // A failed write is reported to who asked for it; it must not stop the next one.
      const written = running.then(start, start);
      running = written;
      waiting = { low, written };
      return written;
    },
  };
};
