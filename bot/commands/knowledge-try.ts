/**
 * `npm run -s knowledge:try -- "vraag"`: for each question (the arguments, else the lines of stdin) what was recognised,
 * why, what almost was, and what the reader would see. `--as worker` asks as an employee would. Nothing is kept.
 */
import { createInterface } from 'node:readline';
import { explanationLines } from '../../knowledge/index.ts';
import { type DemoCore, makeDemoCore } from '../demo/demo-core.ts';
import { demoPersona } from '../demo/identities.ts';
import { knowledgeDir, Refused, root, run, typed } from './command.ts';
import { inWords } from './in-words.ts';

const USAGE =
  'Gebruik: npm run -s knowledge:try -- [--as parent|worker] "vraag" …   (of vragen op stdin, één per regel)';
const MANY_SPACES = /\s+/g;

interface Asked {
  readonly as: 'parent' | 'worker';
  /** Null: one a line on stdin. */
  readonly questions: readonly string[] | null;
}

function asked(): Asked {
  const { values, positionals } = typed({ as: { type: 'string', default: 'parent' } }, USAGE);
  const { as } = values;
  if (as !== 'parent' && as !== 'worker')
    throw new Refused(`--as: "${as}" ken ik niet. Kies parent of worker.\n${USAGE}`, 2);
  return { as, questions: positionals.length > 0 ? positionals : null };
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

await run(async () => {
  const wanted = asked();
  const core = await makeDemoCore(root, await knowledgeDir());
  let number = 0;
  // Not earlier: lines that arrive while nobody listens are lost.
  for await (const line of wanted.questions ?? createInterface({ input: process.stdin })) {
    const question = line.replace(MANY_SPACES, ' ').trim();
    if (question === '') continue;
    number += 1;
    process.stdout.write(`${(await tryOut(core, question, wanted, number)).join('\n')}\n`);
  }
  if (number === 0) throw new Refused(`Er is geen vraag.\n${USAGE}`, 2);
  return 0;
});
