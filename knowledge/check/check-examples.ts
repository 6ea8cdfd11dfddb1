/**
 * Whether the examples of an editor lead to their own answer. A miss is told; only many of them are a fault, because a
 * matcher that is right on every example it has seen has learned them by heart, and one new answer would turn an
 * editor's check red for a sentence that somebody else wrote.
 */
import type { Knowledge, KnowledgeFault, Match } from '../knowledge.ts';
import type { Audience, Intent, Settings } from '../schema.ts';
import type { Merged } from '../merge-layers.ts';
import { fileOf, type Report } from './reporter.ts';

/** Of 100 examples of crisis answers, so many may go by unseen: what is promised for plain wording. */
const crisisMissed = 2;

interface Tally {
  readonly misses: KnowledgeFault[];
  count: number;
}

export type ExampleInput = Pick<Merged, 'answers' | 'intents' | 'origins' | 'nationalName'> & {
  readonly settings: { readonly redactie: Pick<Settings['redactie'], 'voorbeeldenGemistOp100'> };
};

export interface ExampleCounts {
  readonly examples: number;
  readonly missed: number;
}

export function checkExamples(
  merged: ExampleInput,
  knowledge: Pick<Knowledge, 'match'>,
  report: Report,
): ExampleCounts {
  const hits: Tally = { misses: [], count: 0 };
  const counters: Tally = { misses: [], count: 0 };
  const crisis: Tally = { misses: [], count: 0 };
  for (const intent of merged.intents.values()) {
    const answer = merged.answers.get(intent.id);
    const file = fileOf(merged, `intents/${intent.id}`);
    const audience: Audience = answer?.doelgroep[0] ?? 'ouder';
    const fixedId = answer?.hoortBij ?? intent.id;
    intent.voorbeelden.forEach((example, at) => {
      const match = knowledge.match(example, audience);
      const place = `voorbeelden[${at}]`;
      hits.count += 1;
      if (answer?.soort === 'crisis') {
        crisis.count += 1;
        if (match.level === null) {
          crisis.misses.push({ file, place, problem: `"${example}" wordt niet als gevaar herkend` });
          return;
        }
        // Every crisis answer begins with the numbers: which of them comes first matters less than that one comes.
        if (match.crisis && match.ranked.slice(0, 3).includes(fixedId)) return;
      }
      if (isHit(match, intent.id, fixedId)) return;
      hits.misses.push({ file, place, problem: `"${example}" geeft ${gives(match)}, niet ${fixedId}` });
    });
    intent.tegenvoorbeelden.forEach((example, at) => {
      counters.count += 1;
      const match = knowledge.match(example, audience);
      if (match.decided !== 'answer' || match.answerId !== intent.id) return;
      counters.misses.push({ file, place: `tegenvoorbeelden[${at}]`, problem: `"${example}" geeft toch dit antwoord` });
    });
  }
  const most = merged.settings.redactie.voorbeeldenGemistOp100;
  tell(crisis, { most: crisisMissed, what: 'voorbeelden van gevaar worden niet als gevaar herkend' }, report);
  tell(hits, { most, what: 'voorbeelden geven een ander antwoord' }, report);
  tell(counters, { most, what: 'tegenvoorbeelden geven toch hun antwoord' }, report);
  checkShared([...merged.intents.values()], (id) => fileOf(merged, `intents/${id}`), report);
  return { examples: hits.count, missed: hits.misses.length + crisis.misses.length };
}

/** The first one, or one of the two or three that are offered; for what is no subject: an honest decline. */
function isHit({ ranked, answerId, suggestions, decided }: Match, id: string, fixedId: string): boolean {
  if (answerId === id || ranked[0] === fixedId) return true;
  return decided === 'suggest' && suggestions.includes(id);
}

function gives({ decided, ranked }: Match): string {
  return decided === 'decline' ? 'geen antwoord' : (ranked[0] ?? 'niets');
}

function tell({ misses, count }: Tally, { most, what }: { most: number; what: string }, report: Report): void {
  report.warnings.push(...misses);
  const share = count === 0 ? 0 : (100 * misses.length) / count;
  if (share <= most) return;
  report.faults.push({
    file: 'intents',
    place: 'voorbeelden',
    problem: `${misses.length} van ${count} ${what}; hooguit ${most} van de 100 mag`,
  });
}

function checkShared(intents: readonly Intent[], fileFor: (id: string) => string, report: Report): void {
  const owners = new Map<string, string>();
  for (const { id, voorbeelden } of intents) {
    voorbeelden.forEach((example, at) => {
      const key = example
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .trim();
      const owner = owners.get(key);
      if (owner !== undefined && owner !== id) {
        const problem = `"${example}" staat ook bij ${owner}; kies één onderwerp`;
        report.warnings.push({ file: fileFor(id), place: `voorbeelden[${at}]`, problem });
      } else owners.set(key, id);
    });
  }
}
