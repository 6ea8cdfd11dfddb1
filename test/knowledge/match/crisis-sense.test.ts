import { expect } from 'chai';
import type { CrisisSignal } from '../../../knowledge/match/crisis.ts';
import { createCrisisSense } from '../../../knowledge/match/crisis-sense.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';

const signal: CrisisSignal = { intent: 'danger', level: 'acuut', weight: 1, place: 3, because: 'crisis: kader' };
const asIs = (words: readonly string[]) => ({ words, concepts: [] });

interface Opinion {
  /** What the examples say of these words, in nats. */
  readonly danger: (words: readonly string[]) => number;
  readonly calm?: readonly string[];
  readonly telling?: boolean;
  readonly strange?: number;
  readonly place?: number;
}

function senseWith({ danger, ...options }: Opinion) {
  const score = ({ words }: { readonly words: readonly string[] }) => ({
    scores: new Float32Array(2),
    best: new Float32Array(2),
    bestExample: new Int32Array(2),
    outside: -9,
    meaningful: words.length,
    strange: options.strange ?? 0,
    danger: danger(words),
  });
  return createCrisisSense({
    detect: ({ words }) => ({
      signals: [{ ...signal, place: options.place ?? signal.place }],
      words: options.calm ?? words,
    }),
    evidence: {
      isTelling: options.telling ?? true,
      intents: ['danger', 'waiting'],
      score,
      danger: ({ words }) => danger(words),
      wordsFor: () => [],
      exampleText: () => null,
    },
    scanner: { wording: asIs, scan: (words) => ({ ...asIs(words), hits: [] }), hits: () => [] },
  });
}
const text = 'ik ga dood van het wachten op die intake';
const signalsOf = (sense: ReturnType<typeof senseWith>, said = text) =>
  sense(tokenise(said), asIs(tokenise(said).words)).signals;

describe('believing a crisis frame', () => {
  it('keeps a signal when the words around do not speak against it', () => {
    expect(signalsOf(senseWith({ danger: () => 0 }))).to.deep.equal([signal]);
    expect(signalsOf(senseWith({ danger: () => -1.9 }))).to.deep.equal([signal]);
  });

  it('makes a question of a signal whose words are not at all those of somebody in danger, and says so', () => {
    const [found] = signalsOf(senseWith({ danger: () => -2.1 }));
    expect(found?.level).to.equal('vraag');
    expect(found?.because).to.contain('gaan over iets anders');
  });

  it('looks only at the words around, so that a real signal in a long story stands', () => {
    const story = `${'wachtlijst '.repeat(30)}. ik wil dood`;
    const place = tokenise(story).places.at(-1) ?? 0;
    const sense = senseWith({
      danger: (words) => -words.filter((word) => word === 'wachtlijst').length,
      place,
    });
    expect(sense(tokenise(story), asIs(tokenise(story).words)).signals[0]?.level).to.equal('acuut');
  });

  it('believes the frame when most of the words are of another language', () => {
    expect(signalsOf(senseWith({ danger: () => -9, strange: 0.6 }))).to.deep.equal([signal]);
  });

  it('believes the frame when there are too few examples to say otherwise', () => {
    expect(signalsOf(senseWith({ danger: () => -9, telling: false }))).to.deep.equal([signal]);
  });

  it('takes away what an expression without danger says of danger', () => {
    const calm = tokenise('wachten op die intake').words;
    const sense = senseWith({ danger: (words) => (words.includes('dood') ? 2 : -2), calm });
    expect(sense(tokenise(text), asIs(tokenise(text).words)).danger).to.equal(-2);
  });
});
