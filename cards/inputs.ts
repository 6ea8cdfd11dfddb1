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
}

function base(field: Field, fallback?: string) {
  const value = field.attempt.typed[field.id] ?? fallback;
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
export function textInput(field: Field & { readonly maxLength: number; readonly prefilled?: string }) {
  const input = {
    type: 'Input.Text',
    ...base(field, field.prefilled),
    isMultiline: true,
    maxLength: field.maxLength,
  };
  return withError(input, field);
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

export function dateInput(field: Field) {
  return withError({ type: 'Input.Date', ...base(field) }, field);
}
