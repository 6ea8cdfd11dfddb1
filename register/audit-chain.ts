/** The chain in the audit log: every line carries its number and the hash of the line before it. */
import { z } from 'zod';
import type { AuditLine } from '../cases/index.ts';

export type Hash = (text: string) => string;

const chainedLine = z.strictObject({
  seq: z.number().int().min(1),
  at: z.string(),
  event: z.string(),
  actor: z.string(),
  subject: z.string(),
  prev: z.string(),
  hash: z.string(),
});

/** `from` and `until`: the instants on the first and the last line; `null` when there is none. */
export interface WholeChain {
  readonly lines: number;
  readonly lastHash: string;
  readonly from: string | null;
  readonly until: string | null;
}

/**
 * What a line shows: it is no line of this log, it has another number than its place, it holds another hash than the line
 * before it has, or its own hash does not fit its words.
 */
export type ChainFault = 'unreadable' | 'number' | 'predecessor' | 'words';

export type AuditVerdict =
  | ({ readonly kind: 'whole' } & WholeChain)
  /** The first line (from 1) that does not follow from the one before it. */
  | { readonly kind: 'broken'; readonly line: number; readonly because: ChainFault }
  /** The last line was cut off: a crash while it was written, so it was never acknowledged. */
  | ({ readonly kind: 'torn'; readonly line: number } & WholeChain);

export type ChainedLine = z.infer<typeof chainedLine>;

const hashOf = (seq: number, line: AuditLine, prev: string, sha256: Hash): string =>
  sha256(JSON.stringify([seq, line.at, line.event, line.actor, line.subject, prev]));

const parse = (text: string): ChainedLine | undefined => {
  try {
    return chainedLine.safeParse(JSON.parse(text)).data;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
};

const faultOf = (line: ChainedLine | undefined, seq: number, lastHash: string, sha256: Hash): ChainFault | null => {
  if (line === undefined) return 'unreadable';
  if (line.seq !== seq) return 'number';
  if (line.prev !== lastHash) return 'predecessor';
  return line.hash === hashOf(seq, line, lastHash, sha256) ? null : 'words';
};

/**
 * What a crash leaves of the line that was being written is its beginning, perhaps with zeros of a block that never came.
 * Anything else at the end was put there by somebody.
 */
const faultOfRest = (rest: string, seq: number, lastHash: string, sha256: Hash): ChainFault | null => {
  const written = rest.replace(/\0+$/, '');
  const beginning = `{"seq":${seq},"at":"`;
  if (!written.startsWith(beginning.slice(0, written.length))) return 'unreadable';
  if (/"hash":"\w*"\}./.test(written)) return 'unreadable';
  const whole = parse(written);
  return whole === undefined ? null : faultOf(whole, seq, lastHash, sha256);
};

/** `each` is handed every line that is right, in order. */
export const verifyChain = (
  text: string,
  sha256: Hash,
  each: (line: ChainedLine) => void = () => undefined,
): AuditVerdict => {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  let lastHash = '';
  let from: string | null = null;
  let until: string | null = null;
  for (const [index, written] of lines.entries()) {
    const line = parse(written);
    const seq = index + 1;
    const because = faultOf(line, seq, lastHash, sha256);
    if (line === undefined || because !== null) return { kind: 'broken', line: seq, because: because ?? 'unreadable' };
    lastHash = line.hash;
    from ??= line.at;
    until = line.at;
    each(line);
  }
  const whole: WholeChain = { lines: lines.length, lastHash, from, until };
  if (rest === '') return { kind: 'whole', ...whole };
  const line = lines.length + 1;
  const because = faultOfRest(rest, line, lastHash, sha256);
  return because === null ? { kind: 'torn', line, ...whole } : { kind: 'broken', line, because };
};

export interface Chain {
  readonly seq: number;
  readonly hash: string;
}

/** The lines as text, and the chain after them. */
export const chainLines = (
  chain: Chain,
  lines: readonly AuditLine[],
  sha256: Hash,
): Chain & { readonly text: string } => {
  let { seq, hash } = chain;
  let text = '';
  for (const line of lines) {
    seq += 1;
    const prev = hash;
    hash = hashOf(seq, line, prev, sha256);
    const { at, event, actor, subject } = line;
    text += `${JSON.stringify({ seq, at, event, actor, subject, prev, hash })}\n`;
  }
  return { seq, hash, text };
};
