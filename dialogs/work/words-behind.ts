/** "verzoek Jansen: moeder wil hulp": what stands before the colon is done, and the words behind it are never lost unsaid. */
import type { Knowledge } from '../../knowledge/index.ts';
import { areNames, familiesIn } from '../family-in-text.ts';
import { flowOf } from '../next-steps.ts';
import { spoken } from '../plain-words.ts';
import { type Running, startFlow } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome, Recognised, Reply } from '../types.ts';
import { workCommand } from './commands.ts';
import { commandIn } from './heard-command.ts';
import { besideWork, saysCheck } from './work-words.ts';

/** A colon, or a dash between spaces: "Jansen-de Vries" is one name. */
const divided = /^([^:]*?)(?::|\s[-–—](?=\s))\s*(\S.*)$/su;

/** `undefined`: no command of a colleague with the name of a family stands before a colon or a dash. */
export async function commandWithWords(running: Running, recognised: Recognised): Promise<Outcome | undefined> {
  const { knowledge } = running.deps;
  if (running.turn.actor.kind === 'parent') return undefined;
  const [, before = '', behind = ''] = divided.exec(running.said) ?? [];
  const words = behind.trim();
  const head = { ...running, ...spoken(before) };
  if (!(await isAboutFamily(head))) return undefined;
  const outcome = (await workCommand(head, recognised, words)) ?? (await check(head));
  if (outcome === undefined || outcome.replies.some((reply) => keeps(reply, words))) return outcome;
  return { ...outcome, replies: [...outcome.replies, notKept(knowledge)] };
}

async function isAboutFamily(head: Running): Promise<boolean> {
  const { deps, turn, said } = head;
  const { knowledge, cases } = deps;
  const rest = commandIn(head, knowledge)?.rest ?? (saysCheck(head, knowledge) ? besideWork(head, knowledge) : []);
  if (turn.actor.kind === 'parent' || rest.length === 0) return false;
  return areNames(rest, said, knowledge) || familiesIn(head, await cases.ownCases(turn.actor), knowledge).length > 0;
}

async function check(head: Running): Promise<Outcome | undefined> {
  const { deps, turn } = head;
  const flow = saysCheck(head, deps.knowledge) ? flowOf('casus-check', turn.actor, deps.knowledge) : undefined;
  return flow === undefined ? undefined : startFlow(head, flow);
}

/** Whether a field of this card has these words in it already. */
function keeps(reply: Reply, words: string): boolean {
  return reply.kind === 'card' && JSON.stringify(reply.card).includes(`"value":${JSON.stringify(words)}`);
}

const notKept = (knowledge: Knowledge): Reply => say([knowledge.text('medewerker.niet-bewaard')]);
