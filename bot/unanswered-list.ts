/** The lines of the work list put together: questions that are alike count as one, the most asked first. */
import type { FeedbackReason, UnansweredLine } from './unanswered.ts';

/** Shared letter triples, of both together: from here two questions are the same one. */
const ALIKE = 0.55;

export interface OpenQuestion {
  /** The wording that came first. */
  readonly text: string;
  readonly count: number;
  readonly why: Readonly<Record<'declined' | 'none-of-these' | 'unhelpful', number>>;
  /** The answer that was nearest most often, or that did not help. */
  readonly nearest: string | null;
  readonly oldest: string;
  readonly newest: string;
  /** Other wordings, at most three. */
  readonly also: readonly string[];
}

export interface JudgedAnswer {
  readonly answer: string;
  readonly helpful: number;
  readonly unhelpful: number;
  readonly reasons: Readonly<Partial<Record<FeedbackReason, number>>>;
}

export interface UnansweredList {
  readonly questions: readonly OpenQuestion[];
  /** Worst first. */
  readonly answers: readonly JudgedAnswer[];
}

interface Group {
  readonly texts: Map<string, number>;
  readonly lines: UnansweredLine[];
  readonly triples: ReadonlySet<string>;
}

export function unansweredList(lines: readonly UnansweredLine[]): UnansweredList {
  const groups: Group[] = [];
  const byTriple = new Map<string, number[]>();
  for (const line of lines) {
    if (line.text === null) continue;
    const triples = triplesOf(line.text);
    const known = groups[nearestGroup(triples, groups, byTriple) ?? -1];
    if (known) {
      known.lines.push(line);
      known.texts.set(line.text, (known.texts.get(line.text) ?? 0) + 1);
      continue;
    }
    const at = groups.push({ triples, lines: [line], texts: new Map([[line.text, 1]]) }) - 1;
    for (const triple of triples) byTriple.set(triple, [...(byTriple.get(triple) ?? []), at]);
  }
  const questions = groups.map(questionOf);
  questions.sort((left, right) => right.count - left.count || (left.newest < right.newest ? 1 : -1));
  return { questions, answers: judged(lines) };
}

/** Only groups that share a triple are looked at, so thousands of lines take no minutes. */
function nearestGroup(
  triples: ReadonlySet<string>,
  groups: readonly Group[],
  byTriple: ReadonlyMap<string, readonly number[]>,
): number | undefined {
  const shared = new Map<number, number>();
  for (const triple of triples) {
    for (const at of byTriple.get(triple) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
  }
  let best: number | undefined;
  let most = ALIKE;
  for (const [at, count] of shared) {
    const likeness = (2 * count) / (triples.size + (groups[at]?.triples.size ?? 0));
    if (likeness >= most) [best, most] = [at, likeness];
  }
  return best;
}

function triplesOf(text: string): ReadonlySet<string> {
  const plain = ` ${text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\s]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()} `;
  return new Set(Array.from({ length: Math.max(1, plain.length - 2) }, (_, at) => plain.slice(at, at + 3)));
}

function questionOf({ texts, lines }: Group): OpenQuestion {
  const [text = '', ...others] = texts.keys();
  const days = lines.map(({ at }) => at).sort();
  const count = (why: UnansweredLine['why']) => lines.filter((line) => line.why === why).length;
  return {
    text,
    count: lines.length,
    why: { declined: count('declined'), 'none-of-these': count('none-of-these'), unhelpful: count('unhelpful') },
    nearest: mostOften(lines.flatMap(({ answer }) => (answer === null ? [] : [answer]))),
    oldest: days[0] ?? '',
    newest: days.at(-1) ?? '',
    also: others.slice(0, 3),
  };
}

function mostOften(ids: readonly string[]): string | null {
  const counts = tally(ids);
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

function judged(lines: readonly UnansweredLine[]): readonly JudgedAnswer[] {
  const about = lines.filter(({ why }) => why === 'helpful' || why === 'unhelpful' || why === 'reason');
  const ids = new Set(about.flatMap(({ answer }) => (answer === null ? [] : [answer])));
  return [...ids]
    .map((answer) => {
      const own = about.filter((line) => line.answer === answer);
      const reasons = tally(own.flatMap(({ reason }) => (reason === null ? [] : [reason])));
      return {
        answer,
        helpful: own.filter(({ why }) => why === 'helpful').length,
        unhelpful: own.filter(({ why }) => why === 'unhelpful').length,
        reasons: Object.fromEntries(reasons),
      };
    })
    .sort((left, right) => right.unhelpful - left.unhelpful || (left.answer < right.answer ? -1 : 1));
}

function tally<Key extends string>(keys: readonly Key[]): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
