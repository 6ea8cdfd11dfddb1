/**
 * The crisis layer: before and apart from every other recognition, with its own data. A frame is who × does what × when,
 * within a few words. A denial ("ik wil niet dood") never silences it: a false alarm is acceptable, a missed signal is not.
 */
import type { CrisisLevel } from '../knowledge.ts';
import type { CrisisData } from '../schema.ts';
import { fitted } from './fitted.ts';
import { type FrameParts, type FramePlace, inOneClause, inOneSentence, placesWhere } from './frame-places.ts';
import { createPartsFinder, type Entry, type FindWhole } from './parts.ts';
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
}

/** One frame is told for so many places at most. */
const mostTold = 3;

const urgency: Readonly<Record<CrisisLevel, number>> = { acuut: 3, crisis: 2, vraag: 1 };
const oneLower: Readonly<Record<CrisisLevel, CrisisLevel>> = { acuut: 'crisis', crisis: 'vraag', vraag: 'vraag' };

export interface CrisisOptions {
  /** Ordinary words that are right as they are, so that none is taken for a misspelt signal. */
  readonly ordinaryWords?: Iterable<string>;
}

/** What a reading needs; the book of terms that it was worked out with does not live on. */
interface Compiled {
  readonly findFrames: FindWhole<CompiledFrame>;
  readonly findLowerings: FindWhole<Entry>;
  /** By term: whether it is an expression without danger, and whether it says that it is happening now. */
  readonly isExpression: Uint8Array;
  readonly isNow: Uint8Array;
  readonly scanner: Scanner;
}

function compile(data: CrisisData, ordinaryWords: Iterable<string>): Compiled {
  const book = createTermBook(data.begrippen);
  const termsOf = (entry: string): readonly number[] =>
    fitted(alternatives(entry).map((alternative) => book.term(alternative)));
  const frames = data.kaders.map((frame): CompiledFrame => {
    const { naam: name, intent, niveau: level, gewicht: weight, binnen: within, volgorde: inOrder } = frame;
    const terms = frame.delen.map(termsOf);
    const besides = fitted(frame.niet.flatMap(termsOf));
    return { name, intent, level, weight, terms, besides, within, inOrder };
  });
  const lowerings = data.verlagend.map((entry): Entry => ({ terms: entry.split(together).map(termsOf) }));
  const expressions = data.uitdrukkingen.flatMap(termsOf);
  const now = data.nu.flatMap(termsOf);
  const flagged = (terms: readonly number[]): Uint8Array => {
    const flags = new Uint8Array(book.size());
    for (const term of terms) flags[term] = 1;
    return flags;
  };
  return {
    findFrames: createPartsFinder(frames, book.size()),
    findLowerings: createPartsFinder(lowerings, book.size()),
    isExpression: flagged(expressions),
    isNow: flagged(now),
    // No word of the frames is written so much more often than another one that this would be a misspelling.
    scanner: createScanner(book, {
      written: writtenWith(book.elements),
      usual: new Map(),
      protectedWords: [...data.beschermd, ...ordinaryWords],
    }),
  };
}

export function createCrisisDetector(data: CrisisData, { ordinaryWords = [] }: CrisisOptions = {}): CrisisDetector {
  const { findFrames, findLowerings, isExpression, isNow, scanner } = compile(data, ordinaryWords);

  return (tokens) => {
    const { words, places } = tokens;
    const all = scanner.hits(words);
    const masks = all.filter(({ term }) => isExpression[term] === 1);
    const hits = masks.length === 0 ? all : all.filter((hit) => !isWithin(hit, masks));
    const masked = wordsOf(masks);
    const frames = findFrames(hits, places);
    if (frames.length === 0) return { signals: [], expressions: masked };
    const saysNow = hits.some(({ term }) => isNow[term] === 1);
    const isOneClause = inOneClause(tokens);
    const isOneSentence = inOneSentence(tokens);
    const lowerings = findLowerings(hits, places).map((found) => found.places.slice(0, found.entry.terms.length));
    // What is said in another clause ("ik wil dood, de melding klopt niet") takes nothing away from a signal.
    const isLowered = ({ place, parts }: FramePlace): boolean =>
      lowerings.some(
        (lowering) =>
          lowering.some((found) => found.some((there) => parts.some((part) => isOneClause(part, there)))) &&
          lowering.every((found) => found.some((there) => isOneSentence(place, there))),
      );
    const signals = frames.flatMap((found) => {
      const held = placesWhere(found, isOneClause);
      const lowered = held.filter(isLowered);
      const plain = held.filter((one) => !lowered.includes(one));
      // Those that are lowered come last: however often a case is told, it hides nobody's own words.
      const told = [...plain, ...lowered].slice(0, mostTold);
      return told.map((one) => signalOf(found.entry, one.parts, saysNow, lowered.includes(one)));
    });
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
