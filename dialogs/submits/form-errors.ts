import type { z } from 'zod';
import { type Attempt, typedValues } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

const fields = ['verdict', 'reason', 'effectiveOn', 'ownWords', 'summary', 'complex', 'stuck', 'harm', 'family'];

/** What was typed, with a sentence at each field that is wrong. */
export function failedAttempt(data: unknown, wrong: readonly string[], knowledge: Knowledge): Attempt {
  const known = wrong.filter((field) => fields.includes(field));
  return {
    typed: typedValues(data),
    errors: Object.fromEntries(known.map((field) => [field, knowledge.text(`fout.${field}`)])),
  };
}

export function wrongFields(error: z.ZodError): readonly string[] {
  return error.issues.map(({ path: [field] }) => String(field));
}
