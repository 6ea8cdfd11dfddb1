import { z } from 'zod';
import type { CardElement } from './adaptive-card.ts';
import { errorLine } from './elements.ts';

/** 128 bits in base64url, as handed out by us; anything else is not looked up. */
export const cardRefSchema = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/);

/** What a person typed before, by field, and the sentence that belongs to each wrong field. */
export interface Attempt {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

export const firstAttempt: Attempt = { typed: {}, errors: {} };

/** Everything typed as plain strings, so that a form can be shown again with nothing lost. */
export function typedValues(data: unknown): Record<string, string> {
  const parsed = z.record(z.string(), z.unknown()).safeParse(data);
  if (!parsed.success) return {};
  return Object.fromEntries(
    Object.entries(parsed.data).flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])),
  );
}

interface Field {
  readonly id: string;
  readonly label: string;
  /** What the client says when the field is missing or wrong. */
  readonly errorMessage: string;
  readonly attempt: Attempt;
  readonly isRequired?: boolean;
  /** What stands in it at the first showing. */
  readonly prefilled?: string | undefined;
}

function base(field: Field) {
  const value = field.attempt.typed[field.id] ?? field.prefilled;
  return {
    id: field.id,
    label: field.label,
    errorMessage: field.errorMessage,
    isRequired: field.isRequired ?? true,
    ...(value === undefined || value === '' ? {} : { value }),
  };
}

function withError(input: CardElement, field: Field): readonly CardElement[] {
  const error = field.attempt.errors[field.id];
  return error === undefined ? [input] : [input, errorLine(error)];
}

/** The error stands right after the field, and the typed text stays in it. */
export function textInput(field: Field & { readonly maxLength: number }) {
  const input = { type: 'Input.Text', ...base(field), isMultiline: true, maxLength: field.maxLength };
  return withError(input, field);
}

/** One line: a name, an organisation, a task. */
export function lineInput(field: Field & { readonly maxLength: number }) {
  return withError({ type: 'Input.Text', ...base(field), maxLength: field.maxLength }, field);
}

export interface Option {
  readonly title: string;
  readonly value: string;
}

export function choiceInput(
  field: Field & { readonly choices: readonly Option[]; readonly style: 'expanded' | 'compact' },
) {
  const input = { type: 'Input.ChoiceSet', ...base(field), style: field.style, wrap: true, choices: field.choices };
  return withError(input, field);
}

/** Boxes to tick; what is ticked is submitted as one text, divided by commas. Titles must be our own words. */
export function ticksInput(field: Field & { readonly choices: readonly Option[] }) {
  const look = { style: 'expanded', wrap: true, isMultiSelect: true };
  return withError({ type: 'Input.ChoiceSet', ...base(field), ...look, choices: field.choices }, field);
}

export function dateInput(field: Field) {
  return withError({ type: 'Input.Date', ...base(field) }, field);
}
