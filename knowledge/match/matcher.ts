/** Everything that can be worked out beforehand is worked out here, once, while the knowledge is loaded. */
import type { Explanation } from '../explanation.ts';
import type { CrisisLevel, Match } from '../knowledge.ts';
import type { Audience, CrisisData, Intent, Lexicon } from '../schema.ts';
import { rankCandidates } from './candidates.ts';
import { createCrisisDetector } from './crisis.ts';
import { createCrisisSense } from './crisis-sense.ts';
import { decide, declinedId } from './decide.ts';
import { createEvidence } from './evidence.ts';
import { explain } from './explain.ts';
import { createRuleMatcher } from './rules.ts';
import { createScanner } from './scan.ts';
import { withSecondQuestion } from './second-question.ts';
import { createTermBook } from './terms.ts';
import { tokenise } from './tokens.ts';

export interface Topic {
  readonly title: string;
  readonly fixedId: string;
  readonly audience: readonly Audience[];
  readonly isCrisis: boolean;
}

export interface MatcherSource {
  readonly intents: readonly Intent[];
  readonly lexicon: Lexicon;
  readonly crisis: CrisisData;
  /** By intent: the fixed id to report, for whom it is written, and whether it is a crisis answer. */
  readonly topics: ReadonlyMap<string, Topic>;
}

export interface Matcher {
  match(text: string, audience: Audience): Match;
  explain(text: string, audience: Audience): Explanation;
  crisisLevel(text: string): CrisisLevel | null;
}

/** Tips the balance between two near answers; never enough to make an answer by itself. */
const audienceBonus = 0.1;
/** What a crisis answer loses for each nat that the words are not those of somebody in danger, and for how many at most. */
const calmPenalty = 0.3;
const calmest = 4;

export function createMatcher({ intents, lexicon, crisis, topics }: MatcherSource): Matcher {
  const book = createTermBook(lexicon.begrippen);
  const rules = createRuleMatcher(intents, book);
  const examples = intents.flatMap(({ id, voorbeelden }) =>
    voorbeelden.map((text) => ({ intent: id, text, words: tokenise(text).words })),
  );
  const vocabulary = countWords(examples);
  for (const word of lexicon.stopwoorden) if (!vocabulary.has(word)) vocabulary.set(word, 1);
  const scanner = createScanner(book, { vocabulary, protectedWords: lexicon.beschermd });
  const stopWords = new Set(lexicon.stopwoorden);
  const detect = createCrisisDetector(crisis, { ordinaryWords: vocabulary.keys() });
  const fixedId = (intent: string): string => topics.get(intent)?.fixedId ?? intent;
  const titleOf = (intent: string): string => topics.get(intent)?.title ?? intent;
  const isCrisis = (intent: string): boolean => topics.get(intent)?.isCrisis ?? false;
  const evidence = createEvidence(examples, {
    stopWords,
    outside: declinedId,
    isDanger: isCrisis,
    read: scanner.wording,
  });
  const bonusFor = (audience: Audience, danger: number) => (intent: string) => {
    if (isCrisis(intent)) return -calmPenalty * Math.min(calmest, Math.max(0, -danger));
    const meant = topics.get(intent)?.audience ?? [];
    const isTheirs = meant.includes(audience) && (audience !== 'professional' || !meant.includes('ouder'));
    return isTheirs && intent !== declinedId && audience !== 'ouder' ? audienceBonus : 0;
  };

  const read = createCrisisSense({ detect, evidence, scanner });

  const find = (text: string, audience: Audience) => {
    const tokens = tokenise(text);
    const wording = scanner.scan(tokens.words);
    const { signals, danger, scores } = read(tokens, wording);
    const candidates = rankCandidates({
      evidence: scores,
      intents: evidence.intents,
      rules: rules(wording.hits),
      bonus: bonusFor(audience, danger),
    });
    const { outside, meaningful } = scores;
    const match = decide({ crisis: signals, danger, meaningful, candidates, outside, fixedId, isCrisis });
    return { typed: tokens.words, wording, candidates, match };
  };

  return {
    match: (text, audience) =>
      withSecondQuestion(find(text, audience).match, text, (part) => find(part, audience).match),
    explain: (text, audience) => explain({ ...find(text, audience), evidence, titleOf }),
    crisisLevel: (text) => detect(tokenise(text)).signals[0]?.level ?? null,
  };
}

function countWords(texts: readonly { readonly words: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
