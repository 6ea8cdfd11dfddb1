/** Placeholders: a value of the moment, else the local fact, else what its definition falls back on. */
import type { FactDefinition } from './schema.ts';

const placeholder = /\{\{\s*([^{}]+?)\s*\}\}/g;
/** What is shown when a fact is not filled in and nothing else is agreed: the number that always answers. */
export const generalNumber = 'gemeente.telefoon';
/** The general number as a place shows it whose own number can't be right: with whose number it is. */
export const placeNumber = 'plek.telefoon';

export function placeholdersIn(text: string): readonly string[] {
  return [...text.matchAll(placeholder)].map((match) => match[1] ?? '');
}

/** Why a fact can't be shown, or its text. */
export type FactText =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' | 'circle' | 'unknown' };

export interface Facts {
  readonly definitions: Readonly<Record<string, FactDefinition>>;
  readonly values: Readonly<Record<string, string>>;
}

export function factText(key: string, facts: Facts, seen: readonly string[] = []): FactText {
  if (seen.includes(key)) return { kind: 'circle' };
  const definition = Object.hasOwn(facts.definitions, key) ? facts.definitions[key] : undefined;
  if (!definition) return { kind: 'unknown' };
  const value = Object.hasOwn(facts.values, key) ? facts.values[key]?.trim() : undefined;
  if (value) return { kind: 'text', text: value };
  const { terugval } = definition;
  if (terugval === null) {
    return key === generalNumber ? { kind: 'empty' } : factText(generalNumber, facts, [...seen, key]);
  }
  if ('tekst' in terugval) return { kind: 'text', text: terugval.tekst };
  const other = factText(terugval.feit, facts, [...seen, key]);
  const isFilledIn = Object.hasOwn(facts.values, terugval.feit) && facts.values[terugval.feit]?.trim() !== '';
  return other.kind === 'text' && terugval.erbij !== undefined && isFilledIn
    ? { kind: 'text', text: `${other.text} (${terugval.erbij})` }
    : other;
}

export type Fill = (text: string, values?: Readonly<Record<string, string>>) => string;

/** A text taken apart: words, a name, words, a name, …, words. */
type Template = readonly string[];

export interface Filler {
  readonly fill: Fill;
  /** For a text that is filled often: it is taken apart once. */
  readonly template: (text: string) => (values?: Readonly<Record<string, string>>) => string;
}

/** One pass: a filled-in value is never read as a template. */
export function createFill(facts: Facts): Filler {
  const known = new Map<string, string>();
  for (const key of Object.keys(facts.definitions)) {
    const found = factText(key, facts);
    if (found.kind === 'text') known.set(key, found.text);
  }
  const filled = (parts: Template, values: Readonly<Record<string, string>>): string => {
    let text = parts[0] ?? '';
    for (let at = 1; at < parts.length; at += 2) {
      const key = parts[at] ?? '';
      const value = Object.hasOwn(values, key) ? values[key] : known.get(key);
      if (value === undefined) throw new Error(`Failed to fill {{${key}}}: nothing offers it. Run knowledge:check.`);
      text += value + (parts[at + 1] ?? '');
    }
    return text;
  };
  return {
    fill: (text, values = {}) => (text.includes('{{') ? filled(text.split(placeholder), values) : text),
    template: (text) => {
      const parts = text.split(placeholder);
      return (values = {}) => filled(parts, values);
    },
  };
}
