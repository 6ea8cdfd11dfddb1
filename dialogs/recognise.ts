/** What works everywhere, whatever is going on: recognised by whole messages, so that a sentence never stops a talk. */
import { formatFollowCode } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { codeCandidatesIn, doubtAbout, looksLikeCode, mayLookLikeCode } from './code-candidates.ts';
import { plainWords, type Spoken } from './plain-words.ts';
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

/** For words that are plain already. */
export function plainInterruptIn(said: string, knowledge: Knowledge): Interrupt | undefined {
  return interruptTexts.find(([, key]) => isAlternative(said, key, knowledge))?.[0];
}

/** Whether the whole message is one of the alternatives of this `herken.…` text. */
export function isSaid(text: string, key: string, knowledge: Knowledge): boolean {
  return isAlternative(plainWords(text), key, knowledge);
}

const LONGEST = 8000;

export interface CodeFound {
  /** As `XXXX-XXXX`. */
  readonly code: string;
  /** What was said besides the code. */
  readonly rest: string;
}

/**
 * A follow code anywhere in the text. People type it in lower case, with spaces, and with O for 0 or I for 1; ordinary words
 * of four letters must not be taken for one ("mini-team", "mijn kind"). `expected`: the bot asked for one.
 */
export function followCodeIn({ said, words }: Spoken, knowledge: Knowledge, expected = false): CodeFound | undefined {
  const codeWords = alternativesOf('herken.code', knowledge);
  const isCodeWord = (word: string) => codeWords.has(word);
  const saysCode = expected || words.some(isCodeWord);
  const part = said.slice(0, LONGEST);
  if (!saysCode && !mayLookLikeCode(part)) return undefined;
  const candidates = codeCandidatesIn(part);
  if (candidates.length === 0) return undefined;
  const context = {
    expected,
    saysCode,
    isCodeWord,
    isWord: (word: string) => isCodeWord(word) || knowledge.knows(word),
  };
  const [found] = candidates
    .filter((candidate) => looksLikeCode(candidate, context))
    .sort((one, other) => doubtAbout(one, context) - doubtAbout(other, context));
  if (found === undefined) return undefined;
  const { code, index, whole } = found;
  return { code: formatFollowCode(code), rest: `${part.slice(0, index)} ${part.slice(index + whole.length)}` };
}

/** Whether the message is a follow code and nothing else. */
export function isOnlyFollowCode(spoken: Spoken, knowledge: Knowledge): boolean {
  return spoken.said.length <= LONGEST && followCodeIn(spoken, knowledge)?.rest.trim() === '';
}
