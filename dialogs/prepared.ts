/** What an editor wrote to be compared with, made plain once for each knowledge base instead of in every turn. */
import type { Flow, Knowledge } from '../knowledge/index.ts';
import { alternatives, type Pattern, patternOf } from './plain-words.ts';

const prepared = new WeakMap<Knowledge, Map<string, ReadonlySet<string>>>();
const calls = new WeakMap<Flow, readonly Pattern[]>();

/** Whether these plain words are one of the alternatives of a `herken.…` text. */
export function isAlternative(plain: string, key: string, knowledge: Knowledge): boolean {
  const texts = prepared.get(knowledge) ?? new Map<string, ReadonlySet<string>>();
  const known = texts.get(key) ?? new Set(alternatives(knowledge.text(key)));
  texts.set(key, known);
  prepared.set(knowledge, texts);
  return known.has(plain);
}

/** The `aanroep` of a flow. */
export function callsOf(flow: Flow): readonly Pattern[] {
  const known = calls.get(flow) ?? (flow.aanroep ?? []).map(patternOf);
  calls.set(flow, known);
  return known;
}
