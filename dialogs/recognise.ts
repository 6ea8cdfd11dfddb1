/** What works everywhere, whatever is going on: recognised by whole messages, so that a sentence never stops a talk. */
import { formatFollowCode, normaliseFollowCode } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { plainWords } from './plain-words.ts';
import { alternativesOf, isAlternative } from './prepared.ts';

export type Interrupt =
  | 'stop'
  | 'back'
  | 'again'
  | 'human'
  | 'supporter'
  | 'how-to-follow'
  | 'react'
  | 'let-in'
  | 'keep-out';

const interruptTexts: readonly (readonly [Interrupt, string])[] = [
  ['stop', 'herken.stop'],
  ['back', 'herken.terug'],
  ['again', 'herken.opnieuw'],
  ['human', 'herken.mens'],
  ['supporter', 'herken.clientondersteuner'],
  ['how-to-follow', 'herken.volgen'],
  ['react', 'herken.reageren'],
  ['let-in', 'herken.samen-ja'],
  ['keep-out', 'herken.samen-nee'],
];

export function interruptIn(text: string, knowledge: Knowledge): Interrupt | undefined {
  return plainInterruptIn(plainWords(text), knowledge);
}

/** The same for words that are plain already. */
export function plainInterruptIn(said: string, knowledge: Knowledge): Interrupt | undefined {
  return interruptTexts.find(([, key]) => isAlternative(said, key, knowledge))?.[0];
}

/** Whether the whole message is one of the alternatives of this `herken.…` text. */
export function isSaid(text: string, key: string, knowledge: Knowledge): boolean {
  return isAlternative(plainWords(text), key, knowledge);
}

const LONGEST = 8000;
/** Letters alone are a code only with a dash between them, or where one is expected. */
const partOfCode = /[\d\u2010-\u2015\u2212-]/;
const withDash = /(?<![\p{L}\p{N}-])([0-9A-Z]{4})\s{0,2}[-\u2010-\u2015\u2212]\s{0,2}([0-9A-Z]{4})(?![\p{L}\p{N}-])/giu;
const withoutDash = /(?<![\p{L}\p{N}-])([0-9A-Z]{4}) ?([0-9A-Z]{4})(?![\p{L}\p{N}-])/giu;

export interface CodeFound {
  /** As `XXXX-XXXX`. */
  readonly code: string;
  /** What was said besides the code. */
  readonly rest: string;
}

/**
 * A follow code anywhere in the text. People type it in lower case, with spaces, and with O for 0 or I for 1; ordinary words
 * of four letters must not be taken for one ("mini-team", "mijn kind").
 */
export function followCodeIn(text: string, knowledge: Knowledge, expected = false): CodeFound | undefined {
  const part = text.slice(0, LONGEST);
  if (!expected && !partOfCode.test(part)) return undefined;
  const typed = [...part.matchAll(withDash), ...part.matchAll(withoutDash)];
  if (typed.length === 0) return undefined;
  const codeWords = alternativesOf('herken.code', knowledge);
  const saysCode =
    expected ||
    plainWords(part)
      .split(' ')
      .some((word) => codeWords.has(word));
  for (const [whole, first = '', second = ''] of typed) {
    const code = normaliseFollowCode(first + second);
    if (
      code === undefined ||
      !looksLikeCode(whole, first + second, { saysCode, expected, alone: part.trim() === whole })
    )
      continue;
    return { code: formatFollowCode(code), rest: part.replace(whole, ' ') };
  }
  return undefined;
}

/** Whether the message is a follow code and nothing else. */
export function isOnlyFollowCode(text: string, knowledge: Knowledge): boolean {
  return text.length <= LONGEST && followCodeIn(text, knowledge)?.rest.trim() === '';
}

/** Letters with digits are a code. Letters alone need a sign that they are meant as one; so does a number alone. */
function looksLikeCode(
  whole: string,
  typed: string,
  { saysCode, expected, alone }: { readonly saysCode: boolean; readonly expected: boolean; readonly alone: boolean },
): boolean {
  const digits = /\d/.test(typed);
  const letters = /\p{L}/u.test(typed);
  if (digits && letters) return saysCode || alone || !whole.includes(' ') || /[-\u2010-\u2015\u2212]/.test(whole);
  if (digits) return saysCode;
  const dash = /[-\u2010-\u2015\u2212]/.test(whole);
  if (expected && alone) return true;
  return dash && (saysCode || alone || typed === typed.toUpperCase());
}
