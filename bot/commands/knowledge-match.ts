/**
 * `npm run -s knowledge:match`: lines `{"id","text"}` on stdin, for each a line on stdout with what was recognised. A line
 * that can't be read is told on stderr with its number, the rest is carried on, and the exit code is 1.
 */
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { readKnowledge } from '../read-knowledge.ts';
import { StartFault } from '../start-fault.ts';

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

async function main(): Promise<number> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
  const knowledge = await readKnowledge(root, process.env.KNOWLEDGE_DIR ?? null);
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
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof StartFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
