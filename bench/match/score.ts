/** How well questions were recognised: the measures of the design's table, in per cent. */
import type { Question } from './questions.ts';

export interface Prediction {
  /** Fixed ids, best first; `geen-antwoord` first, or nothing at all, is a refusal. */
  readonly ranked: readonly string[];
  readonly crisis: boolean;
}

/** null where a set holds no such question. */
export interface Score {
  readonly top1: number | null;
  readonly top3: number | null;
  /** Questions in scope that got another answer than the right one. */
  readonly wrong: number | null;
  readonly outsideRefused: number | null;
  readonly crisisDirect: number | null;
  readonly crisisIndirect: number | null;
  readonly falseAlarms: number | null;
  readonly falseAlarmsLookalikes: number | null;
}

const refused = 'geen-antwoord';

export function scoreOf(questions: readonly Question[], predict: readonly Prediction[]): Score {
  const rows = questions.map((question, number) => ({
    question,
    ...(predict[number] ?? { ranked: [], crisis: false }),
  }));
  const inside = rows.filter(({ question }) => !question.intents.includes(refused));
  const outside = rows.filter(({ question }) => question.intents.every((id) => id === refused));
  const crisis = rows.filter(({ question }) => question.tags.includes('crisis'));
  const calm = rows.filter(({ question }) => !question.tags.includes('crisis') && !question.tags.includes('grens'));
  const isRefusal = (ranked: readonly string[]) => (ranked[0] ?? refused) === refused;
  const isRight = (row: (typeof rows)[number], within: number) =>
    row.ranked
      .filter((id) => id !== refused)
      .slice(0, within)
      .some((id) => row.question.intents.includes(id));
  const isFirst = (row: (typeof rows)[number]) => !isRefusal(row.ranked) && isRight(row, 1);
  return {
    top1: share(inside, isFirst),
    top3: share(inside, (row) => isRight(row, 3)),
    wrong: share(inside, (row) => !isFirst(row) && !isRefusal(row.ranked)),
    outsideRefused: share(outside, ({ ranked }) => isRefusal(ranked)),
    crisisDirect: share(
      crisis.filter(({ question }) => !question.tags.includes('indirect')),
      (row) => row.crisis,
    ),
    crisisIndirect: share(
      crisis.filter(({ question }) => question.tags.includes('indirect')),
      (row) => row.crisis,
    ),
    falseAlarms: share(calm, (row) => row.crisis),
    falseAlarmsLookalikes: share(
      calm.filter(({ question }) => question.tags.includes('lookalike')),
      (row) => row.crisis,
    ),
  };
}

function share<T>(rows: readonly T[], holds: (row: T) => boolean): number | null {
  return rows.length === 0 ? null : (100 * rows.filter(holds).length) / rows.length;
}
