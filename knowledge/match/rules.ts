/** Weighted all/any/not rules: which of them hold for the terms found in a text. */
import type { Intent } from '../schema.ts';
import { fittedLists } from './fitted.ts';
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

interface Compiled {
  readonly rules: readonly CompiledRule[];
  /** By term: the entries it satisfies. By entry: the rules that need it. By rule: the entries that forbid it. */
  readonly entriesOfTerm: readonly (readonly number[] | undefined)[];
  readonly needing: readonly (readonly number[] | undefined)[];
  readonly forbidders: readonly (readonly number[])[];
}

function compile(intents: readonly Intent[], book: TermBook): Compiled {
  const rules: CompiledRule[] = [];
  const entries = new Map<string, number>();
  const entriesOfTerm: number[][] = [];
  const needing: number[][] = [];
  const forbidders: (readonly number[])[] = [];
  const entryNumber = (entry: string): number => {
    const known = entries.get(entry);
    if (known !== undefined) return known;
    const number = entries.size;
    entries.set(entry, number);
    needing.push([]);
    for (const alternative of alternatives(entry)) {
      const term = book.term(alternative);
      (entriesOfTerm[term] ??= []).push(number);
    }
    return number;
  };
  for (const intent of intents) {
    for (const rule of intent.herken) {
      const number = rules.length;
      const all = [...new Set(rule.alle)];
      for (const entry of all) needing[entryNumber(entry)]?.push(number);
      forbidders.push(rule.niet.map(entryNumber));
      const score = rule.gewicht * (1 + perCondition * (all.length - 1));
      rules.push({ intent: intent.id, score, rule: describe(all, rule.niet), needs: all.length });
    }
  }
  return { rules, entriesOfTerm: fittedLists(entriesOfTerm), needing: fittedLists(needing), forbidders };
}

export function createRuleMatcher(intents: readonly Intent[], book: TermBook): RuleMatcher {
  const { rules, entriesOfTerm, needing, forbidders } = compile(intents, book);
  // Room that is used again in every turn; what was counted is put back to nothing at the end.
  const counts = new Uint8Array(rules.length);
  const isPresent = new Uint8Array(needing.length);

  return (hits) => {
    const present: number[] = [];
    for (const hit of hits) {
      for (const entry of entriesOfTerm[hit.term] ?? []) {
        if (isPresent[entry] === 1) continue;
        isPresent[entry] = 1;
        present.push(entry);
      }
    }
    const candidates: number[] = [];
    for (const entry of present) {
      for (const rule of needing[entry] ?? []) {
        const count = (counts[rule] ?? 0) + 1;
        counts[rule] = count;
        if (count === rules[rule]?.needs) candidates.push(rule);
      }
    }
    const isForbidden = (rule: number) => forbidders[rule]?.some((entry) => isPresent[entry] === 1) ?? false;
    const held: RuleHit[] = [];
    for (const rule of candidates) {
      const compiled = rules[rule];
      if (compiled && !isForbidden(rule)) held.push(compiled);
    }
    for (const entry of present) {
      isPresent[entry] = 0;
      for (const rule of needing[entry] ?? []) counts[rule] = 0;
    }
    return held;
  };
}

function describe(all: readonly string[], not: readonly string[]): string {
  return not.length === 0 ? all.join(' + ') : `${all.join(' + ')} − ${not.join(' − ')}`;
}
