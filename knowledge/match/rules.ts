/** Weighted all/any/not rules: which of them hold for the terms found in a text. */
import type { Intent } from '../schema.ts';
import type { Hit } from './scan.ts';
import { alternatives, type TermBook } from './terms.ts';

export interface RuleHit {
  readonly intent: string;
  readonly score: number;
  /** The rule as an editor wrote it. */
  readonly rule: string;
}

export type RuleMatcher = (hits: readonly Hit[]) => readonly RuleHit[];

/** Each extra condition of a rule makes it this much more certain. */
const perCondition = 0.35;

interface CompiledRule {
  readonly intent: string;
  readonly score: number;
  readonly rule: string;
  readonly needs: number;
}

export function createRuleMatcher(intents: readonly Intent[], book: TermBook): RuleMatcher {
  const rules: CompiledRule[] = [];
  const entries = new Map<string, number>();
  /** By term: the entries it satisfies. By entry: the rules that need it, and those it forbids. */
  const entriesOfTerm = new Map<number, number[]>();
  const needing: number[][] = [];
  const forbidding: number[][] = [];
  const entryNumber = (entry: string): number => {
    const known = entries.get(entry);
    if (known !== undefined) return known;
    const number = entries.size;
    entries.set(entry, number);
    needing.push([]);
    forbidding.push([]);
    for (const alternative of alternatives(entry)) {
      const term = book.term(alternative);
      entriesOfTerm.set(term, [...(entriesOfTerm.get(term) ?? []), number]);
    }
    return number;
  };
  for (const intent of intents) {
    for (const rule of intent.herken) {
      const number = rules.length;
      const all = [...new Set(rule.alle)];
      for (const entry of all) needing[entryNumber(entry)]?.push(number);
      for (const entry of rule.niet) forbidding[entryNumber(entry)]?.push(number);
      const score = rule.gewicht * (1 + perCondition * (all.length - 1));
      rules.push({ intent: intent.id, score, rule: describe(all, rule.niet), needs: all.length });
    }
  }

  return (hits) => {
    const present = new Set<number>();
    for (const hit of hits) for (const entry of entriesOfTerm.get(hit.term) ?? []) present.add(entry);
    const counts = new Uint8Array(rules.length);
    const candidates: number[] = [];
    for (const entry of present) {
      for (const rule of needing[entry] ?? []) {
        const count = (counts[rule] ?? 0) + 1;
        counts[rule] = count;
        if (count === rules[rule]?.needs) candidates.push(rule);
      }
    }
    const forbidden = new Set<number>();
    for (const entry of present) for (const rule of forbidding[entry] ?? []) forbidden.add(rule);
    return candidates.flatMap((rule) => {
      const compiled = rules[rule];
      return compiled && !forbidden.has(rule) ? [compiled] : [];
    });
  };
}

function describe(all: readonly string[], not: readonly string[]): string {
  return not.length === 0 ? all.join(' + ') : `${all.join(' + ')} − ${not.join(' − ')}`;
}
