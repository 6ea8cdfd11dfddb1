/** Everything that can be worked out beforehand is worked out here, once, while the knowledge is loaded. */
import type { CrisisLevel, Match } from '../knowledge.ts';
import type { Audience, CrisisData, Intent, Lexicon } from '../schema.ts';
import { rankCandidates } from './candidates.ts';
import { createCrisisDetector } from './crisis.ts';
import { createCrisisSense } from './crisis-sense.ts';
import { decide, declinedId } from './decide.ts';
import { createEvidence } from './evidence.ts';
import { createRuleMatcher } from './rules.ts';
import { createScanner } from './scan.ts';
import { createTermBook } from './terms.ts';
import { tokenise } from './tokens.ts';

export interface Topic {
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
  crisisLevel(text: string): CrisisLevel | null;
}

/** Tips the balance between two near answers; never enough to make an answer by itself. */
const audienceBonus = 0.1;
export function createMatcher({ intents, lexicon, crisis, topics }: MatcherSource): Matcher {
  const book = createTermBook(lexicon.begrippen);
  const rules = createRuleMatcher(intents, book);
  const raw = intents.flatMap(({ id, voorbeelden }) =>
    voorbeelden.map((text) => ({ intent: id, text, words: tokenise(text).words })),
  );
  const vocabulary = countWords(raw);
  for (const word of lexicon.stopwoorden) if (!vocabulary.has(word)) vocabulary.set(word, 1);
  const scanner = createScanner(book, { vocabulary, protectedWords: lexicon.beschermd });
  const evidence = createEvidence(
    raw.map(({ intent, text, words }) => ({ intent, text, ...scanner.wording(words) })),
    { stopWords: new Set(lexicon.stopwoorden), outside: declinedId },
  );
  const detect = createCrisisDetector(crisis, { ordinaryWords: vocabulary.keys() });
  const fixedId = (intent: string): string => topics.get(intent)?.fixedId ?? intent;
  const isCrisis = (intent: string): boolean => topics.get(intent)?.isCrisis ?? false;
  const bonusFor = (audience: Audience) => (intent: string) => {
    const meant = topics.get(intent)?.audience ?? [];
    const isTheirs = meant.includes(audience) && (audience !== 'professional' || !meant.includes('ouder'));
    return isTheirs && intent !== declinedId && audience !== 'ouder' ? audienceBonus : 0;
  };

  const read = createCrisisSense({ detect, evidence, scanner, isCrisis });

  return {
    match(text, audience) {
      const tokens = tokenise(text);
      const scanned = scanner.scan(tokens.words);
      const { signals, scores } = read(tokens, scanned);
      const candidates = rankCandidates({
        evidence: scores,
        intents: evidence.intents,
        rules: rules(scanned.hits),
        bonus: bonusFor(audience),
      });
      return decide({ crisis: signals, candidates, outside: scores.outside, fixedId, isCrisis });
    },
    crisisLevel: (text) => detect(tokenise(text)).signals[0]?.level ?? null,
  };
}

function countWords(texts: readonly { readonly words: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
