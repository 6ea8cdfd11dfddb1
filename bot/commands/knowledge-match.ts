/**
 * `npm run -s knowledge:match`: lines `{"id","text"}` on stdin, for each a line on stdout with what was recognised. A line
 * that can't be read is told on stderr with its number, the rest is carried on, and the exit code is 1.
 */
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { municipalKnowledge, refuseWords, run, typed } from './command.ts';

const USAGE = 'Gebruik: [KNOWLEDGE_DIR=…] npm run -s knowledge:match < BESTAND   (regels {"id","text"})';
const lineSchema = z.object({ id: z.string(), text: z.string() });

function question(line: string): z.infer<typeof lineSchema> | string {
  try {
    const parsed = lineSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data : 'expected {"id": "…", "text": "…"}';
  } catch (error) {
    if (error instanceof SyntaxError) return 'this is not JSON';
    throw error;
  }
}

await run(async () => {
  refuseWords(typed({}, USAGE).positionals, USAGE);
  const knowledge = await municipalKnowledge();
  let number = 0;
  let faults = 0;
  for await (const line of createInterface({ input: process.stdin })) {
    number += 1;
    if (line.trim() === '') continue;
    const asked = question(line);
    if (typeof asked === 'string') {
      faults += 1;
      process.stderr.write(`Line ${number}: ${asked}.\n`);
      continue;
    }
    const { ranked, crisis, level, decided, because } = knowledge.match(asked.text, 'ouder');
    process.stdout.write(`${JSON.stringify({ id: asked.id, ranked, crisis, level, decided, because })}\n`);
  }
  return faults === 0 ? 0 : 1;
});
