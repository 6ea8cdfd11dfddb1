/** What an editor wrote, worked out once for each knowledge base instead of in every turn. Nothing a person said is kept. */
import type { Flow, Knowledge } from '../knowledge/index.ts';
import { alternatives, type PatternBook, patternBook, patternOf, plainWords } from './plain-words.ts';
import type { Offer } from './types.ts';

/** `make` as a function that runs once a knowledge base. */
export function once<Made extends object>(make: (knowledge: Knowledge) => Made) {
  const made = new WeakMap<Knowledge, Made>();
  return (knowledge: Knowledge): Made => {
    const known = made.get(knowledge) ?? make(knowledge);
    made.set(knowledge, known);
    return known;
  };
}

/** `make` as a function that runs once a key and knowledge base. The keys must be things of the knowledge base itself. */
export function onceEach<Key, Made>(make: (key: Key, knowledge: Knowledge) => Made) {
  const madeOf = once(() => new Map<Key, { readonly made: Made }>());
  return (key: Key, knowledge: Knowledge): Made => {
    const ofThis = madeOf(knowledge);
    const known = ofThis.get(key) ?? { made: make(key, knowledge) };
    ofThis.set(key, known);
    return known.made;
  };
}

/** The alternatives of a `herken.…` text, made plain. */
export const alternativesOf = onceEach(
  (key: string, knowledge): ReadonlySet<string> => new Set(alternatives(knowledge.text(key))),
);

/** The alternatives of a `herken.…` text as patterns of words. */
export const patternsOf = onceEach(
  (key: string, knowledge): PatternBook => patternBook(alternatives(knowledge.text(key)).map(patternOf)),
);

/** Whether these plain words are one of the alternatives of a `herken.…` text. */
export function isAlternative(plain: string, key: string, knowledge: Knowledge): boolean {
  return alternativesOf(key, knowledge).has(plain);
}

const calls = new WeakMap<Flow, PatternBook>();

/** The `aanroep` of a flow. */
export function callsOf(flow: Flow): PatternBook {
  const known = calls.get(flow) ?? patternBook((flow.aanroep ?? []).map(patternOf));
  calls.set(flow, known);
  return known;
}

const titles = new WeakMap<readonly Offer[], readonly string[]>();

/** The titles of choices that were offered, made plain. */
export function plainTitlesOf(offered: readonly Offer[]): readonly string[] {
  const known = titles.get(offered) ?? offered.map(({ title }) => plainWords(title));
  titles.set(offered, known);
  return known;
}
