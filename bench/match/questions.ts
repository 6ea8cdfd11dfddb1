/**
 * Questions that nobody tuned on, written by two authors who had seen neither the examples nor the rules: `vragen-a.jsonl`
 * (all sorts of people) and `vragen-b.jsonl` (long-winded, indirect, telegram style: harder on purpose). A third author wrote
 * `vragen-c.jsonl`, mostly of what is hardest: words of danger without danger, other subjects near and far, and danger in
 * every wording. Its even numbers were looked at and mended, its odd ones only counted.
 */
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const questionSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  /** Fixed ids that are right; only `geen-antwoord` when the question is about another subject. */
  intents: z.array(z.string()).min(1),
  tags: z.array(z.string()),
});

export type Question = z.infer<typeof questionSchema>;

export async function readQuestions(file: string): Promise<readonly Question[]> {
  const lines = (await readFile(new URL(file, import.meta.url), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => questionSchema.parse(JSON.parse(line)));
}
