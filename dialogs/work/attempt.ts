import { type Attempt, isFieldId, typedValues } from '../../cards/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';

/** What was typed, with a sentence at each field that is wrong; a fault of no field is told above all of them. */
export function attemptOf(data: unknown, wrong: readonly string[], knowledge: Knowledge): Attempt {
  const fields = wrong.filter(isFieldId);
  const said = fields.map((field) => [field, knowledge.text(`fout.werk.${field}`)] as const);
  const above = wrong.length > 0 && fields.length === 0 ? [['boven', knowledge.text('fout.werk.boven')] as const] : [];
  return { typed: typedValues(data), errors: Object.fromEntries([...said, ...above]) };
}
