/**
 * `npm run -s knowledge:try -- "vraag"`: for each question (the arguments, else the lines of stdin) what was recognised,
 * why, what almost was, and what the reader would see. `--as worker` asks as an employee would. Nothing is kept.
 */
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { explanationLines } from '../../knowledge/index.ts';
import { type DemoCore, makeDemoCore } from '../demo/demo-core.ts';
import { demoPersona } from '../demo/identities.ts';
import { StartFault } from '../start-fault.ts';
import { inWords } from './in-words.ts';

const USAGE = 'Usage: npm run -s knowledge:try -- [--as parent|worker] "vraag" …  (or questions on stdin, one a line)';
const MANY_SPACES = /\s+/g;

interface Asked {
  readonly as: 'parent' | 'worker';
  /** Null: one a line on stdin. */
  readonly questions: readonly string[] | null;
}

function readOptions(): Asked | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: { as: { type: 'string', default: 'parent' } },
    });
    if (values.as !== 'parent' && values.as !== 'worker') return `Nobody asks as "${values.as}".`;
    return { as: values.as, questions: positionals.length > 0 ? positionals : null };
  } catch (error) {
    return error instanceof Error ? error.message : 'The options can not be read.';
  }
}

/** Every question in a conversation of its own, so that none is read as an answer to the one before. */
async function tryOut(core: DemoCore, question: string, { as }: Asked, number: number): Promise<string[]> {
  const conversation = `try:${number}`;
  const actor = as === 'parent' ? ({ kind: 'parent', address: conversation } as const) : demoPersona(as);
  const input = { kind: 'text', text: question } as const;
  const replies = await core.handle({ channel: 'web', conversation, activityId: '1', actor, input });
  return [
    `Vraag: "${question}"`,
    ...explanationLines(core.knowledge().explain(question, as === 'parent' ? 'ouder' : 'professional')),
    'De lezer ziet:',
    ...replies.flatMap(inWords).map((line) => `  | ${line}`),
    '',
  ];
}

async function main(): Promise<number> {
  const asked = readOptions();
  if (typeof asked === 'string') {
    process.stderr.write(`${asked}\n${USAGE}\n`);
    return 2;
  }
  try {
    const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
    const core = await makeDemoCore(root, process.env.KNOWLEDGE_DIR ?? null);
    let number = 0;
    // Not earlier: lines that arrive while nobody listens are lost.
    for await (const line of asked.questions ?? createInterface({ input: process.stdin })) {
      const question = line.replace(MANY_SPACES, ' ').trim();
      if (question === '') continue;
      number += 1;
      process.stdout.write(`${(await tryOut(core, question, asked, number)).join('\n')}\n`);
    }
    if (number > 0) return 0;
    process.stderr.write(`Er is geen vraag. ${USAGE}\n`);
    return 2;
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main();
