/** "check De Vries en noteer een signaal": the first is done, and one sentence says that the rest was not, with what to type. */
import type { Knowledge } from '../../knowledge/index.ts';
import { areNames, nameOf } from '../family-in-text.ts';
import { spoken } from '../plain-words.ts';
import { alternativesOf, once } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Reply } from '../types.ts';
import { alone, isCommand, saysNothingElse } from './heard-command.ts';
import { besideWork, saysCheck } from './work-words.ts';

interface Several {
  readonly first: string;
  readonly later: Reply;
}

const CHECK = 'herken.casus-check';

interface Part {
  readonly text: string;
  /** The text with the words of its command. */
  readonly key: string;
  /** Words of a name, when one is said. */
  readonly rest: readonly string[];
}

/** `undefined`: this is not more than one command of a colleague. */
export async function firstOfSeveral({ deps, turn, said }: Running): Promise<Several | undefined> {
  const { knowledge, cases } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent' || !dividers(knowledge).test(said)) return undefined;
  const own = await cases.ownCases(actor);
  const labels = own.map(({ label }) => label);
  const [first, ...later] = partsOf(said, labels, knowledge);
  if (first === undefined || later.length === 0) return undefined;
  const named = [first, ...later].flatMap((part) => labelFor(part, labels));
  const family = new Set(named).size === 1 ? named.slice(0, 1) : labelFor(first, labels);
  const toType = later.map((part) =>
    knowledge.text('medewerker.een-tegelijk.typ', { opdracht: typed(part, { labels, family }, knowledge) }),
  );
  const [name] = first.rest.length === 0 && !isAlone(first) ? family : [];
  return {
    first: name === undefined ? first.text : `${first.text} ${name}`,
    later: say([knowledge.text('medewerker.een-tegelijk'), ...toType]),
  };
}

const dividers = once((knowledge) => {
  const words = [...alternativesOf('herken.werk.en', knowledge)].sort((one, other) => other.length - one.length);
  return new RegExp(String.raw`\s*[,;.!?&+]\s+|[,;]?\s+(?:${words.join('|')})\s+`, 'iu');
});

/** What is no command of its own belongs to the one before it; nothing when the sentence does not start with one. */
function partsOf(said: string, labels: readonly string[], knowledge: Knowledge): readonly Part[] {
  const parts: Part[] = [];
  for (const text of said.split(dividers(knowledge))) {
    const part = partOf(text, labels, knowledge);
    const before = parts.pop();
    if (before === undefined && part === undefined) return [];
    if (before !== undefined) parts.push(part === undefined ? { ...before, text: `${before.text}, ${text}` } : before);
    if (part !== undefined) parts.push(part);
  }
  return parts;
}

function partOf(text: string, labels: readonly string[], knowledge: Knowledge): Part | undefined {
  const said = spoken(text);
  const heard = isCommand(said, labels, knowledge);
  if (heard !== undefined) return { text, key: `herken.werk.${heard.command}`, rest: heard.rest };
  const rest = besideWork(said, knowledge);
  const isWhole = rest.length === 0 || labels.some((label) => saysNothingElse(rest, label));
  const isCheck = saysCheck(said, knowledge) && (isWhole || areNames(rest, text, knowledge));
  return isCheck ? { text, key: CHECK, rest } : undefined;
}

const isAlone = ({ key }: Part): boolean => alone.some((name) => key === `herken.werk.${name}`);

const labelFor = ({ rest }: Part, labels: readonly string[]): readonly string[] =>
  rest.length === 0 ? [] : labels.filter((label) => saysNothingElse(rest, label)).slice(0, 1);

interface Families {
  readonly labels: readonly string[];
  /** The one that the whole sentence is about. */
  readonly family: readonly string[];
}

/** The command in the words that are known to work; a name that is not an own family's as it was typed. */
function typed(part: Part, { labels, family }: Families, knowledge: Knowledge): string {
  const [label] = part.rest.length === 0 ? family : labelFor(part, labels);
  if (label === undefined && part.rest.length > 0) return part.text.trim();
  const [command = ''] = alternativesOf(part.key, knowledge);
  return label === undefined || isAlone(part) ? command : `${command} ${nameOf(label, knowledge)}`;
}
