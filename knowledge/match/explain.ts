/** The same search, told to an editor: what was read, what spoke for each candidate, and how sure that is. */
import type { ExplainedCandidate, Explanation } from '../explanation.ts';
import type { Match } from '../knowledge.ts';
import type { Candidate } from './candidates.ts';
import type { CrisisSignal } from './crisis.ts';
import type { Evidence } from './evidence.ts';
import type { Wording } from './features.ts';

export interface Search {
  readonly typed: readonly string[];
  readonly wording: Wording;
  readonly signals: readonly CrisisSignal[];
  readonly candidates: readonly Candidate[];
  readonly match: Match;
  readonly evidence: Evidence;
  readonly titleOf: (intent: string) => string;
}

const shown = 5;

export function explain({ typed, wording, signals, candidates, match, evidence, titleOf }: Search): Explanation {
  const best = candidates[0]?.score ?? 0;
  const total = candidates.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return {
    words: typed.map((word, at) => ({ typed: word, readAs: wording.words[at] ?? word })),
    concepts: wording.concepts,
    crisis: signals.map(({ because }) => because),
    candidates: candidates.slice(0, shown).map(
      ({ intent, score, rule, example }): ExplainedCandidate => ({
        intent,
        title: titleOf(intent),
        certainty: Math.exp(score - best) / total,
        words: evidence.wordsFor(wording, intent),
        rule: rule?.rule ?? null,
        likeExample: evidence.exampleText(example),
      }),
    ),
    decided: match.decided,
    because: match.because,
  };
}
