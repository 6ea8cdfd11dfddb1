/** The same search, told to an editor: what was read, what spoke for each candidate, and how sure that is. */
import type { ExplainedCandidate, Explanation } from '../explanation.ts';
import type { Match } from '../knowledge.ts';
import type { Candidate } from './candidates.ts';
import type { Evidence } from './evidence.ts';
import type { Wording } from './features.ts';

export interface Search {
  readonly typed: readonly string[];
  readonly wording: Wording;
  readonly candidates: readonly Candidate[];
  readonly match: Match;
  readonly evidence: Evidence;
  readonly titleOf: (intent: string) => string;
}

const shown = 5;
/** How every reason of the crisis layer begins. */
const ofDanger = 'crisis:';

export function explain({ typed, wording, candidates: found, match, evidence, titleOf }: Search): Explanation {
  const isAnswer = ({ intent }: Candidate) => intent === match.answerId;
  // In danger the answer need not be what scores best.
  const candidates = [...found.filter(isAnswer), ...found.filter((one) => !isAnswer(one))];
  const best = found[0]?.score ?? 0;
  const total = candidates.reduce((sum, { score }) => sum + Math.exp(score - best), 0);
  return {
    words: typed.map((word, at) => ({ typed: word, readAs: wording.words[at] ?? word })),
    concepts: wording.concepts,
    crisis: match.because.filter((reason) => reason.startsWith(ofDanger)),
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
