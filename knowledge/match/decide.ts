/** From what was found to one decision: answer, suggest two or three, or say honestly that there is no answer. */
import type { CrisisLevel, Match } from '../knowledge.ts';
import type { Candidate } from './candidates.ts';
import type { CrisisSignal } from './crisis.ts';

export const declinedId = 'geen-antwoord';
/** Fewer words that mean something ("weet ik niet", "toch niet") are not like those of somebody in danger. */
const fewestMeaningful = 2;

export interface Found {
  readonly crisis: readonly CrisisSignal[];
  /** Whether somebody is in danger, as frames and examples have it together: above 0 rather yes than no, in nats. */
  readonly danger: number;
  /** How many words are no stop words. */
  readonly meaningful: number;
  /** Best first. */
  readonly candidates: readonly Candidate[];
  /** Whether the question is about another subject: above 0 rather yes than no. */
  readonly outside: number;
  /** The fixed id that is reported for an intent. */
  readonly fixedId: (intent: string) => string;
  /** Whether an intent's answer is a crisis answer. */
  readonly isCrisis: (intent: string) => boolean;
  /** Whether the nearest example of a candidate is what was said, word by word. */
  readonly saysTheSame: (candidate: Candidate) => boolean;
}

/** In the units of a candidate's score. Measured on questions nobody tuned on. */
const limits = {
  /** Below this nothing lies near enough to name. */
  named: 3,
  /** Below this what is named is a guess: "Bedoelt u …?" stands there, but nothing was recognised. */
  guessed: 3.8,
  /** Above this the question is about another subject; a little later when a rule holds. */
  outside: 0,
  outsideRuled: 2,
  /** Almost the words of an example are never those of another subject. */
  known: 0.85,
  /** From here an answer is given without a rule, and a rule of this score may answer whatever the examples say. */
  answered: 4.2,
  ruled: 0.95,
  /** An answer without a rule shares this much with an example in whole words; pieces of words may only suggest. */
  shared: 0.12,
  /** So far must the second one be behind. */
  margin: 0.35,
  /** With fewer words that mean something than `fewestMeaningful`, only the words of an example count. */
  same: 0.8,
  /** What a frame adds for its own answer, when a crisis is certain and only the right answer is sought. */
  frame: 2.5,
  strongestFrame: 1.5,
} as const;

export function decide(found: Found): Match {
  const { candidates, outside, fixedId, isCrisis } = found;
  const crisis = [...found.crisis, ...alikeSignals(found)];
  const top = crisis.find(({ level: one }) => one !== 'vraag') ?? crisis[0];
  const level: CrisisLevel | null = top?.level ?? null;
  const reasons = crisis.map((signal) => signal.because);
  if (top && (level === 'acuut' || level === 'crisis')) {
    const answerId = mostLikely(crisis, found) ?? top.intent;
    const others = [...candidates.map(({ intent }) => intent), ...crisis.map(({ intent }) => intent)];
    const ranked = unique([answerId, ...others.filter((intent) => intent !== declinedId)].map(fixedId));
    return {
      ranked,
      answerId,
      alsoId: null,
      suggestions: [],
      crisis: true,
      level,
      decided: 'answer',
      because: reasons,
    };
  }
  const because = [...reasons, ...candidates.slice(0, 3).map(reasonFor)];
  const [best] = candidates;
  const others = candidates.filter(({ intent }) => intent !== declinedId).map(({ intent }) => intent);
  const nothing = { answerId: null, alsoId: null, crisis: false, level, because };
  const isNamed =
    best !== undefined &&
    (isRuled(best) ? outside <= limits.outsideRuled : best.score >= limits.named && outside <= limits.outside);
  const isKnown = best !== undefined && best.likeness >= limits.known;
  if (!(isNamed || isKnown) || best.intent === declinedId) {
    const ranked = [declinedId, ...unique(others.map(fixedId)).slice(0, 3)];
    const reason = best?.intent === declinedId ? because : [...because, 'niets lijkt er genoeg op'];
    return { ...nothing, ranked, suggestions: [], decided: 'decline', because: reason };
  }
  const ranked = unique(others.map(fixedId));
  const second = candidates.find(({ intent }) => fixedId(intent) !== fixedId(best.intent));
  const isClear = !second || best.score - second.score >= limits.margin;
  const isSure = isRuled(best) || (best.score >= limits.answered && best.likeness >= limits.shared);
  if (isClear && isSure && !isCrisis(best.intent)) {
    return {
      ranked,
      answerId: best.intent,
      alsoId: null,
      suggestions: [],
      crisis: false,
      level,
      decided: 'answer',
      because,
    };
  }
  const why = isClear ? 'niet zeker genoeg om te antwoorden' : 'twee antwoorden liggen te dicht bij elkaar';
  const isGuess = best.score < limits.guessed;
  return {
    ...nothing,
    ranked: isGuess ? [declinedId, ...ranked] : ranked,
    suggestions: others.slice(0, 3),
    decided: 'suggest',
    because: [...because, why],
  };
}

/** The crisis answer that signals and examples together point to: a frame's words count, and so does all the rest. */
function mostLikely(signals: readonly CrisisSignal[], { candidates, isCrisis }: Found): string | undefined {
  const scores = new Map<string, number>();
  for (const { intent, score } of candidates) if (isCrisis(intent)) scores.set(intent, score);
  const alarms = signals.filter(({ level }) => level !== 'vraag');
  for (const intent of new Set(alarms.map((signal) => signal.intent))) {
    const strongest = intent === alarms[0]?.intent ? limits.strongestFrame : 0;
    scores.set(intent, (scores.get(intent) ?? 0) + limits.frame + strongest);
  }
  return [...scores].sort((left, right) => right[1] - left[1])[0]?.[0];
}

/** Frames can't foresee every wording: words that are like those of somebody in danger are taken as such. */
function alikeSignals({
  crisis,
  danger,
  meaningful,
  candidates,
  isCrisis,
  saysTheSame,
}: Found): readonly CrisisSignal[] {
  if (danger < 0 || crisis.some(({ level }) => level !== 'vraag')) return [];
  const alike = candidates.find(({ intent }) => isCrisis(intent));
  // Pieces of words alone say nothing: the letters of a follow code are like anything.
  if (!alike || alike.likeness === 0) return [];
  if (meaningful < fewestMeaningful && alike.likeness < limits.same) return [];
  // Words as ordinary as "ik heb hem niet meer" are hardly like anything, not even like themselves.
  if (!saysTheSame(alike) && candidates.some((one) => !isCrisis(one.intent) && saysTheSame(one))) return [];
  const other = candidates.find(({ intent }) => !isCrisis(intent));
  // Almost the words of an example of another answer: an editor has said what they mean.
  if (other && other.likeness >= limits.known && other.likeness > alike.likeness) return [];
  const because = `crisis: lijkt op wat mensen in gevaar zeggen, het meest op ${alike.intent}`;
  return [{ frame: null, intent: alike.intent, level: 'crisis', weight: alike.score, places: [], because }];
}

function isRuled({ rule }: Candidate): boolean {
  return (rule?.score ?? 0) >= limits.ruled;
}

function reasonFor({ intent, rule, likeness }: Candidate): string {
  const alike = `lijkt ${Math.round(likeness * 100)}% op een voorbeeld`;
  return `${intent}: ${rule ? `regel ${rule.rule}; ` : ''}${alike}`;
}

function unique(ids: readonly string[]): readonly string[] {
  return [...new Set(ids)];
}
