/** Puts what the examples say and what the editors' rules say into one order. */
import type { Scores } from './evidence.ts';
import type { RuleHit } from './rules.ts';

export interface Candidate {
  readonly intent: string;
  /** In standard deviations above what an intent scores on average. */
  readonly score: number;
  /** Likeness of its nearest example, 0–1. */
  readonly likeness: number;
  /** The number of that example, or -1. */
  readonly example: number;
  /** The strongest rule that holds. */
  readonly rule: RuleHit | undefined;
}

export interface Weighed {
  readonly evidence: Scores;
  readonly rules: readonly RuleHit[];
  /** Bonus for what this audience mostly asks, by number of the intent. */
  readonly bonus: (number: number) => number;
}

/** The best candidates, best first. */
export type Rank = (weighed: Weighed) => readonly Candidate[];

/** Measured on questions nobody tuned on. */
const weights = {
  /** What a rule adds, and how much of it further rules of the same intent add. */
  rule: 0.5,
  extraRules: 0.2,
  strongestRule: 2,
} as const;
const atMost = 12;
/** Without a rule, what scores less than this is no candidate: half of all intents do. */
const least = 0.75;

interface Ruled {
  strongest: RuleHit;
  total: number;
}

/** `intents`: by number, as in the evidence. */
export function createRanking(intents: readonly string[]): Rank {
  const numberOf = new Map(intents.map((intent, number) => [intent, number]));

  return ({ evidence: { scores, best, bestExample }, rules, bonus }) => {
    const ruled = byIntent(rules);
    const top = createTop();
    const add = (number: number, rule: Ruled | undefined): void => {
      const ofRules = weights.rule * Math.min(weights.strongestRule, rule?.total ?? 0);
      const intent = intents[number] ?? '';
      top.add({ intent, number, score: (scores[number] ?? 0) + ofRules + bonus(number), rule: rule?.strongest });
    };
    for (let number = 0; number < intents.length; number++) {
      if ((scores[number] ?? 0) >= least) add(number, ruled.get(intents[number] ?? ''));
    }
    for (const [intent, rule] of ruled) {
      const number = numberOf.get(intent);
      // An intent without a single example can still be found by its rules.
      if (number === undefined) top.add({ intent, number: -1, score: weights.rule * rule.total, rule: rule.strongest });
      else if ((scores[number] ?? 0) < least) add(number, rule);
    }
    return top.list.map(({ intent, number, score, rule }) => {
      return { intent, score, likeness: best[number] ?? 0, example: bestExample[number] ?? -1, rule };
    });
  };
}

interface Placed extends Pick<Candidate, 'intent' | 'score' | 'rule'> {
  readonly number: number;
}

/** Keeps the best `atMost`, best first: most of what is offered is not among them, and needs no sorting. */
function createTop(): { readonly list: readonly Placed[]; add(one: Placed): void } {
  const list: Placed[] = [];
  return {
    list,
    add(one: Placed): void {
      let at = list.length;
      while (at > 0 && isBefore(one, list[at - 1])) at--;
      if (at === atMost) return;
      list.splice(at, 0, one);
      if (list.length > atMost) list.pop();
    },
  };
}

function isBefore(one: Placed, other: Placed | undefined): boolean {
  if (!other || one.score > other.score) return true;
  return one.score === other.score && one.intent < other.intent;
}

function byIntent(rules: readonly RuleHit[]): ReadonlyMap<string, Ruled> {
  const ruled = new Map<string, Ruled>();
  for (const hit of rules) {
    const before = ruled.get(hit.intent);
    if (!before) ruled.set(hit.intent, { strongest: hit, total: hit.score });
    else if (hit.score > before.strongest.score) {
      before.total = hit.score + weights.extraRules * before.total;
      before.strongest = hit;
    } else before.total += weights.extraRules * hit.score;
  }
  return ruled;
}
