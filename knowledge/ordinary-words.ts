/** The words that editors wrote. Names of people are not among them: facts of the municipality are left out. */
import type { Merged } from './merge-layers.ts';

const wordIn = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

export function ordinaryWords(merged: Pick<Merged, 'answers' | 'intents' | 'lexicon'>): ReadonlySet<string> {
  const { answers, intents, lexicon } = merged;
  const texts = [
    ...[...answers.values()].flatMap(({ titel, antwoord }) => [titel, ...antwoord]),
    ...[...intents.values()].flatMap(({ voorbeelden }) => voorbeelden),
    ...Object.values(lexicon.begrippen).flat(),
    ...lexicon.beschermd,
    ...lexicon.stopwoorden,
  ];
  const found = new Set<string>();
  for (const text of texts) {
    const plain = text
      .replaceAll(/\{\{[^{}]*\}\}/g, ' ')
      .normalize('NFC')
      .toLowerCase();
    for (const [word] of plain.matchAll(wordIn)) found.add(word);
  }
  return found;
}
