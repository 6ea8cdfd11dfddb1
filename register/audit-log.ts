/**
 * The log of looks, denials and searches: JSON lines, each with the hash of the one before, fsynced before `append`
 * resolves. Lines that arrive while a flush runs share the next one. One process at a time: open it under the register's
 * lock. Truncating the end of the file leaves a chain that is whole; only a hash kept elsewhere shows that.
 */
import { dirname } from 'node:path';
import type { AuditLine, AuditLog } from '../cases/index.ts';
import { type AuditVerdict, type Chain, type ChainedLine, chainLines, type Hash, verifyChain } from './audit-chain.ts';
import { type DurableFile, type DurableFs, nodeFs, syncFolder } from './durable-fs.ts';
import { codeOf, RegisterError } from './faults.ts';

/** Where the log stands: how many lines, and the hash of the last of them (empty for an empty log). */
export interface AuditHead {
  readonly lines: number;
  readonly hash: string;
}

export interface FileAuditLog extends AuditLog {
  /** Of what is on disk now. Kept somewhere else, it shows later whether the end was cut off. */
  head(): AuditHead;
  /** Length of the cut-off last line that was set aside in `<file>.torn` at opening; 0 when there was none. */
  readonly tornCharacters: number;
  close(): Promise<void>;
}

export interface AuditLogOptions {
  readonly file: string;
  /** SHA-256 in lower-case hex of the UTF-8 text. */
  readonly sha256: Hash;
  readonly fs?: DurableFs;
  /** Is handed every line that stands in the log, in order, before it is open. */
  readonly each?: (line: ChainedLine) => void;
}

export interface AuditLogReading {
  readonly file: string;
  readonly sha256: Hash;
  readonly fs?: DurableFs;
  /** Is handed every line that is right, in order. */
  readonly each?: (line: ChainedLine) => void;
}

/** Reads without a lock, so also beside a running server. A file that is absent is an empty log. */
export const verifyAuditLog = async ({ file, sha256, fs = nodeFs, each }: AuditLogReading): Promise<AuditVerdict> =>
  verifyChain((await fs.read(file)) ?? '', sha256, each);

interface Waiting {
  readonly line: AuditLine;
  readonly written: () => void;
  readonly failed: (fault: unknown) => void;
}

interface Tail extends Chain {
  readonly bytes: number;
}

const unusable = (file: string, fault: unknown): RegisterError =>
  new RegisterError(
    'audit-failed',
    `Failed to write the audit log ${file}: the disk reported ${codeOf(fault)}. Nothing is shown until it can be written.`,
    fault,
  );

/**
 * A failed write is cut off again, so that the log goes on when there is room again. After a failed cut or fsync nobody
 * knows what the disk holds: from then on every append is refused until a start has read the file again.
 */
const batchWriter = (log: DurableFile, file: string, sha256: Hash, start: Tail) => {
  let tail = start;
  let broken: RegisterError | undefined;
  const orBreak = async (work: Promise<void>) => {
    try {
      await work;
    } catch (fault) {
      broken = unusable(file, fault);
      throw broken;
    }
  };
  const write = async (lines: readonly AuditLine[]): Promise<void> => {
    if (broken !== undefined) throw broken;
    const { text, ...chain } = chainLines(tail, lines, sha256);
    try {
      await log.write(text);
    } catch (fault) {
      await orBreak(log.truncate(tail.bytes));
      throw unusable(file, fault);
    }
    await orBreak(log.sync());
    tail = { ...chain, bytes: tail.bytes + Buffer.byteLength(text) };
  };
  return { write, head: (): AuditHead => ({ lines: tail.seq, hash: tail.hash }) };
};

const grouped = (write: (lines: readonly AuditLine[]) => Promise<void>) => {
  let waiting: Waiting[] = [];
  let running: Promise<void> | undefined;
  const flush = async () => {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      try {
        await write(batch.map(({ line }) => line));
        for (const { written } of batch) written();
      } catch (fault) {
        for (const { failed } of batch) failed(fault);
      }
    }
    running = undefined;
  };
  return {
    append: (line: AuditLine) =>
      new Promise<void>((written, failed) => {
        waiting.push({ line, written, failed });
        running ??= flush();
      }),
    idle: async () => running,
  };
};

/** Puts a cut-off last line beside the log, for who wants to see it, and shortens the log to its whole lines. */
const setTornAside = async (fs: DurableFs, file: string, log: DurableFile, torn: string, wholeBytes: number) => {
  if (torn === '') return;
  const aside = await fs.open(`${file}.torn`, 'append');
  try {
    await aside.write(`${torn}\n`);
    await aside.sync();
  } finally {
    await aside.close();
  }
  await log.truncate(wholeBytes);
  await log.sync();
};

export const openAuditLog = async ({ file, sha256, fs = nodeFs, each }: AuditLogOptions): Promise<FileAuditLog> => {
  await fs.makeFolder(dirname(file));
  const text = (await fs.read(file)) ?? '';
  const verdict = verifyChain(text, sha256, each);
  if (verdict.kind === 'broken')
    throw new RegisterError(
      'audit-damaged',
      `Failed to open the audit log ${file}: line ${verdict.line} does not follow from the line before. It was left as it is. Keep it, find out who changed it, and start with a new file.`,
    );
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  const bytes = Buffer.byteLength(whole);
  const log = await fs.open(file, 'append');
  await syncFolder(fs, dirname(file));
  await setTornAside(fs, file, log, text.slice(whole.length), bytes);
  const { write, head } = batchWriter(log, file, sha256, { seq: verdict.lines, hash: verdict.lastHash, bytes });
  const { append, idle } = grouped(write);
  return {
    append,
    head,
    tornCharacters: text.length - whole.length,
    close: async () => {
      await idle();
      await log.close();
    },
  };
};
