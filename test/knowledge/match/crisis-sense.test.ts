import { expect } from 'chai';
import type { CrisisSignal } from '../../../knowledge/match/crisis.ts';
import { createCrisisSense } from '../../../knowledge/match/crisis-sense.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';

const signal: CrisisSignal = { intent: 'danger', level: 'acuut', weight: 1, place: 3, because: 'crisis: kader' };
const asIs = (words: readonly string[]) => ({ words, concepts: [] });

/** The examples' opinion by words: how far the other subject is ahead. */
function senseWith(
  ahead: (words: readonly string[]) => number,
  options: { calm?: readonly string[]; telling?: boolean; strange?: number } = {},
) {
  const score = ({ words }: { readonly words: readonly string[] }) => ({
    scores: Float32Array.from([1, 1 + ahead(words)]),
    best: new Float32Array(2),
    bestExample: new Int32Array(2),
    outside: -9,
    strange: options.strange ?? 0,
  });
  return createCrisisSense({
    detect: ({ words }) => ({ signals: [signal], words: options.calm ?? words }),
    evidence: {
      isTelling: options.telling ?? true,
      intents: ['danger', 'waiting'],
      score,
      wordsFor: () => [],
      exampleText: () => null,
    },
    scanner: { wording: asIs, scan: (words) => ({ ...asIs(words), hits: [] }), hits: () => [] },
    isCrisis: (intent) => intent === 'danger',
  });
}
const text = 'ik ga dood van het wachten op die intake';
const signalsOf = (sense: ReturnType<typeof senseWith>, said = text) =>
  sense(tokenise(said), asIs(tokenise(said).words)).signals;

describe('believing a crisis frame', () => {
  it('keeps a signal when the words around do not speak against it', () => {
    expect(signalsOf(senseWith(() => 0))).to.deep.equal([signal]);
    expect(signalsOf(senseWith(() => 3.9))).to.deep.equal([signal]);
  });

  it('makes a question of a signal whose words are overwhelmingly those of another subject, and says so', () => {
    const [found] = signalsOf(senseWith(() => 4.5));
    expect(found?.level).to.equal('vraag');
    expect(found?.because).to.contain('gaan over iets anders');
  });

  it('looks only at the words around, so that a real signal in a long story stands', () => {
    const story = `${'wachtlijst '.repeat(30)}. ik wil dood`;
    const place = tokenise(story).places.at(-1) ?? 0;
    const sense = createCrisisSense({
      detect: ({ words }) => ({ signals: [{ ...signal, place }], words }),
      evidence: {
        isTelling: true,
        intents: ['danger', 'waiting'],
        score: ({ words }) => ({
          scores: Float32Array.from([0, words.filter((word) => word === 'wachtlijst').length]),
          best: new Float32Array(2),
          bestExample: new Int32Array(2),
          outside: -9,
          strange: 0,
        }),
        wordsFor: () => [],
        exampleText: () => null,
      },
      scanner: { wording: asIs, scan: (words) => ({ ...asIs(words), hits: [] }), hits: () => [] },
      isCrisis: (intent) => intent === 'danger',
    });
    expect(sense(tokenise(story), asIs(tokenise(story).words)).signals[0]?.level).to.equal('acuut');
  });

  it('believes the frame when most of the words are of another language', () => {
    expect(signalsOf(senseWith(() => 9, { strange: 0.6 }))).to.deep.equal([signal]);
  });

  it('believes the frame when there are too few examples to say otherwise', () => {
    expect(signalsOf(senseWith(() => 9, { telling: false }))).to.deep.equal([signal]);
  });

  it('takes what an expression without danger says for a crisis answer away, and nothing else', () => {
    const calm = tokenise('wachten op die intake').words;
    const sense = senseWith((words) => (words.includes('dood') ? 0 : 1), { calm });
    const { scores } = sense(tokenise(text), asIs(tokenise(text).words));
    expect([...scores.scores]).to.deep.equal([1, 1]);
  });
});
