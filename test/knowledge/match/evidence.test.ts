import { expect } from 'chai';
import fc from 'fast-check';
import { createRowsBuilder, turnOver, valueAt } from '../../../knowledge/match/cells.ts';
import { createEvidence } from '../../../knowledge/match/evidence.ts';
import { createFeatureReader } from '../../../knowledge/match/features.ts';
import { learn } from '../../../knowledge/match/learn.ts';
import { createNumbers, emptyTable } from '../../../knowledge/match/numbers.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';

const read = (words: readonly string[]) => ({ words, concepts: [] });
const example = (intent: string, text: string) => ({ intent, text, words: tokenise(text).words });
const examples = [
  example('wachtlijst', 'we staan op de wachtlijst'),
  example('wachtlijst', 'hoe lang duurt het wachten op een plek'),
  example('pgb', 'kan ik een persoonsgebonden budget krijgen'),
  example('pgb', 'wie beheert het budget'),
  example('geen-antwoord', 'mijn paspoort is verlopen'),
];
const options = {
  stopWords: new Set(['de', 'het', 'een', 'op', 'ik']),
  isWritten: (word: string) => examples.some(({ words }) => words.includes(word)),
  outside: 'geen-antwoord',
};
const learnt = learn(examples, { ...options, isDanger: () => false, read });
const evidence = createEvidence(learnt, { ...options, isDanger: () => false, texts: examples.map(({ text }) => text) });
const bestFor = (text: string) => {
  const { scores } = evidence.score(read(tokenise(text).words));
  return evidence.intents[scores.indexOf(Math.max(...scores))];
};

describe('evidence from examples', () => {
  it('finds the intent whose examples share words with the question', () => {
    expect(bestFor('wanneer is er een plek')).to.equal('wachtlijst');
    expect(bestFor('budget')).to.equal('pgb');
  });

  it('knows a word that no example has by the pieces it shares', () => {
    expect(bestFor('wachtlijstproblemen')).to.equal('wachtlijst');
  });

  it('names the nearest example and the words that speak for an intent', () => {
    const wording = read(tokenise('wie beheert dat budget').words);
    const { bestExample } = evidence.score(wording);
    expect(evidence.exampleText(bestExample[evidence.intents.indexOf('pgb')] ?? -1)).to.equal('wie beheert het budget');
    expect(evidence.wordsFor(wording, 'pgb').map(({ word }) => word)).to.include('budget');
    expect(evidence.wordsFor(wording, 'unknown')).to.deep.equal([]);
    expect(evidence.exampleText(-1)).to.equal(null);
  });

  it('gives the same scores for the same question, whatever was asked in between', () => {
    const scoresFor = (text: string) => [...evidence.score(read(tokenise(text).words)).scores];
    const before = scoresFor('hoe lang nog wachten');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        scoresFor(text);
        expect(scoresFor('hoe lang nog wachten')).to.deep.equal(before);
      }),
      { numRuns: 50 },
    );
  });

  it('gives numbers, never NaN, for a text without any word it knows', () => {
    for (const text of ['', '???', 'zzqx', '😀']) {
      const { scores, outside } = evidence.score(read(tokenise(text).words));
      expect([...scores].every(Number.isFinite)).to.equal(true);
      expect(Number.isNaN(outside)).to.equal(false);
    }
  });

  it('gives numbers, never NaN, learnt from nothing, from an example without words, and from a single word', () => {
    for (const few of [[], [example('leeg', '?!')], [example('leeg', '?!'), example('pgb', 'de')]]) {
      const all = { ...options, isDanger: () => false };
      const own = createEvidence(learn(few, { ...all, read }), { ...all, isWritten: () => true, texts: [] });
      for (const text of ['', 'de', 'zzqx de de']) {
        const { scores, best, danger } = own.score(read(tokenise(text).words));
        expect([...scores, ...best, danger].every(Number.isFinite), `"${text}", ${few.length} examples`).to.equal(true);
      }
    }
  });

  it('learns from a single word that is a stop word', () => {
    const all = { ...options, isWritten: () => true, isDanger: () => false };
    const own = createEvidence(learn([example('pgb', 'de')], { ...all, read }), { ...all, texts: ['de'] });
    expect(own.score(read(['de'])).best[0]).to.be.closeTo(1, 1e-3);
    const { gains } = learn([example('pgb', 'de')], { ...all, read }).likelihood;
    expect(valueAt(gains, 0, 0)).to.be.above(0);
  });

  it('does not call a question another subject on the word of a handful of examples', () => {
    expect(evidence.isTelling).to.equal(false);
    expect(evidence.score(read(['paspoort'])).outside).to.equal(Number.NEGATIVE_INFINITY);
  });
});

