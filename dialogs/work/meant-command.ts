/** "chek Bakker": a command that was nearly typed with the name of an own family, asked before anything is done. */
import { editDistance, type Knowledge } from '../../knowledge/index.ts';
import { familiesIn, nameOf } from '../family-in-text.ts';
import { offerReply } from '../next-steps.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf, once } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import type { Offer, Outcome } from '../types.ts';
import { commandKeys } from './heard-command.ts';
import { besideWork } from './work-words.ts';

/** A shorter word is near to half of all words. */
const SHORTEST = 4;

/** `undefined`: more is said than one strange word and the name of one own family, or no command is one letter away. */
export async function meantCommand({ deps, turn, state, ...said }: Running): Promise<Outcome | undefined> {
  const { knowledge, cases } = deps;
  if (turn.actor.kind === 'parent') return undefined;
  const beside = besideWork(said, knowledge);
  if (!beside.some((word) => nearest(word, knowledge) !== undefined)) return undefined;
  const [family, ...others] = familiesIn(said, await cases.ownCases(turn.actor), knowledge);
  if (family === undefined || others.length > 0) return undefined;
  const name = plainWords(family.label).split(' ');
  const [typed = '', ...more] = beside.filter((word) => !name.includes(word));
  const command = nearest(typed, knowledge);
  if (command === undefined || more.length > 0) return undefined;
  const opdracht = `${command} ${nameOf(family.label, knowledge)}`;
  const yes: Offer = {
    title: knowledge.text('medewerker.bedoelt-u.opdracht.ja', { opdracht }),
    to: { kind: 'said', text: opdracht },
  };
  return {
    state: { ...state, offered: [yes] },
    replies: offerReply(knowledge.text('medewerker.bedoelt-u.opdracht', { opdracht }), [yes]),
  };
}

function nearest(word: string, knowledge: Knowledge): string | undefined {
  if (word.length < SHORTEST || knowledge.knows(word)) return undefined;
  return oneWordCommands(knowledge).find((command) => editDistance(word, command, 1) === 1);
}

const oneWordCommands = once((knowledge): readonly string[] =>
  ['herken.casus-check', ...commandKeys]
    .flatMap((key) => [...alternativesOf(key, knowledge)])
    .filter((words) => !words.includes(' ')),
);
