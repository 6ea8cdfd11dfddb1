/** A citizen service number that was taken out: what is left of the question, and that it was taken out. */
import type { Knowledge } from '../knowledge/index.ts';
import { plainWords } from './plain-words.ts';
import { alternativesOf } from './prepared.ts';
import { say } from './say.ts';
import type { Outcome } from './types.ts';

/** As many words as stand between "bsn" and the number at most: "bsn van mijn zoon is …". */
const INTRODUCTION = 6;

export function hadBsn(said: string, knowledge: Knowledge): boolean {
  return said.includes(knowledge.text('bsn.verwijderd'));
}

/** Without the mark and the words that introduce the number: neither says what the question is about. */
export function withoutBsn(said: string, knowledge: Knowledge): string {
  if (!hadBsn(said, knowledge)) return said;
  const parts = said.split(knowledge.text('bsn.verwijderd'));
  const last = parts.pop() ?? '';
  return [...parts.map((part) => withoutIntroduction(part, knowledge)), last]
    .map((part) => part.trim())
    .join(' ')
    .trim();
}

function withoutIntroduction(before: string, knowledge: Knowledge): string {
  const names = alternativesOf('herken.bsn', knowledge);
  const small = alternativesOf('herken.bsn.ervoor', knowledge);
  const words = before.split(/\s+/).filter((word) => word !== '');
  const named = words.findLastIndex((word) =>
    plainWords(word)
      .split(' ')
      .some((part) => names.has(part)),
  );
  if (named < 0 || words.length - named > INTRODUCTION) return before;
  const kept = words.slice(0, named);
  while (small.has(plainWords(kept.at(-1) ?? ''))) kept.pop();
  return kept.join(' ');
}

/** Says it once, and never before the numbers for who is in danger. */
export function toldOfBsn(outcome: Outcome, said: string, knowledge: Knowledge): Outcome {
  const notice = knowledge.text('bsn.niet-nodig');
  const [first] = outcome.replies;
  const isTold = outcome.replies.some((one) => one.kind === 'text' && one.paragraphs.includes(notice));
  if (first === undefined || isTold || !hadBsn(said, knowledge)) return outcome;
  const isUrgent = first.kind === 'text' && first.tone === 'urgent';
  const replies = isUrgent ? [first, say([notice]), ...outcome.replies.slice(1)] : [say([notice]), ...outcome.replies];
  return { ...outcome, replies };
}
