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
});
