/** Everything that can be worked out beforehand is worked out here, once, while the knowledge is loaded. */
import type { Explanation } from '../explanation.ts';
import type { CrisisLevel, Match } from '../knowledge.ts';
import type { LearntStore } from '../learnt-store.ts';
import type { Audience, CrisisData, Intent, Lexicon } from '../schema.ts';
import { type Candidate, createRanking } from './candidates.ts';
import { type CrisisDetector, createCrisisDetector } from './crisis.ts';
import { createCrisisSense } from './crisis-sense.ts';
import { decide, declinedId } from './decide.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { explain } from './explain.ts';
import { learn } from './learn.ts';
import { type Kept, keptSchema } from './learnt-schema.ts';
import { type ReaderOptions, writtenWith } from './read-words.ts';
import { createRuleMatcher, type RuleMatcher } from './rules.ts';
import { createScanner, type Scanner } from './scan.ts';
import { withSecondQuestion } from './second-question.ts';
import { usualSpellings } from './spelling.ts';
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
/** What a crisis answer loses when nobody is in danger, and for each nat that this is sure, up to so many. */
const calmPenalty = { base: 1, slope: 0.3 } as const;
const calmest = 4;

interface MakeOptions {
  readonly isCrisis: (intent: string) => boolean;
  readonly learntBefore: LearntStore;
}

interface Parts {
  readonly rules: RuleMatcher;
  readonly scanner: Scanner;
  readonly detect: CrisisDetector;
  readonly evidence: Evidence;
}

/** Apart, so that nothing that is needed only while working this out lives on. */
function makeParts({ intents, lexicon, crisis }: MatcherSource, { isCrisis, learntBefore }: MakeOptions): Parts {
  const book = createTermBook(lexicon.begrippen);
  const rules = createRuleMatcher(intents, book);
  const scannerOf = (spellings: Pick<ReaderOptions, 'written' | 'usual'>): Scanner =>
    createScanner(book, { ...spellings, protectedWords: lexicon.beschermd });

  let made: Scanner | undefined;
  const dangers = intents.filter(({ id }) => isCrisis(id)).map(({ id }) => id);
  const { vocabulary, usual, learnt } = learntBefore.get([intents, lexicon, dangers], keptSchema, () => {
    const examples = intents.flatMap(({ id, voorbeelden }) =>
      voorbeelden.map((text) => ({ intent: id, words: tokenise(text).words })),
    );
    const words = countWords(examples);
    for (const word of lexicon.stopwoorden) if (!words.has(word)) words.set(word, 1);
    const written = writtenWith(book.elements, words);
    const found = usualSpellings(written);
    made = scannerOf({ written, usual: found });
    return {
      vocabulary: words,
      usual: found,
      learnt: learn(examples, { ...featureOptions(lexicon, words, isCrisis), read: made.wording }),
    };
  });
  return {
    rules,
    scanner: made ?? scannerOf({ written: writtenWith(book.elements, vocabulary), usual }),
    detect: createCrisisDetector(crisis, { ordinaryWords: vocabulary.keys() }),
    evidence: createEvidence(learnt, {
      ...featureOptions(lexicon, vocabulary, isCrisis),
      texts: intents.flatMap(({ voorbeelden }) => voorbeelden),
    }),
  };
}

export function createMatcher(source: MatcherSource, learntBefore: LearntStore): Matcher {
  const { topics } = source;
  const fixedId = (intent: string): string => topics.get(intent)?.fixedId ?? intent;
  const titleOf = (intent: string): string => topics.get(intent)?.title ?? intent;
  const isCrisis = (intent: string): boolean => topics.get(intent)?.isCrisis ?? false;
  const { rules, scanner, detect, evidence } = makeParts(source, { isCrisis, learntBefore });
  const rank = createRanking(evidence.intents);
  const inDanger = evidence.intents.map(isCrisis);
  const audienceBonusOf = byAudience((audience) =>
    evidence.intents.map((intent) => {
      const meant = topics.get(intent)?.audience ?? [];
      const isTheirs = meant.includes(audience) && (audience !== 'professional' || !meant.includes('ouder'));
      return isTheirs && intent !== declinedId && audience !== 'ouder' ? audienceBonus : 0;
    }),
  );
  const bonusFor = (audience: Audience, danger: number) => {
    const penalty = danger < 0 ? -calmPenalty.base - calmPenalty.slope * Math.min(calmest, -danger) : 0;
    const bonuses = audienceBonusOf[audience];
    return (number: number) => (inDanger[number] === true ? penalty : (bonuses[number] ?? 0));
  };

  const read = createCrisisSense({ detect, evidence, scanner });

  const find = (text: string, audience: Audience) => {
    const tokens = tokenise(text);
    const wording = scanner.scan(tokens.words);
    const { signals, danger, scores } = read(tokens, wording);
    const { outside, meaningful } = scores;
    const candidates = rank({ evidence: scores, rules: rules(wording.hits), bonus: bonusFor(audience, danger) });
    const saysTheSame = ({ example }: Candidate): boolean =>
      tokenise(evidence.exampleText(example) ?? '').words.join(' ') === tokens.words.join(' ');
    const match = decide({ crisis: signals, danger, meaningful, candidates, outside, fixedId, isCrisis, saysTheSame });
    return { typed: tokens.words, wording, candidates, match };
  };

  return {
    match: (text, audience) =>
      withSecondQuestion(find(text, audience).match, text, (part) => find(part, audience).match),
    explain: (text, audience) => explain({ ...find(text, audience), evidence, titleOf }),
    crisisLevel: (text) => detect(tokenise(text)).signals[0]?.level ?? null,
  };
}

function byAudience<T>(of: (audience: Audience) => T): Readonly<Record<Audience, T>> {
  return { ouder: of('ouder'), jongere: of('jongere'), omstander: of('omstander'), professional: of('professional') };
}

function featureOptions({ stopwoorden }: Lexicon, vocabulary: Vocabulary, isDanger: (intent: string) => boolean) {
  return {
    stopWords: new Set(stopwoorden),
    isWritten: (word: string) => vocabulary.has(word),
    outside: declinedId,
    isDanger,
  };
}

type Vocabulary = Kept['vocabulary'];

function countWords(texts: readonly { readonly words: readonly string[] }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
