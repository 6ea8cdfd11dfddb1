/**
 * The crisis layer: before and apart from every other recognition, with its own data. A frame is who × does what × when,
 * within a few words. A denial ("ik wil niet dood") never silences it: a false alarm is acceptable, a missed signal is not.
 */
import type { CrisisLevel } from '../knowledge.ts';
import type { CrisisData } from '../schema.ts';
import { fitted, fittedLists } from './fitted.ts';
import {
  type FrameParts,
  type FramePlace,
  inOneClause,
  inOneSentence,
  placesByTerm,
  placesOfAny,
  placesWhere,
} from './frame-places.ts';
import { writtenWith } from './read-words.ts';
import { createScanner, type Hit, type Scanner } from './scan.ts';
import { alternatives, createTermBook } from './terms.ts';
import type { Tokens } from './tokens.ts';

export interface CrisisSignal {
  /** The name of the frame, or null where words were only like those of danger. */
  readonly frame: string | null;
  readonly intent: string;
  readonly level: CrisisLevel;
  readonly weight: number;
  /** Where on the line of `Tokens.places` its parts stand, the first one first. */
  readonly places: readonly number[];
  readonly because: string;
}

export interface CrisisReading {
  /** The most urgent one first; empty when there is none. */
  readonly signals: readonly CrisisSignal[];
  /** The numbers of the words that are part of an expression without danger. */
  readonly expressions: ReadonlySet<number>;
}

export type CrisisDetector = (tokens: Tokens) => CrisisReading;

interface CompiledFrame extends FrameParts {
  readonly name: string;
  readonly intent: string;
  readonly level: CrisisLevel;
  readonly weight: number;
  /** A bit for each part. */
  readonly whole: number;
}

const urgency: Readonly<Record<CrisisLevel, number>> = { acuut: 3, crisis: 2, vraag: 1 };
const oneLower: Readonly<Record<CrisisLevel, CrisisLevel>> = { acuut: 'crisis', crisis: 'vraag', vraag: 'vraag' };

export interface CrisisOptions {
  /** Ordinary words that are right as they are, so that none is taken for a misspelt signal. */
  readonly ordinaryWords?: Iterable<string>;
}

/** What a reading needs; the book of terms that it was worked out with does not live on. */
interface Compiled {
  readonly frames: readonly CompiledFrame[];
  /** By term: the parts of frames it stands for. */
  readonly partsOf: readonly (readonly FramePart[] | undefined)[];
  readonly expressions: ReadonlySet<number>;
  readonly lowerings: readonly (readonly (readonly number[])[])[];
  readonly now: ReadonlySet<number>;
  readonly scanner: Scanner;
}

interface FramePart {
  readonly frame: number;
  readonly bit: number;
}

function compile(data: CrisisData, ordinaryWords: Iterable<string>): Compiled {
  const book = createTermBook(data.begrippen);
  const termsOf = (entry: string): readonly number[] =>
    fitted(alternatives(entry).map((alternative) => book.term(alternative)));
  const partsOf: FramePart[][] = [];
  const frames = data.kaders.map((frame, number): CompiledFrame => {
    const terms = frame.delen.map(termsOf);
    for (const [part, ofPart] of terms.entries()) {
      const one = { frame: number, bit: 1 << part };
      for (const term of ofPart) (partsOf[term] ??= []).push(one);
    }
    const { naam: name, intent, niveau: level, gewicht: weight, binnen: within, volgorde: inOrder } = frame;
    const ruledOutBy = fitted(frame.niet.flatMap(termsOf));
    return { name, intent, level, weight, whole: 2 ** terms.length - 1, terms, ruledOutBy, within, inOrder };
  });
  const protectedWords = [...data.beschermd, ...ordinaryWords];
  return {
    frames,
    expressions: new Set(data.uitdrukkingen.flatMap(termsOf)),
    lowerings: data.verlagend.map((entry) => entry.split(together).map(termsOf)),
    now: new Set(data.nu.flatMap(termsOf)),
    partsOf: fittedLists(partsOf),
    // No word of the frames is written so much more often than another one that this would be a misspelling.
    scanner: createScanner(book, { written: writtenWith(book.elements), usual: new Map(), protectedWords }),
  };
}

