/**
 * Frames know words, examples know what is usually meant. Both are weighed together: where the words around a frame's hit are
 * those of another subject ("ik ga dood van het wachten op die intake"), the frame is not believed, and words that no frame
 * foresaw can be those of somebody in danger. An expression without danger ("ik schrik me dood") says nothing for it.
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
  /** Whether somebody is in danger: above 0 rather yes than no, in nats. What is an expression does not count. */
  readonly danger: number;
  readonly scores: Scores;
}

/** Whether the word with this number counts. */
type Counts = (at: number) => boolean;

export type CrisisSense = (tokens: Tokens, wording: Wording) => Sensed;

/**
 * So many words of its clause on either side of the first part of a frame, and of all its parts, are judged by themselves:
 * what else is said, or asked beside it ("hij wordt gepest en wil dood", "ik wil dood. wie is onze regisseur?"), takes little
 * away then.
 */
const nearby = 3;
/** With more unknown words than this part, in another language for one, the others say too little. */
const mostStrange = 0.5;
/** A frame of this weight says in so many words that there is danger. */
const plain = 2.4;
/** More frames hold by the same words. */
const mostFrames = 4;
/** In nats. `frame` and `question` were fitted beside those of `Danger`; the others were chosen on unseen questions. */
const weights = {
  /** What each frame says for danger, and what one in so many words says besides. */
  frame: 0.9,
  plainFrame: 1,
  /** What a question about danger ("wat is zelfbeschadiging") says for it. */
  question: -0.8,
  /** A few words by themselves sound more alarming than they are. */
  around: -1.5,
} as const;

export function createCrisisSense({ detect, evidence, scanner }: CrisisSenseParts): CrisisSense {
  /** As `Scores.danger`, of the words with these numbers. */
  const dangerOf = (words: readonly string[], counts: Counts): number =>
    evidence.danger(scanner.wording(words.filter((_, at) => counts(at))));
  /** The same of the words around the signal for which it is highest. */
  const dangerAround = (
    { words, places, clauses }: Tokens,
    signals: readonly CrisisSignal[],
    isMeant: Counts,
  ): number => {
    const around = (place: number): Counts => {
      const clause = clauses[places.indexOf(place)];
      return (at) => clauses[at] === clause && Math.abs((places[at] ?? 0) - place) <= nearby;
    };
    // Many frames hold by the same words.
    const spans = signals.flatMap((signal) => [signal.places, signal.places.slice(0, 1)]);
    const different = new Map(spans.map((parts) => [parts.join(' '), parts]));
    const dangers = Array.from(different.values(), (parts) => {
      const near = parts.map(around);
      return dangerOf(words, (at) => isMeant(at) && near.some((isNear) => isNear(at)));
    });
    return Math.max(...dangers);
  };
  return (tokens, wording) => {
    const { signals, expressions } = detect(tokens);
    const scores = evidence.score(wording);
    const isMeant: Counts = (at) => !expressions.has(at);
    const whole = expressions.size > 0 ? Math.min(scores.danger, dangerOf(tokens.words, isMeant)) : scores.danger;
    const alarms = signals.filter(({ level }) => level !== 'vraag');
    if (alarms.length === 0) {
      return { signals, danger: whole + (signals.length > 0 ? weights.question : 0), scores };
    }
    const speaking = byFrames(alarms);
    const byWhole = speaking + whole;
    const danger =
      byWhole >= 0 ? byWhole : Math.max(byWhole, speaking + weights.around + dangerAround(tokens, alarms, isMeant));
    if (danger >= 0 || !evidence.isTelling || scores.strange > mostStrange) return { signals, danger, scores };
    const doubted = signals.map((signal) =>
      signal.level === 'vraag' ? signal : asQuestion(signal, 'de woorden eromheen gaan over iets anders'),
    );
    return { signals: doubted, danger, scores };
  };
}

/** What frames say for danger by themselves, in nats. */
function byFrames(signals: readonly CrisisSignal[]): number {
  const count = new Set(signals.map(({ frame }) => frame)).size;
  const isPlain = signals.some(({ weight }) => weight >= plain);
  return weights.frame * Math.min(mostFrames, count) + (isPlain ? weights.plainFrame : 0);
}
