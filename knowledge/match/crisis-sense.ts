/**
 * Frames know words, examples know what is usually meant. Where the words around a frame's hit are overwhelmingly those of
 * another subject ("ik ga dood van het wachten op die intake"), the frame is not believed; and an expression without danger
 * ("ik schrik me dood") says nothing for a crisis answer. What is believed by default is the frame: the words around a real
 * signal need not speak for it, they must only not speak against it.
 */
import { asQuestion, type CrisisDetector, type CrisisSignal } from './crisis.ts';
import type { Evidence, Scores } from './evidence.ts';
import type { Wording } from './features.ts';
import type { Scanner } from './scan.ts';
import type { Tokens } from './tokens.ts';

export interface CrisisSenseParts {
  readonly detect: CrisisDetector;
  readonly evidence: Evidence;
  readonly scanner: Scanner;
  readonly isCrisis: (intent: string) => boolean;
}

export type CrisisSense = (
  tokens: Tokens,
  wording: Wording,
) => { readonly signals: readonly CrisisSignal[]; readonly scores: Scores };

/** The words around a frame's hit, on either side, that may speak against it: a signal in a long story stands by itself. */
const nearby = 8;
/** In standard deviations: so far must another subject be ahead in those words. */
const clearlyOther = 4;
/** With more unknown words than this part, in another language for one, the others say too little. */
const mostStrange = 0.5;
/** A crisis answer that is this far behind is not named, whatever its words were. */
const nowhereNear = 2;

export function createCrisisSense({ detect, evidence, scanner, isCrisis }: CrisisSenseParts): CrisisSense {
  const crisisNumbers = new Set([...evidence.intents.keys()].filter((at) => isCrisis(evidence.intents[at] ?? '')));
  /** How far the best other answer is before the best crisis answer. */
  const aheadOfCrisis = ({ scores }: Scores): number => {
    let crisis = Number.NEGATIVE_INFINITY;
    let other = Number.NEGATIVE_INFINITY;
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at] ?? 0;
      if (crisisNumbers.has(at)) crisis = Math.max(crisis, score);
      else other = Math.max(other, score);
    }
    return other - crisis;
  };
  const isOtherSubject = (scores: Scores): boolean =>
    evidence.isTelling && scores.strange <= mostStrange && aheadOfCrisis(scores) > clearlyOther;
  const withoutExpressions = (whole: Scores, words: readonly string[]): Scores => {
    const scores = whole.scores.slice();
    const kept = { ...whole, scores, best: whole.best.slice(), bestExample: whole.bestExample.slice() };
    const calm = evidence.score(scanner.wording(words)).scores;
    for (const at of crisisNumbers) scores[at] = Math.min(scores[at] ?? 0, calm[at] ?? 0);
    return kept;
  };
  /** Where signals stand whose surroundings are those of another subject. */
  const placesOfOtherSubjects = ({ words, places }: Tokens, signals: readonly CrisisSignal[], whole: Wording) => {
    const alarming = new Set(signals.filter(({ level }) => level !== 'vraag').map(({ place }) => place));
    let ofWhole: boolean | undefined;
    return [...alarming].filter((place) => {
      const around = words.filter((_, at) => Math.abs((places[at] ?? 0) - place) <= nearby);
      if (around.length < words.length) return isOtherSubject(evidence.score(scanner.wording(around)));
      return (ofWhole ??= isOtherSubject(evidence.score(whole)));
    });
  };
  return (tokens, wording) => {
    const { signals, words } = detect(tokens);
    const others = placesOfOtherSubjects(tokens, signals, wording);
    const believed = signals.map((signal) =>
      signal.level !== 'vraag' && others.includes(signal.place)
        ? asQuestion(signal, 'de woorden eromheen gaan over iets anders')
        : signal,
    );
    // After what is asked of parts of the text, because its arrays are used again.
    const scores = evidence.score(wording);
    const hasExpressions = words.length < tokens.words.length;
    const mayMatter = hasExpressions && aheadOfCrisis(scores) < nowhereNear;
    return { signals: believed, scores: mayMatter ? withoutExpressions(scores, words) : scores };
  };
}
