import { expect } from 'chai';
import fc from 'fast-check';
import { codeCandidatesIn, looksLikeCode, mayLookLikeCode } from '../../dialogs/code-candidates.ts';
import { plainWords } from '../../dialogs/plain-words.ts';

const LONGEST = 8000;

/** What plain words are, said with the patterns of Unicode. */
const byPatterns = (text: string) =>
  text
    .slice(0, LONGEST)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const latin = fc.string({ unit: fc.integer({ min: 0, max: 0x24f }).map((code) => String.fromCharCode(code)) });
const signs = fc.constantFrom('’', '–', '…', '€', '•', ' ', '́', 'ı', 'İ', 'ß', 'ﬁ', '½', '😀', '\ud800', 'ą', 'Ω');
const typed = fc.array(fc.oneof(latin, signs, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''));

describe('plain words', () => {
  it('are those of the patterns of Unicode, whatever is typed', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(plainWords(text)).to.equal(byPatterns(text));
      }),
      { numRuns: 3000 },
    );
  });

  it('are those of the patterns for every letter by itself, between others and twice', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const letter = String.fromCharCode(code);
      for (const text of [letter, `a${letter}b`, `${letter} ${letter}`])
        if (plainWords(text) !== byPatterns(text)) expect.fail(`U+${code.toString(16)} in "${text}"`);
    }
  });

  it('are cut at the same length', () => {
    for (const text of ['é'.repeat(LONGEST + 10), `${'a '.repeat(LONGEST)}b`, `${'x'.repeat(LONGEST)}…`])
      expect(plainWords(text)).to.equal(byPatterns(text));
  });
});

describe('where a follow code may stand', () => {
  it('is never passed over: nothing else looks like one while nobody speaks of a code', () => {
    const halfOf = (letters: string) =>
      fc.string({ unit: fc.constantFrom(...Array.from(letters)), minLength: 4, maxLength: 4 });
    const half = fc.oneof(halfOf('abdegkmnrstyzKQXW23ilou'), halfOf('KQXWZB'));
    const between = fc.constantFrom('', ' ', '-', '–', '  ');
    const word = fc.constantFrom('mijn', 'vraag', 'is', 'KIND', 'Zoon', '');
    const context = {
      expected: false,
      saysCode: false,
      isCodeWord: () => false,
      isWord: (one: string) => one === 'kind',
    };
    fc.assert(
      fc.property(word, half, between, half, word, (before, one, middle, other, after) => {
        const text = `${before} ${one}${middle}${other} ${after}`.trim();
        const found = codeCandidatesIn(text).filter((candidate) => looksLikeCode(candidate, context));
        if (!mayLookLikeCode(text)) expect(found, text).to.deep.equal([]);
      }),
      { numRuns: 5000 },
    );
  });
});
