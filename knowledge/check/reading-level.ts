/**
 * How hard a text is to read, by what can be counted: words in a sentence and letters in a word. The limits are those that
 * Dutch guides for B1 name (sentences of 12 to 15 words, none above 25); there is no B1 word list here, see
 * docs/decisions/reading-level.md.
 */
export const readingLimits = {
  /** Words in an average sentence: above the first it is told, above the second it is a fault. */
  mean: { aim: 12, most: 15 },
  /** Words in any sentence. */
  sentence: { aim: 20, most: 25 },
  /** Letters from which a word is listed. */
  longWord: 20,
} as const;

export interface ReadingLevel {
  /** Words in an average sentence. */
  readonly mean: number;
  readonly longest: { readonly words: number; readonly text: string };
  readonly longWords: readonly string[];
}

/** `paragraphs` may hold `{{feit}}`: it counts as one word, because its length is the municipality's. */
export function readingLevel(paragraphs: readonly string[]): ReadingLevel {
  const sentences = paragraphs.flatMap(sentencesIn).map((text) => ({ text, words: wordsIn(text) }));
  const counted = sentences.filter(({ words }) => words.length > 0);
  const longest = counted.reduce(
    (most, { text, words }) => (words.length > most.words ? { text, words: words.length } : most),
    { text: '', words: 0 },
  );
  const words = counted.flatMap((sentence) => sentence.words);
  return {
    mean: counted.length === 0 ? 0 : words.length / counted.length,
    longest,
    longWords: [...new Set(words.filter((word) => lettersIn(word) >= readingLimits.longWord))],
  };
}

/** A point ends a sentence only before a space: not in 13.30, regelhulp.nl or 1.000. */
export function sentencesIn(paragraph: string): readonly string[] {
  return paragraph
    .replaceAll(/\{\{[^{}]*\}\}/g, 'invulling')
    .split(/(?<=[.!?…]["’”)]?)\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

function wordsIn(sentence: string): readonly string[] {
  return sentence
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter((word) => word !== '');
}

/** A web address is no word. Parts with a dash between them are read one by one. */
function lettersIn(word: string): number {
  if (/[./@]/.test(word)) return 0;
  return Math.max(...word.split('-').map((part) => part.length));
}
