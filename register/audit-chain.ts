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

export type AuditVerdict =
  | { readonly kind: 'whole'; readonly lines: number; readonly lastHash: string }
  /** The first line (from 1) that does not follow from the one before it. */
  | { readonly kind: 'broken'; readonly line: number }
  /** The last line was cut off: a crash while it was written, so it was never acknowledged. */
  | { readonly kind: 'torn'; readonly line: number; readonly lines: number; readonly lastHash: string };

const hashOf = (seq: number, line: AuditLine, prev: string, sha256: Hash): string =>
  sha256(JSON.stringify([seq, line.at, line.event, line.actor, line.subject, prev]));

const parse = (text: string): z.infer<typeof chainedLine> | undefined => {
  try {
    return chainedLine.safeParse(JSON.parse(text)).data;
  } catch (fault) {
    if (fault instanceof SyntaxError) return undefined;
    throw fault;
  }
};

export const verifyChain = (text: string, sha256: Hash): AuditVerdict => {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  let lastHash = '';
  for (const [index, written] of lines.entries()) {
    const line = parse(written);
    const seq = index + 1;
    const follows = line?.seq === seq && line.prev === lastHash && line.hash === hashOf(seq, line, lastHash, sha256);
    if (!follows) return { kind: 'broken', line: seq };
    lastHash = line.hash;
  }
  const whole = { lines: lines.length, lastHash };
  return rest === '' ? { kind: 'whole', ...whole } : { kind: 'torn', line: lines.length + 1, ...whole };
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
