/** From what was found to one decision: answer, suggest two or three, or say honestly that there is no answer. */
import type { CrisisLevel, Match } from '../knowledge.ts';
import type { CrisisSignal } from './crisis.ts';
import type { RuleHit } from './rules.ts';
import type { Likeness } from './similar.ts';

export const declinedId = 'geen-antwoord';

export interface Found {
  readonly crisis: readonly CrisisSignal[];
  readonly rules: readonly RuleHit[];
  readonly alike: readonly Likeness[];
  /** Intents that have an example which is nearly the same. */
  readonly near: readonly Likeness[];
  /** Bonus for what this audience mostly asks. */
  readonly bonus: (intent: string) => number;
  /** The fixed id that is reported for an intent. */
  readonly fixedId: (intent: string) => string;
  /** Whether an intent's answer is a crisis answer. */
  readonly isCrisis: (intent: string) => boolean;
}

/** Measured on the project’s own examples, each left out of the knowledge in turn. */
const weights = {
  extraRules: 0.2,
  likeness: 2,
  /** What an example that is the same adds to the likeness; nothing from half the same on. */
  near: 1.2,
  nearFrom: 0.5,
  /** A crisis frame at level "vraag" counts as a rule of this score. */
  question: 0.7,
  /** From here a matching rule may answer by itself. */
  answer: 0.95,
  /** So far must the second one be behind. */
  margin: 0.12,
  /** From here something may be suggested: with a rule, or on likeness alone. */
  suggestWithRule: 0.5,
  suggestAlone: 0.45,
  /** A crisis answer without any signal of the crisis layer is held back: only the words around it were alike. */
  crisisWithoutSignal: 0.75,
  /** A crisis answer that is this much alike, and more than any other, counts as a signal although no frame fits. */
  crisisAlike: 0.25,
  crisisMargin: 0.08,
} as const;

interface Candidate {
  readonly intent: string;
  readonly score: number;
  readonly likeness: number;
  /** The strongest rule that holds. */
  readonly rule: RuleHit | undefined;
}

export function decide(given: Found): Match {
  const alike = likenessOf(given);
  const found = { ...given, crisis: [...given.crisis, ...alikeSignals(given, alike)] };
  const top = found.crisis.find(({ level: one }) => one !== 'vraag') ?? found.crisis[0];
  const level: CrisisLevel | null = top?.level ?? null;
  const candidates = rank(found, alike);
  const reasons = found.crisis.map((signal) => signal.because);
  if (top && (level === 'acuut' || level === 'crisis')) {
    const intents = [...found.crisis.map((signal) => signal.intent), ...candidates.map(({ intent }) => intent)];
    const ranked = fixed(
      intents.filter((intent) => intent !== declinedId),
      found,
    );
    return { ranked, answerId: top.intent, suggestions: [], crisis: true, level, decided: 'answer', because: reasons };
  }
  const because = [...reasons, ...candidates.slice(0, 3).map(reasonFor)];
  const suggestable = candidates.filter(isSuggestable);
  const [best, second] = suggestable;
  const rankedIds = suggestable.map(({ intent }) => intent);
  if (!best || best.intent === declinedId) {
    const others = rankedIds.filter((intent) => intent !== declinedId).slice(0, 3);
    const ranked = [declinedId, ...fixed(others, found).filter((id) => id !== declinedId)];
    const reason = best ? because : [...because, 'niets lijkt er genoeg op'];
    return { ranked, answerId: null, suggestions: [], crisis: false, level, decided: 'decline', because: reason };
  }
  const choices = rankedIds.filter((intent) => intent !== declinedId);
  const ranked = fixed(choices, found);
  const clear =
    !second ||
    best.score - second.score >= weights.margin ||
    found.fixedId(second.intent) === found.fixedId(best.intent);
  if (best.rule && best.score >= weights.answer && clear) {
    return { ranked, answerId: best.intent, suggestions: [], crisis: false, level, decided: 'answer', because };
  }
  return {
    ranked,
    answerId: null,
    suggestions: choices.slice(0, 3),
    crisis: false,
    level,
    decided: 'suggest',
    because: [...because, clear ? 'niet zeker genoeg om te antwoorden' : 'twee antwoorden liggen te dicht bij elkaar'],
  };
}

/** Frames can't foresee every wording: a text that is like the examples of a crisis answer only, is taken as one. */
function alikeSignals({ crisis, rules, isCrisis }: Found, alike: ReadonlyMap<string, number>): readonly CrisisSignal[] {
  if (crisis.some(({ level }) => level !== 'vraag')) return [];
  let best: Likeness | undefined;
  let other = 0;
  for (const [intent, score] of alike) {
    if (!isCrisis(intent)) other = Math.max(other, score);
    else if (score > (best?.score ?? 0)) best = { intent, score };
  }
  const hasRule = rules.some(({ intent, score }) => !isCrisis(intent) && score >= weights.answer);
  if (!best || hasRule || best.score < weights.crisisAlike || best.score - other < weights.crisisMargin) return [];
  const because = `crisis: lijkt ${Math.round(best.score * 100)}% op voorbeelden van ${best.intent}, en op niets anders meer`;
  return [{ intent: best.intent, level: 'crisis', weight: best.score, because }];
}

function isSuggestable({ rule, score }: Candidate): boolean {
  return score >= (rule ? weights.suggestWithRule : weights.suggestAlone);
}

function reasonFor({ intent, rule, likeness }: Candidate): string {
  const alike = `lijkt ${Math.round(likeness * 100)}% op de voorbeelden`;
  return `${intent}: ${rule ? `regel ${rule.rule}; ` : ''}${alike}`;
}

function rank(found: Found, alike: ReadonlyMap<string, number>): readonly Candidate[] {
  const byIntent = new Map<string, RuleHit[]>();
  const add = (hit: RuleHit): void => {
    const hits = byIntent.get(hit.intent);
    if (hits) hits.push(hit);
    else byIntent.set(hit.intent, [hit]);
  };
  found.rules.forEach(add);
  for (const signal of found.crisis) add({ intent: signal.intent, score: weights.question, rule: signal.because });
  const candidates: Candidate[] = [];
  for (const [intent, hits] of byIntent) {
    const [rule, ...others] = hits.toSorted((left, right) => right.score - left.score);
    const likeness = alike.get(intent) ?? 0;
    const fromRules = (rule?.score ?? 0) + weights.extraRules * Math.min(1.5, sum(others));
    candidates.push({ intent, likeness, rule, score: fromRules + weights.likeness * likeness + found.bonus(intent) });
  }
  for (const [intent, likeness] of alike) {
    if (byIntent.has(intent)) continue;
    const held = found.isCrisis(intent) ? weights.crisisWithoutSignal : 1;
    candidates.push({
      intent,
      likeness,
      rule: undefined,
      score: held * weights.likeness * likeness + found.bonus(intent),
    });
  }
  return candidates.sort((left, right) => right.score - left.score || (left.intent < right.intent ? -1 : 1));
}

function likenessOf({ alike, near }: Found): ReadonlyMap<string, number> {
  const likeness = new Map(alike.map(({ intent, score }) => [intent, score]));
  for (const { intent, score } of near) {
    likeness.set(intent, Math.min(1, (likeness.get(intent) ?? 0) + weights.near * (score - weights.nearFrom)));
  }
  return likeness;
}

function sum(hits: readonly RuleHit[]): number {
  return hits.reduce((total, { score }) => total + score, 0);
}

function fixed(intents: readonly string[], found: Found): readonly string[] {
  return [...new Set(intents.map((intent) => found.fixedId(intent)))];
}
