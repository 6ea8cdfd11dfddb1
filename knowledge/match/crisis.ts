/**
 * The crisis layer: before and apart from every other recognition, with its own data. A frame is who × does what × when,
 * within a few words. A denial ("ik wil niet dood") never silences it: a false alarm is acceptable, a missed signal is not.
 */
import type { CrisisLevel } from '../knowledge.ts';
import type { CrisisData } from '../schema.ts';
import { createScanner, type Hit } from './scan.ts';
import { alternatives, createTermBook } from './terms.ts';
import type { Tokens } from './tokens.ts';

export interface CrisisSignal {
  readonly intent: string;
  readonly level: CrisisLevel;
  readonly weight: number;
  readonly because: string;
}

/** Signals, the most urgent one first; empty when there is none. */
export type CrisisDetector = (tokens: Tokens) => readonly CrisisSignal[];

interface CompiledFrame {
  readonly name: string;
  readonly intent: string;
  readonly level: CrisisLevel;
  readonly weight: number;
  readonly parts: number;
  /** A bit for each part. */
  readonly whole: number;
  /** By term: the parts it stands for. */
  readonly partOf: ReadonlyMap<number, ReadonlySet<number>>;
  readonly within: number;
  readonly inOrder: boolean;
}

const urgency: Readonly<Record<CrisisLevel, number>> = { acuut: 3, crisis: 2, vraag: 1 };
const lowered: Readonly<Record<CrisisLevel, CrisisLevel>> = { acuut: 'crisis', crisis: 'vraag', vraag: 'vraag' };

export interface CrisisOptions {
  /** Ordinary words that are right as they are, so that none is taken for a misspelt signal. */
  readonly ordinaryWords?: Iterable<string>;
}

export function createCrisisDetector(data: CrisisData, { ordinaryWords = [] }: CrisisOptions = {}): CrisisDetector {
  const book = createTermBook(data.begrippen);
  const termsOf = (entry: string): readonly number[] => alternatives(entry).map((alternative) => book.term(alternative));
  /** By term: the parts of frames it stands for, and the frames it rules out. */
  const partsOf = new Map<number, [frame: number, part: number][]>();
  const ruledOutBy = new Map<number, number[]>();
  const frames = data.kaders.map((frame, number): CompiledFrame => {
    const partOf = new Map<number, Set<number>>();
    frame.delen.forEach((entry, part) => {
      for (const term of termsOf(entry)) {
        partsOf.set(term, [...(partsOf.get(term) ?? []), [number, part]]);
        partOf.set(term, new Set([...(partOf.get(term) ?? []), part]));
      }
    });
    for (const term of frame.niet.flatMap(termsOf)) ruledOutBy.set(term, [...(ruledOutBy.get(term) ?? []), number]);
    const { naam: name, intent, niveau: level, gewicht: weight, binnen: within, volgorde: inOrder } = frame;
    const parts = frame.delen.length;
    return { name, intent, level, weight, parts, whole: 2 ** parts - 1, partOf, within, inOrder };
  });
  const expressions = new Set(data.uitdrukkingen.flatMap(termsOf));
  const lowering = new Set(data.verlagend.flatMap(termsOf));
  const now = new Set(data.nu.flatMap(termsOf));
  const scanner = createScanner(book, { vocabulary: [], protectedWords: [...data.beschermd, ...ordinaryWords] });

  return ({ words, places }) => {
    const hits = withoutExpressions(scanner.scan(words).hits, expressions);
    const seen = new Uint32Array(frames.length);
    const ruledOut = new Set<number>();
    let isLowered = false;
    let isNow = false;
    for (const { term } of hits) {
      for (const [frame, part] of partsOf.get(term) ?? []) seen[frame] = (seen[frame] ?? 0) | (1 << part);
      for (const frame of ruledOutBy.get(term) ?? []) ruledOut.add(frame);
      isLowered ||= lowering.has(term);
      isNow ||= now.has(term);
    }
    const signals: CrisisSignal[] = [];
    for (const [number, frame] of frames.entries()) {
      if (seen[number] !== frame.whole || ruledOut.has(number)) continue;
      const parts = Array.from({ length: frame.parts }, (_, part) =>
        hits.filter(({ term }) => frame.partOf.get(term)?.has(part)).map(({ from }) => places[from] ?? 0),
      );
      if (together(parts, frame)) signals.push(signalOf(frame, isNow, isLowered));
    }
    return signals.sort((one, other) => urgency[other.level] - urgency[one.level] || other.weight - one.weight);
  };
}

function signalOf({ name, intent, level, weight }: CompiledFrame, isNow: boolean, isLowered: boolean): CrisisSignal {
  const raised = isNow && level === 'crisis' ? 'acuut' : level;
  const reached = isLowered ? lowered[raised] : raised;
  const note = isLowered ? ' (vakwoorden of algemene vraag: één niveau lager)' : '';
  return { intent, level: reached, weight, because: `crisis: ${name}, ${reached}${note}` };
}

/** Whether one hit of each part lies within so many words of a hit of the first part, the second after the first if asked. */
function together(parts: readonly (readonly number[])[], { within, inOrder }: CompiledFrame): boolean {
  const [first = [], ...others] = parts;
  return first.some((place) =>
    others.every((other, number) =>
      other.some((there) => Math.abs(there - place) <= within && (!inOrder || number > 0 || there > place)),
    ),
  );
}

function withoutExpressions(hits: readonly Hit[], expressions: ReadonlySet<number>): readonly Hit[] {
  const masks = hits.filter((hit) => expressions.has(hit.term));
  if (masks.length === 0) return hits;
  return hits.filter((hit) => !masks.some((mask) => hit.from < mask.to && hit.to > mask.from));
}