describe('features of a text', () => {
  it('puts whole words before pieces, counts a repeated word once, and tells how much is strange', () => {
    const reader = createFeatureReader({ stopWords: new Set(['de']), isWritten: () => true });
    reader.learn(read(['de', 'wachtlijst']));
    const { length, whole, strange } = reader.read(read(['wachtlijst', 'wachtlijst', 'fiets']));
    expect(whole).to.be.at.least(1).and.below(length);
    expect(strange).to.be.closeTo(1 / 3, 1e-6);
    expect(reader.read(read([])).strange).to.equal(1);
  });

  it('leaves nothing of a text with more features than there is room for in the next one', () => {
    const reader = createFeatureReader({ stopWords: new Set(), isWritten: () => true });
    const concepts = Array.from({ length: 6000 }, (_, at) => `@begrip-${at}`);
    const last = { words: [], concepts: concepts.slice(-1) };
    const { length, numbers } = reader.learn({ words: [], concepts });
    expect(length).to.equal(numbers.length);
    for (let round = 0; round < 2; round++) {
      const { length: left, amounts } = reader.read(last);
      expect([left, amounts[0]]).to.deep.equal([1, 1.5]);
    }
  });

  it('reads the longest text without running out of room', () => {
    const reader = createFeatureReader({ stopWords: new Set(), isWritten: () => true });
    const words = Array.from({ length: 500 }, (_, at) => `${'abcdefghijklmnopqrstuvwxyz'.slice(at % 20)}${at}x`);
    const { length, numbers } = reader.learn(read(words));
    expect(length).to.be.at.most(numbers.length);
  });
});

describe('numbers for keys', () => {
  it('gives each key one number for ever, also when there are more than there was room for', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 300 }), (keys) => {
        const numbers = createNumbers(emptyTable(8));
        const first = keys.map((key) => numbers.add(key));
        expect(keys.map((key) => numbers.add(key))).to.deep.equal(first);
        expect(keys.map((key) => numbers.find(key))).to.deep.equal(first);
        expect(numbers.size()).to.equal(new Set(keys).size);
      }),
    );
  });

  it('says -1 for a key it never had', () => {
    expect(createNumbers(emptyTable(8)).find(7)).to.equal(-1);
  });
});

describe('turning a sparse matrix over', () => {
  it('keeps every cell', () => {
    const row = fc.uniqueArray(fc.integer({ min: 0, max: 20 }), { maxLength: 10 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (matrix) => {
        const builder = createRowsBuilder(matrix.length, 2);
        for (const features of matrix) {
          for (const feature of features) builder.add(feature, feature + 1);
          builder.endRow();
        }
        const cells = turnOver(builder.done(), 21);
        for (const [number, features] of matrix.entries()) {
          for (let feature = 0; feature <= 20; feature++) {
            expect(valueAt(cells, feature, number)).to.be.closeTo(features.includes(feature) ? feature + 1 : 0, 1e-3);
          }
        }
      }),
    );
  });

  const cellsOf = (...values: readonly number[]) => {
    const builder = createRowsBuilder(1, 0);
    for (const [feature, value] of values.entries()) builder.add(feature, value);
    builder.endRow();
    return turnOver(builder.done(), values.length);
  };

  it('keeps nothing nothing, and little more than that, beside much and by itself', () => {
    expect(valueAt(cellsOf(0, 0), 1, 0)).to.equal(0);
    const beside = cellsOf(1000, 1e-6, 0);
    expect(valueAt(beside, 0, 0)).to.be.closeTo(1000, 1e-3);
    expect(valueAt(beside, 1, 0)).to.be.above(0);
    expect(valueAt(beside, 2, 0)).to.equal(0);
  });

  it('refuses more rows than it can number', () => {
    const rows = (count: number) => ({
      begins: new Uint32Array(count + 1),
      features: new Int32Array(0),
      values: new Float32Array(0),
    });
    expect(() => turnOver(rows(65_536), 1)).not.to.throw();
    expect(() => turnOver(rows(65_537), 1)).to.throw('65537 rows');
  });
});
