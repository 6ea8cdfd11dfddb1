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
}

export interface Sensed {
  readonly signals: readonly CrisisSignal[];
  /** As `Scores.danger`, without what is an expression. */
  readonly danger: number;
  readonly scores: Scores;
}

export type CrisisSense = (tokens: Tokens, wording: Wording) => Sensed;

/**
 * The words of its clause around a frame's hit, on either side, that may speak against it. What is said beside it does not
 * ("ik wil dood. wie is onze regisseur?"), and a signal in a long story stands by itself.
 */
const nearby = 8;
/** In nats: words around a frame that are so little those of somebody in danger, are about something else. */
const clearlyCalm = -2;
/** With more unknown words than this part, in another language for one, the others say too little. */
const mostStrange = 0.5;

export function createCrisisSense({ detect, evidence, scanner }: CrisisSenseParts): CrisisSense {
  /** Where signals stand among words that are not those of somebody in danger. */
  const calmPlaces = (
    { words, places, clauses }: Tokens,
    signals: readonly CrisisSignal[],
    { danger, strange }: Scores,
  ): readonly number[] => {
    if (!evidence.isTelling || strange > mostStrange || danger >= clearlyCalm) return [];
    const alarming = new Set(signals.filter(({ level }) => level !== 'vraag').map(({ place }) => place));
    return [...alarming].filter((place) => {
      const clause = clauses[places.indexOf(place)];
      const around = words.filter((_, at) => clauses[at] === clause && Math.abs((places[at] ?? 0) - place) <= nearby);
      return evidence.danger(scanner.wording(around)) < clearlyCalm;
    });
  };
  return (tokens, wording) => {
    const { signals, words } = detect(tokens);
    const hasExpressions = words.length < tokens.words.length;
    const calm = hasExpressions ? evidence.danger(scanner.wording(words)) : Number.POSITIVE_INFINITY;
    const scores = evidence.score(wording);
    const calmly = calmPlaces(tokens, signals, scores);
    const believed = signals.map((signal) =>
      signal.level !== 'vraag' && calmly.includes(signal.place)
        ? asQuestion(signal, 'de woorden eromheen gaan over iets anders')
        : signal,
    );
    return { signals: believed, danger: Math.min(calm, scores.danger), scores };
  };
}