export function createCrisisDetector(data: CrisisData, { ordinaryWords = [] }: CrisisOptions = {}): CrisisDetector {
  const { frames, partsOf, expressions, lowerings, now, scanner } = compile(data, ordinaryWords);
  // Room that is used again in every turn.
  const seen = new Uint32Array(frames.length);

  return (tokens) => {
    const { words, places } = tokens;
    const all = scanner.hits(words);
    const masks = all.filter(({ term }) => expressions.has(term));
    const hits = masks.length === 0 ? all : all.filter((hit) => !isWithin(hit, masks));
    const masked = wordsOf(masks);
    seen.fill(0);
    let isNow = false;
    for (const { term } of hits) {
      for (const { frame, bit } of partsOf[term] ?? []) seen[frame] = (seen[frame] ?? 0) | bit;
      isNow ||= now.has(term);
    }
    const whole: CompiledFrame[] = [];
    for (let number = 0; number < seen.length; number++) {
      const frame = seen[number] === 0 ? undefined : frames[number];
      if (frame && seen[number] === frame.whole) whole.push(frame);
    }
    if (whole.length === 0) return { signals: [], expressions: masked };
    const placesOf = placesByTerm(hits, places);
    const isOneClause = inOneClause(tokens);
    const isOneSentence = inOneSentence(tokens);
    const lowered = lowerings
      .map((entry) => entry.map((terms) => placesOfAny(terms, placesOf)))
      .filter((entry) => entry.every((found) => found.length > 0));
    // What is said in another clause ("ik wil dood, de melding klopt niet") takes nothing away from a signal.
    const isLowered = ({ place, parts }: FramePlace): boolean =>
      lowered.some(
        (entry) =>
          entry.some((found) => found.some((there) => parts.some((part) => isOneClause(part, there)))) &&
          entry.every((found) => found.some((there) => isOneSentence(place, there))),
      );
    const signals = whole.flatMap((frame) =>
      placesWhere(frame, placesOf, isOneClause).map((held) => signalOf(frame, held.parts, isNow, isLowered(held))),
    );
    signals.sort((one, other) => urgency[other.level] - urgency[one.level] || other.weight - one.weight);
    return { signals, expressions: masked };
  };
}

/** The same signal at the level that asks for no alarm: it stays visible, and the answer is found like any other. */
export function asQuestion(signal: CrisisSignal, note: string): CrisisSignal {
  return { ...signal, level: 'vraag', because: `${signal.because} (${note})` };
}

function signalOf(
  { name, intent, level, weight }: CompiledFrame,
  places: readonly number[],
  isNow: boolean,
  isLowered: boolean,
): CrisisSignal {
  const raised = isNow && level === 'crisis' ? 'acuut' : level;
  const reached = isLowered ? oneLower[raised] : raised;
  const note = isLowered ? ' (vakwoorden of algemene vraag: één niveau lager)' : '';
  return { frame: name, intent, level: reached, weight, places, because: `crisis: ${name}, ${reached}${note}` };
}

/** Between parts of an entry of `verlagend` that only count together ("jaar geleden & gaat goed"). */
const together = /\s+&\s+/;

function wordsOf(masks: readonly Hit[]): ReadonlySet<number> {
  const masked = new Set<number>();
  for (const { from, to } of masks) for (let at = from; at < to; at++) masked.add(at);
  return masked;
}

function isWithin({ from, to }: Pick<Hit, 'from' | 'to'>, masks: readonly Hit[]): boolean {
  return masks.some((mask) => from < mask.to && to > mask.from);
}
