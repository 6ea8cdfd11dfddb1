/** Somebody who writes in another language reads one sentence in it: what this assistant understands, and what to do. */
import type { Knowledge } from '../knowledge/index.ts';
import type { Spoken } from './plain-words.ts';
import { municipalityLink } from './places.ts';
import { alternativesOf, once } from './prepared.ts';
import { say } from './say.ts';
import type { Outcome } from './types.ts';

const byScript = [
  ['ar', /\p{Script=Arabic}/gu],
  ['uk', /\p{Script=Cyrillic}/gu],
] as const;
const otherScript = /[\p{Script=Arabic}\p{Script=Cyrillic}]/u;
const byWords = ['en', 'tr', 'pl'] as const;

type Language = (typeof byScript)[number][0] | (typeof byWords)[number];

/** Fewer letters of another script are a name or a quotation. */
const FEWEST_LETTERS = 3;
/** So many different small words of a language, and so many more than of Dutch. */
const FEWEST_WORDS = 2;

/** By small word: the languages that it stands in, Dutch among them. */
const smallWords = once((knowledge): ReadonlyMap<string, readonly string[]> => {
  const languagesOf = new Map<string, string[]>();
  for (const language of ['nl', ...byWords]) {
    for (const word of alternativesOf(`herken.taal.${language}`, knowledge)) {
      languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
    }
  }
  return languagesOf;
});

/** A simple rule: the script, else the small words that stand in almost every sentence. */
export function languageOf({ said, words }: Spoken, knowledge: Knowledge): Language | undefined {
  return scriptOf(said) ?? spokenIn(words, knowledge);
}

function scriptOf(text: string): Language | undefined {
  if (!otherScript.test(text)) return undefined;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const script = byScript.find(([, pattern]) => {
    const count = text.match(pattern)?.length ?? 0;
    return count >= FEWEST_LETTERS && count * 2 > letters;
  });
  return script?.[0];
}

function spokenIn(words: readonly string[], knowledge: Knowledge): Language | undefined {
  const languagesOf = smallWords(knowledge);
  // The Turkish ı has no accent that can be taken away.
  const dotted = words.map((word) => (word.includes('ı') ? word.replaceAll('ı', 'i') : word));
  const small = new Set(dotted.filter((word) => languagesOf.has(word)));
  if (small.size < FEWEST_WORDS) return undefined;
  const counts = new Map<string, number>();
  for (const word of small) {
    for (const language of languagesOf.get(word) ?? []) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const dutch = counts.get('nl') ?? 0;
  const [best] = byWords
    .map((language) => ({ language, count: counts.get(language) ?? 0 }))
    .sort((left, right) => right.count - left.count);
  return best !== undefined && best.count >= FEWEST_WORDS + dutch ? best.language : undefined;
}

/** The sentence stands first, but never before the numbers for who is in danger. */
export function inTheirLanguage(outcome: Outcome, said: Spoken, knowledge: Knowledge): Outcome {
  const language = languageOf(said, knowledge);
  const [first, ...others] = outcome.replies;
  if (language === undefined || first === undefined) return outcome;
  const sentence = say([knowledge.text(`taal.${language}`)], municipalityLink(knowledge));
  const isUrgent = first.kind === 'text' && first.tone === 'urgent';
  return { ...outcome, replies: isUrgent ? [first, sentence, ...others] : [sentence, first, ...others] };
}
