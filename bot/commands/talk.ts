/**
 * `npm run -s talk -- [--as parent|worker|officer] [--json]`: a line of stdin is a turn, the replies go to stdout.
 * In memory, with the demo families. `!verb name=value` presses a button of the newest card.
 */
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { Actor } from '../../cases/index.ts';
import type { Reply, TurnInput } from '../../dialogs/index.ts';
import type { TurnHandler } from '../arrival.ts';
import { makeDemoCore } from '../demo/demo-core.ts';
import { demoPersona } from '../demo/identities.ts';
import { StartFault } from '../start-fault.ts';
import { buttonsOf, inWords } from './in-words.ts';

const CONVERSATION = 'talk:1';
const USAGE = 'Usage: npm run -s talk -- [--as parent|worker|officer] [--json]';

type CardReply = Extract<Reply, { kind: 'card' }>;

interface Options {
  readonly actor: Actor;
  readonly json: boolean;
}

function readOptions(): Options | string {
  try {
    const { values } = parseArgs({ options: { as: { type: 'string', default: 'parent' }, json: { type: 'boolean' } } });
    const actor = actorFor(values.as);
    return actor ? { actor, json: values.json ?? false } : `Nobody talks as "${values.as}".`;
  } catch (error) {
    return error instanceof Error ? error.message : 'The options can not be read.';
  }
}

function actorFor(as: string): Actor | null {
  if (as === 'parent') return { kind: 'parent', address: CONVERSATION };
  return as === 'worker' || as === 'officer' ? demoPersona(as) : null;
}

/** `!decide verdict=granted reason="Er komt een regisseur"`: the button with this verb on the newest card, with its fields. */
function pressed(line: string, newest: CardReply | undefined): TurnInput {
  const [, verb = '', rest = ''] = /^!(\S+)\s*(.*)$/s.exec(line) ?? [];
  const button = newest && buttonsOf(newest.card).find((candidate) => candidate.verb === verb);
  const fields = [...rest.matchAll(/(\w+)=(?:"([^"]*)"|(\S+))/g)].map(([, name, quoted, bare]) => [
    name,
    quoted ?? bare,
  ]);
  return { kind: 'submit', verb, data: { ...button?.data, ...Object.fromEntries(fields) } };
}

async function talk(handle: TurnHandler, { actor, json }: Options): Promise<void> {
  let newest: CardReply | undefined;
  let count = 0;
  const say = async (said: string, input: TurnInput) => {
    count += 1;
    const replies = await handle({
      channel: 'web',
      conversation: CONVERSATION,
      activityId: String(count),
      actor,
      input,
    });
    newest = replies.findLast((reply) => reply.kind === 'card') ?? newest;
    const lines = json ? [JSON.stringify({ said, replies })] : [...replies.flatMap(inWords), ''];
    process.stdout.write(`${lines.join('\n')}\n`);
  };
  if (!json) await say('', { kind: 'opened' });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue;
    await say(line, line.startsWith('!') ? pressed(line, newest) : { kind: 'text', text: line });
  }
}

async function main(): Promise<number> {
  const options = readOptions();
  if (typeof options === 'string') {
    process.stderr.write(`${options}\n${USAGE}\n`);
    return 2;
  }
  try {
    const core = await makeDemoCore(
      join(dirname(fileURLToPath(import.meta.url)), '..', '..'),
      process.env.KNOWLEDGE_DIR ?? null,
    );
    if (options.actor.kind === 'officer') await core.fileDemoEscalation();
    await talk(core.handle, options);
    return 0;
  } catch (error) {
    if (!(error instanceof StartFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

process.exitCode = await main();
