/**
 * Questions that nobody tuned on, written by two authors who had seen neither the examples nor the rules: `vragen-a.jsonl`
 * (all sorts of people) and `vragen-b.jsonl` (long-winded, indirect, telegram style: harder on purpose). Two more
 * wrote `vragen-d.jsonl`: ordinary questions by every kind of person (`i-…`), and danger as a chat would really hear it, with
 * everyday trouble in strong words (`j-…`). Half of the questions of A and B were looked at, none of D: their authors' other
 * half are examples now, as is all that three authors before them wrote of what is hardest. `vragen-e.jsonl` is what a chat
 * would really receive in a month, by one more author, and `vragen-f.jsonl` the same by another, with more that only sounds
 * alarming; of these two only figures were seen while limits were set; some
 * questions (the first of E, and q-0064 to q-0156) were read in a review afterwards.
 * `vragen-g.jsonl` is once more what a chat would receive, counted after everything was set and read by nobody.
 * `vragen-h.jsonl` is hard on purpose: ordinary questions about subjects that are near to each other (`w-…`), and calm lines
 * with alarming or family words, with short dangers among them (`x-…`). Nobody read these either; half of them was tried as
 * examples, gained nothing, and is not.
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

/** `file`: its name beside this module, or where it is. */
export async function readQuestions(file: string | URL): Promise<readonly Question[]> {
  const lines = (await readFile(new URL(file, import.meta.url), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== '');
  return lines.map((line) => questionSchema.parse(JSON.parse(line)));
}
