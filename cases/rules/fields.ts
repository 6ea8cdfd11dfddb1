/** What is wrong with the fields of a command, as codes; the sentences stand in `knowledge/` as `fout.*`. */
import type { Day } from '../model.ts';
import type { Refusal } from './refusal.ts';
import { isDay, localDay } from './werkdagen.ts';

export type FieldProblem =
  | 'missing'
  | 'too-short'
  | 'too-long'
  | 'not-a-day'
  | 'in-the-past'
  | 'in-the-future'
  | 'too-long-ago'
  | 'too-far-ahead'
  | 'unknown'
  | 'not-open';

export const longestLine = 400;
export const longestText = 4000;
export const longestWords = 8000;
const shortestReason = 10;
const farthestYears = 10;

/** The same day of the year, `years` later; to compare with only: 29 February has no such day in most years. */
export const yearsAfter = (today: Day, years: number): Day => `${Number(today.slice(0, 4)) + years}${today.slice(4)}`;

/** The last day that can be promised: ten years ahead. A later one is a slip of the pen, and would never come due. */
export const farthestDay = (today: Day): Day => yearsAfter(today, farthestYears);

/**
 * The first day that anything can be written down for: an earlier one is a slip of the pen, e.g. a year of three digits.
 * Years before the birth of who is in jeugdhulp until 23 today.
 */
export const firstDay: Day = '1990-01-01';

/** The last day that anything can be written down for, where today is not known. */
export const lastDay: Day = '2199-12-31';

export const invalid = (problems: Readonly<Record<string, string | undefined>>): Refusal | undefined => {
  const fields = Object.entries(problems).flatMap(([field, problem]) =>
    problem === undefined ? [] : [{ field, problem }],
  );
  return fields.length > 0 ? { kind: 'invalid', fields } : undefined;
};

/** A line or text that must say something. */
export const problemOfText = (text: string, longest = longestLine): FieldProblem | undefined => {
  if (text.trim() === '') return 'missing';
  return text.length > longest ? 'too-long' : undefined;
};

export const problemOfOptional = (text: string | null, longest = longestLine): FieldProblem | undefined =>
  (text?.length ?? 0) > longest ? 'too-long' : undefined;

/** A reason that somebody else must be able to follow. */
export const problemOfReason = (reason: string): FieldProblem | undefined => {
  const { length } = reason.trim();
  if (length < shortestReason) return 'too-short';
  return length > longestText ? 'too-long' : undefined;
};

/** A day on which something happened. */
export const problemOfPast = (day: string, now: Date): FieldProblem | undefined => {
  if (!isDay(day)) return 'not-a-day';
  if (day < firstDay) return 'too-long-ago';
  return day > localDay(now) ? 'in-the-future' : undefined;
};

/** A day by which something is promised. */
export const problemOfComing = (day: string, now: Date): FieldProblem | undefined => {
  if (!isDay(day)) return 'not-a-day';
  const today = localDay(now);
  if (day > farthestDay(today)) return 'too-far-ahead';
  return day < today ? 'in-the-past' : undefined;
};

export const problemOfOptionalDay = (day: Day | null): FieldProblem | undefined => {
  if (day === null) return undefined;
  if (!isDay(day)) return 'not-a-day';
  if (day < firstDay) return 'too-long-ago';
  return day > lastDay ? 'too-far-ahead' : undefined;
};

/** A day by which something was promised, also before today; `null`: none was named. */
export const problemOfOptionalPromise = (day: Day | null, now: Date): FieldProblem | undefined =>
  problemOfOptionalDay(day) ?? (day !== null && day > farthestDay(localDay(now)) ? 'too-far-ahead' : undefined);
