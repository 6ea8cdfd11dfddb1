/** What a field of a form may hold. Lengths and days are those of the rules, so that all faults of a form show at once. */
import { z } from 'zod';
import type { Day } from '../../cases/index.ts';

export const LINE = 400;
export const TEXT = 4000;
export const WORDS = 8000;
const SHORTEST_REASON = 10;

const orNull = (text: string): string | null => (text.trim() === '' ? null : text);
const saysSomething = (text: string): boolean => text.trim() !== '';

export const requiredLine = z.string().max(LINE).refine(saysSomething);
export const optionalLine = z.string().max(LINE).default('').transform(orNull);
export const requiredText = z.string().max(TEXT).refine(saysSomething);
export const optionalText = z.string().max(TEXT).default('').transform(orNull);
/** Words of the family: kept letter by letter. */
export const requiredWords = z.string().max(WORDS).refine(saysSomething);
export const optionalWords = z.string().max(WORDS).default('').transform(orNull);
/** A reason that the parent can read and follow. */
export const reason = z
  .string()
  .max(TEXT)
  .refine((text) => text.trim().length >= SHORTEST_REASON);

/** One thing a line; blank lines are left out. */
export const someLines = z
  .string()
  .max(TEXT)
  .default('')
  .transform((text) => text.split(/\r?\n/).filter(saysSomething));
export const requiredLines = someLines.refine((lines) => lines.length > 0);

/** A day on which something happened. */
export const pastDay = (today: Day) => z.iso.date().refine((day) => day <= today);
/** A day by which something is promised. */
export const comingDay = (today: Day) => z.iso.date().refine((day) => day >= today);
export const optionalDay = z
  .union([z.literal(''), z.iso.date()])
  .default('')
  .transform(orNull);
export const optionalComingDay = (today: Day) =>
  z
    .union([z.literal(''), comingDay(today)])
    .default('')
    .transform(orNull);

/** What is ticked of these values; anything else that came along is left out. */
export const ticks = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .max(TEXT)
    .default('')
    .transform((text) => {
      const said = text.split(',');
      return values.filter((value) => said.includes(value));
    });

/** A choice that may be left open. */
export const optionalChoice = <T extends string>(values: readonly T[]) =>
  z
    .string()
    .max(LINE)
    .default('')
    .transform((text) => values.find((value) => value === text) ?? null);

/** A record of the family by its place in its list: nothing is ever taken out of a list, so the place keeps its meaning. */
export const recordOf = <T>(list: readonly T[]) =>
  z.string().transform((text, context): T => {
    const found = /^\d{1,6}$/.test(text) ? list[Number(text)] : undefined;
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

export const optionalRecordOf = <T>(list: readonly T[]) =>
  z.union([z.literal('').transform(() => null), recordOf(list)]).default(null);
