/** Everything that can be worked out beforehand is worked out here, once, while the knowledge is loaded. */
import type { CrisisLevel, Match } from '../knowledge.ts';
import type { Audience, CrisisData, Intent, Lexicon } from '../schema.ts';
import { createCrisisDetector } from './crisis.ts';
import { decide, declinedId } from './decide.ts';
import { createNearest } from './nearest.ts';
import { createRuleMatcher } from './rules.ts';
import { createScanner } from './scan.ts';
import { createSimilar, type Example } from './similar.ts';
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
  const raw = intents.flatMap(({ id, voorbeelden, tegenvoorbeelden }) => [
    ...voorbeelden.map((text) => ({ intent: id, words: tokenise(text).words, counter: false })),
    ...tegenvoorbeelden.map((text) => ({ intent: id, words: tokenise(text).words, counter: true })),
  ]);
  const stopWords = new Set(lexicon.stopwoorden);
  const vocabulary = new Set([...raw.flatMap(({ words }) => words), ...stopWords]);
  const scanner = createScanner(book, { vocabulary, protectedWords: lexicon.beschermd });
  const examples = raw.map(({ intent, words, counter }): Example => ({ intent, counter, ...scanner.wording(words) }));
  const similar = createSimilar(examples, stopWords);
  const nearest = createNearest(examples);
  const detect = createCrisisDetector(crisis, { ordinaryWords: vocabulary });
  const fixedId = (intent: string): string => topics.get(intent)?.fixedId ?? intent;
  const isCrisis = (intent: string): boolean => topics.get(intent)?.isCrisis ?? false;
  const bonusFor = (audience: Audience) => (intent: string) => {
    const meant = topics.get(intent)?.audience ?? [];
    const isTheirs = meant.includes(audience) && (audience !== 'professional' || !meant.includes('ouder'));
    return isTheirs && intent !== declinedId && audience !== 'ouder' ? audienceBonus : 0;
  };

  return {
    match(text, audience) {
      const tokens = tokenise(text);
      const signals = detect(tokens);
      const scanned = scanner.scan(tokens.words);
      return decide({
        crisis: signals,
        rules: rules(scanned.hits),
        alike: similar(scanned),
        near: nearest(scanned),
        bonus: bonusFor(audience),
        fixedId,
        isCrisis,
      });
    },
    crisisLevel: (text) => detect(tokenise(text))[0]?.level ?? null,
  };
}
