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

export interface RankInput {
  readonly intents: readonly string[];
  readonly evidence: Scores;
  readonly rules: readonly RuleHit[];
  /** Bonus for what this audience mostly asks. */
  readonly bonus: (intent: string) => number;
}

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

/** The best candidates, best first. */
export function rankCandidates({ intents, evidence, rules, bonus }: RankInput): readonly Candidate[] {
  const { scores, best, bestExample } = evidence;
  const rulesOf = new Map<string, { strongest: RuleHit; total: number }>();
  for (const hit of rules) {
    const before = rulesOf.get(hit.intent);
    if (!before) rulesOf.set(hit.intent, { strongest: hit, total: hit.score });
    else if (hit.score > before.strongest.score) {
      before.total = hit.score + weights.extraRules * before.total;
      before.strongest = hit;
    } else before.total += weights.extraRules * hit.score;
  }
  const candidates: Candidate[] = [];
  for (let at = 0; at < intents.length; at++) {
    const intent = intents[at] ?? '';
    const ruled = rulesOf.get(intent);
    if (ruled === undefined && (scores[at] ?? 0) < least) continue;
    rulesOf.delete(intent);
    const score = (scores[at] ?? 0) + weights.rule * Math.min(weights.strongestRule, ruled?.total ?? 0) + bonus(intent);
    candidates.push({ intent, score, likeness: best[at] ?? 0, example: bestExample[at] ?? -1, rule: ruled?.strongest });
  }
  // An intent without a single example can still be found by its rules.
  for (const [intent, { strongest, total }] of rulesOf) {
    candidates.push({ intent, score: weights.rule * total, likeness: 0, example: -1, rule: strongest });
  }
  candidates.sort((left, right) => right.score - left.score || (left.intent < right.intent ? -1 : 1));
  return candidates.slice(0, atMost);
}
