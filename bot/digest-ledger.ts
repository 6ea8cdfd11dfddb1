/** Who got the list of the day, and whose is still to be sent: on disk, so that a restart sends nobody two. */
import { z } from 'zod';
import { makeLanes } from './lanes.ts';

const entrySchema = z.object({
  id: z.string().min(1),
  /** The day that the list is of, `YYYY-MM-DD`. */
  day: z.string().min(1),
  /** `sending`: an attempt began and its end is not known; it is not sent again. */
  state: z.enum(['pending', 'sending', 'done']),
  /** An instant: not before. */
  dueAt: z.string().min(1),
  tries: z.number().int().min(0),
});
/** The ledger as one document, by actor id. */
export const digestDocument = z.object({ schema: z.literal(1), workers: z.record(z.string(), entrySchema) });

export type DigestEntry = z.infer<typeof entrySchema>;
type DigestDocument = z.infer<typeof digestDocument>;

/** Kept by `durableJsonFile(path, digestDocument)` of register/. */
export interface DigestFile {
  read(): Promise<DigestDocument | undefined>;
  /** Resolves when the document is on disk. */
  write(document: DigestDocument): Promise<void>;
}

export interface DigestLedger {
  get(actorId: string): DigestEntry | undefined;
  all(): readonly (readonly [actorId: string, entry: DigestEntry])[];
  /** Resolves when it is on disk. */
  put(entries: readonly (readonly [actorId: string, entry: DigestEntry])[]): Promise<void>;
}

/** `null` keeps it in memory. */
export async function openDigestLedger(file: DigestFile | null): Promise<DigestLedger> {
  const lanes = makeLanes();
  let workers = new Map(Object.entries((await file?.read())?.workers ?? {}));
  return {
    get: (actorId) => workers.get(actorId),
    all: () => [...workers],
    put: (entries) =>
      lanes.run('ledger', async () => {
        const next = new Map([...workers, ...entries]);
        // Memory follows the disk, never the other way round.
        if (file) await file.write({ schema: 1, workers: Object.fromEntries(next) });
        workers = next;
      }),
  };
}
