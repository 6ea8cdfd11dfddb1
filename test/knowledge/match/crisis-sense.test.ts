import { expect } from 'chai';
import type { CrisisSignal } from '../../../knowledge/match/crisis.ts';
import { createCrisisSense } from '../../../knowledge/match/crisis-sense.ts';
import { tokenise } from '../../../knowledge/match/tokens.ts';

const signal: CrisisSignal = {
  frame: 'kader',
  intent: 'danger',
  level: 'acuut',
  weight: 1,
  places: [3],
  because: 'crisis: kader',
};
const asIs = (words: readonly string[]) => ({ words, concepts: [] });

interface Opinion {
  /** What the examples say of these words, in nats. */
  readonly danger: (words: readonly string[]) => number;
  readonly calm?: readonly string[];
  readonly telling?: boolean;
  readonly strange?: number;
  readonly places?: readonly number[];
  readonly weight?: number;
  readonly frames?: readonly string[];
  readonly level?: CrisisSignal['level'];
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
      signals: (options.frames ?? ['kader']).map((frame) => ({
        ...signal,
        frame,
        places: options.places ?? signal.places,
        weight: options.weight ?? signal.weight,
        level: options.level ?? signal.level,
      })),
      expressions: new Set([...words.keys()].filter((at) => !(options.calm ?? words).includes(words[at] ?? ''))),
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
  const dangerOf = (sense: ReturnType<typeof senseWith>, said = text) =>
    sense(tokenise(said), asIs(tokenise(said).words)).danger;

  it('keeps a signal when the words do not speak against it more than the frame speaks for it', () => {
    expect(signalsOf(senseWith({ danger: () => -0.8 }))).to.deep.equal([signal]);
    expect(dangerOf(senseWith({ danger: () => -0.8 }))).to.be.closeTo(0.1, 1e-6);
  });

  it('believes what says it in so many words longer', () => {
    expect(signalsOf(senseWith({ danger: () => -1.8, weight: 2.4 }))[0]?.level).to.equal('acuut');
    expect(signalsOf(senseWith({ danger: () => -1.8, weight: 2.3 }))[0]?.level).to.equal('vraag');
  });

  it('makes a question of a signal whose words are not at all those of somebody in danger, and says so', () => {
    const [found] = signalsOf(senseWith({ danger: () => -1 }));
    expect(found?.level).to.equal('vraag');
    expect(found?.because).to.contain('gaan over iets anders');
  });

  it('believes a real signal in a long story by the words around it', () => {
    const story = `${'wachtlijst '.repeat(30)}. ik wil dood`;
    const place = tokenise(story).places.at(-1) ?? 0;
    const sense = senseWith({
      danger: (words) => 2 - words.filter((word) => word === 'wachtlijst').length,
      places: [place],
    });
    expect(sense(tokenise(story), asIs(tokenise(story).words)).signals[0]?.level).to.equal('acuut');
  });

  it('hears danger that is said between other things in one clause, from three words on either side', () => {
    const said = 'op de wachtlijst staat hij nu en hij wil dood zegt hij tegen ons op de wachtlijst';
    const place = tokenise(said).words.indexOf('dood');
    const danger = (words: readonly string[]) => (words.includes('wachtlijst') ? -9 : 1);
    expect(dangerOf(senseWith({ danger, places: [place] }), said)).to.be.closeTo(0.4, 1e-6);
  });

  it('judges the words around every part of a frame', () => {
    const said = 'papa doet op de wachtlijst al een jaar met de riem slaan';
    const at = (word: string) => tokenise(said).words.indexOf(word);
    const danger = (words: readonly string[]) =>
      words.includes('papa') && words.includes('slaan') && !words.includes('jaar') ? 1 : -9;
    expect(dangerOf(senseWith({ danger, places: [at('papa'), at('slaan')] }), said)).to.be.closeTo(0.4, 1e-6);
    expect(dangerOf(senseWith({ danger, places: [at('papa')] }), said)).to.be.below(0);
  });

  it('takes one and a half nats off what only the words around a frame say', () => {
    const danger = (words: readonly string[]) => (words.includes('intake') ? -9 : 0.55);
    expect(dangerOf(senseWith({ danger }))).to.be.closeTo(-0.05, 1e-6);
  });

  it('counts each frame once, and four of them at most', () => {
    const withFrames = (...frames: readonly string[]) => dangerOf(senseWith({ danger: () => -3, frames }));
    expect(withFrames('a', 'a')).to.be.closeTo(withFrames('a'), 1e-6);
    expect(withFrames('a', 'b')).to.be.closeTo(withFrames('a') + 0.9, 1e-6);
    expect(withFrames('a', 'b', 'c', 'd', 'e')).to.be.closeTo(withFrames('a', 'b', 'c', 'd'), 1e-6);
  });

  it('believes the frame when most of the words are of another language', () => {
    expect(signalsOf(senseWith({ danger: () => -9, strange: 0.6 }))).to.deep.equal([signal]);
  });

  it('believes the frame when there are too few examples to say otherwise', () => {
    expect(signalsOf(senseWith({ danger: () => -9, telling: false }))).to.deep.equal([signal]);
  });

  it('takes away what an expression without danger says of danger', () => {
    const calm = tokenise('wachten op die intake').words;
    const sense = senseWith({ danger: (words) => (words.includes('dood') ? 2 : -2), calm, level: 'vraag' });
    expect(dangerOf(sense)).to.be.closeTo(-2.8, 1e-6);
  });

  it('counts a question about danger a little against danger', () => {
    expect(dangerOf(senseWith({ danger: () => 0.5, level: 'vraag' }))).to.be.closeTo(-0.3, 1e-6);
    expect(dangerOf(senseWith({ danger: () => 1, level: 'vraag' }))).to.be.above(0);
  });
});
