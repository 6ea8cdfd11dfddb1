/** What a field of a form may hold. Lengths and days are those of the rules, so that all faults of a form show at once. */
import { z } from 'zod';
import { type Day, farthestDay, firstDay, lastDay, longestLine, longestText, longestWords } from '../../cases/index.ts';
import { choiceRef } from '../choice-ref.ts';

export const LINE = longestLine;
export const TEXT = longestText;
export const WORDS = longestWords;
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
export const pastDay = (today: Day) => z.iso.date().refine((day) => day >= firstDay && day <= today);
/** A day by which something is promised. */
export const comingDay = (today: Day) => z.iso.date().refine((day) => day >= today && day <= farthestDay(today));
export const optionalDay = z
  .union([z.literal(''), z.iso.date().refine((day) => day >= firstDay && day <= lastDay)])
  .default('')
  .transform(orNull);
/** A day that was promised, also before today. */
export const optionalPromisedDay = (today: Day) =>
  optionalDay.refine((day) => day === null || day <= farthestDay(today));
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

interface WithId {
  readonly id: string;
}

/** The record that was chosen, from a list that may have changed since the form was shown. */
export const recordOf = <T extends WithId>(list: readonly T[]) =>
  z.string().transform((ref, context): T => {
    const found = chosenOf(list, ref);
    if (found !== undefined) return found;
    context.addIssue({ code: 'custom' });
    return z.NEVER;
  });

/** Before anything is checked: `undefined` when nothing, or nothing that is still there, was chosen. */
export const chosenOf = <T extends WithId>(list: readonly T[], ref: string | undefined): T | undefined =>
  list.find(({ id }) => choiceRef(id) === ref);

/** The records that are ticked, in the order of the list; one that is there no more is a fault. */
export const recordsOf = <T extends WithId>(list: readonly T[]) =>
  z
    .string()
    .max(TEXT)
    .default('')
    .transform((text, context): readonly T[] => {
      const refs = text.split(',').filter((ref) => ref !== '');
      const found = list.filter(({ id }) => refs.includes(choiceRef(id)));
      if (refs.every((ref) => chosenOf(found, ref) !== undefined)) return found;
      context.addIssue({ code: 'custom' });
      return z.NEVER;
    });

export const optionalRecordOf = <T extends WithId>(list: readonly T[]) =>
  z.union([z.literal('').transform(() => null), recordOf(list)]).default(null);
