import type { Knowledge } from '../knowledge/index.ts';

export interface Filling {
  /** What a person chose or typed: may be repeated, is never read as a template. */
  readonly answers: Readonly<Record<string, string>>;
  /** What an effect offers. */
  readonly values: Readonly<Record<string, string>>;
}

/**
 * A text of a flow with its placeholders filled. Words of a person go in last, in one pass over the filled text, so that
 * `{{…}}` in them stays as it was typed. The marks are private-use characters that no knowledge text contains.
 */
export function fillWith(text: string, { answers, values }: Filling, knowledge: Knowledge): string {
  if (!text.includes('{{')) return text;
  const marks = Object.fromEntries(Object.keys(answers).map((key) => [key, `\uE000${key}\uE001`]));
  return knowledge
    .fill(text, { ...marks, ...values })
    .replace(/\uE000(\w+)\uE001/g, (mark, key: string) =>
      Object.hasOwn(answers, key) ? (answers[key] ?? mark) : mark,
    );
}
