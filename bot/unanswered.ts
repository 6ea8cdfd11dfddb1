/**
 * What the chat could not answer, for the editors: one line a question in a file of its own under `DATA_DIR`, without
 * personal data, with a day and no hour, for as long as the municipality's settings say. It is a work list and no record:
 * a line that can't be written is let go, and nobody who talks notices.
 */
import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Log } from './log.ts';

const DAY_MS = 86_400_000;
/** Of the most lines: so many are taken away at once, so that a full file is not written anew for every line. */
const MAKE_ROOM = 0.1;

export const feedbackReasons = ['onduidelijk', 'niet-mijn-vraag', 'klopt-niet', 'te-weinig'] as const;

const line = z.object({
  /** `YYYY-MM-DD` */
  at: z.iso.date(),
  why: z.enum(['declined', 'none-of-these', 'unhelpful', 'helpful', 'reason']),
  /** Null when an answer was picked from a list, and for `helpful` and `reason`. */
  text: z.string().max(300).nullable(),
  /** The answer that was judged, or that came closest. */
  answer: z.string().max(100).nullable(),
  reason: z.enum(feedbackReasons).nullable(),
});

export type UnansweredLine = z.infer<typeof line>;
export type FeedbackReason = (typeof feedbackReasons)[number];

/** Where the lines stand in the data folder. */
export const unansweredFile = (dataDir: string) => join(dataDir, 'unanswered.jsonl');

export interface Keeping {
  readonly bewaren: boolean;
  readonly bewaarDagen: number;
  readonly hoogstens: number;
}

export interface Unanswered {
  note(entry: Omit<UnansweredLine, 'at'>): void;
  /** Takes away what is too old; does nothing twice on a day. */
  forgetOld(): void;
  /** When what was noted so far stands on disk, or was let go. */
  settled(): Promise<void>;
}

export interface UnansweredOptions {
  readonly file: string;
  readonly keeping: Keeping;
  readonly log: Log;
  readonly now: () => Date;
}

export function openUnanswered({ file, keeping, log, now }: UnansweredOptions): Unanswered {
  let count = 0;
  let notedToday = 0;
  let day = '';
  const mostInADay = Math.max(1, Math.ceil(keeping.hoogstens * MAKE_ROOM));
  const today = () => now().toISOString().slice(0, 10);
  // One after the other, so that a line is never added to a file that is being replaced.
  let work: Promise<void> = Promise.resolve();
  const then = (step: () => Promise<void>) => {
    work = work.then(step).catch((error: unknown) => {
      log.warn('unanswered-not-kept', log.faultOf(error));
    });
  };

  async function prune(most: number): Promise<void> {
    const { lines, broken } = await readUnanswered(file);
    const kept = recent(lines, keeping.bewaarDagen, now()).slice(-most);
    count = kept.length;
    if (kept.length === lines.length && broken === 0) return;
    await writeFile(`${file}.new`, kept.map((one) => `${JSON.stringify(one)}\n`).join(''), { mode: 0o600 });
    await rename(`${file}.new`, file);
  }

  async function append(entry: UnansweredLine): Promise<void> {
    if (count >= keeping.hoogstens) await prune(Math.floor(keeping.hoogstens * (1 - MAKE_ROOM)));
    await appendFile(file, `${JSON.stringify(entry)}\n`, { mode: 0o600 });
    count += 1;
  }

  const forgetOld = () => {
    if (day === today()) return;
    day = today();
    notedToday = 0;
    then(() => (keeping.bewaren ? prune(keeping.hoogstens) : rm(file, { force: true })));
  };
  forgetOld();
  return {
    note(entry) {
      if (!keeping.bewaren) return;
      forgetOld();
      // A flood of nonsense in one day must not push out what people asked before.
      if (notedToday >= mostInADay) return;
      notedToday += 1;
      const dated = { at: day, ...entry };
      then(() => append(dated));
    },
    forgetOld,
    settled: () => work,
  };
}

/** Nothing is kept: there is no folder for it. */
export const keepsNothing: Unanswered = {
  note: () => undefined,
  forgetOld: () => undefined,
  settled: () => Promise.resolve(),
};

export interface ReadUnanswered {
  readonly lines: readonly UnansweredLine[];
  /** Lines that can't be read, e.g. cut off by a full disk. */
  readonly broken: number;
}

/** A file that is not there is an empty list. */
export async function readUnanswered(file: string): Promise<ReadUnanswered> {
  const written = (await textOf(file)).split('\n').filter((one) => one !== '');
  const lines = written.flatMap((one) => parsed(one));
  return { lines, broken: written.length - lines.length };
}

export function recent(lines: readonly UnansweredLine[], days: number, now: Date): readonly UnansweredLine[] {
  const oldest = now.getTime() - days * DAY_MS;
  return lines.filter(({ at }) => Date.parse(`${at}T23:59:59Z`) >= oldest);
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  }
}

function parsed(text: string): readonly UnansweredLine[] {
  try {
    const outcome = line.safeParse(JSON.parse(text));
    return outcome.success ? [outcome.data] : [];
  } catch (error) {
    if (error instanceof SyntaxError) return [];
    throw error;
  }
}
