/** Which command stands in a colleague's words, and what is left of them: a family, or somebody's name. */
import type { Knowledge } from '../../knowledge/index.ts';
import { areNames } from '../family-in-text.ts';
import { plainWords, type Spoken } from '../plain-words.ts';
import { alternativesOf, once } from '../prepared.ts';

/** The command that puts a question on the desk of the aanspreekpunt; only a worker files. */
export const FILE = 'filing';

/** The verb that each command starts; its words are `herken.werk.<name>`. */
export const verbs: Readonly<Record<string, string>> = {
  signals: 'new-signals',
  'signal-owner': 'new-signal-owner',
  request: 'new-request',
  answer: 'new-answer',
  rejection: 'new-rejection',
  referral: 'new-referral',
  'referral-outcome': 'new-referral-outcome',
  'worker-change': 'new-worker-change',
  handover: 'new-handover',
  regisseur: 'new-regisseur',
  plan: 'new-plan',
  tasks: 'new-tasks',
  party: 'new-party',
  promise: 'new-promise',
  'promise-step': 'new-promise-step',
  measure: 'new-measure',
  'life-domains': 'new-life-domains',
  gate: 'new-gate',
  stuck: 'stuck',
  aftercare: 'aftercare',
  menu: 'menu',
  [FILE]: 'form',
};
/** Commands that are about no family, or about all of one's own. */
export const alone: readonly string[] = ['work', 'families', 'providers'];

const names = [...Object.keys(verbs), ...alone];

/** The texts that hold the words of the commands. */
export const commandKeys: readonly string[] = names.map((name) => `herken.werk.${name}`);

export interface Heard {
  readonly command: string;
  /** Words that are neither the command nor small words around it. */
  readonly rest: readonly string[];
}

interface Command {
  readonly command: string;
  /** Its words without the small ones around them. */
  readonly parts: readonly string[];
  /** Among all of them, longest first. */
  readonly place: number;
}

/** The alternatives of every command, by the word that each starts and the one that it ends with. */
const commandsBy = once((knowledge): ReadonlyMap<string, readonly Command[]> => {
  const commands = names
    .flatMap((command) =>
      [...alternativesOf(`herken.werk.${command}`, knowledge)].map((words) => ({
        command,
        parts: withoutSmall(words.split(' '), knowledge),
      })),
    )
    .filter(({ parts }) => parts.length > 0)
    .sort((one, other) => other.parts.length - one.parts.length);
  const by = new Map<string, Command[]>();
  for (const [place, { command, parts }] of commands.entries()) {
    for (const word of new Set([parts[0] ?? '', parts.at(-1) ?? ''])) {
      const those = by.get(word) ?? [];
      those.push({ command, parts, place });
      by.set(word, those);
    }
  }
  return by;
});

/** A command stands at the start or at the end, so few of them need a look. */
function candidatesFor(words: readonly string[], knowledge: Knowledge): readonly Command[] {
  const by = commandsBy(knowledge);
  const [first = [], last = []] = [words[0], words.at(-1)].map((word = '') => by.get(word));
  if (first.length + last.length === 0) return [];
  return [...first, ...last].sort((one, other) => one.place - other.place);
}

function withoutSmall(words: readonly string[], knowledge: Knowledge): readonly string[] {
  const small = alternativesOf('herken.werk.opvulling', knowledge);
  return words.filter((word) => !small.has(word));
}

/** The longest command at the start or the end of the sentence, or around what it is about: "loopt De Vries vast". */
export function commandIn(said: Pick<Spoken, 'words'>, knowledge: Knowledge): Heard | undefined {
  const words = withoutSmall(said.words, knowledge);
  for (const { command, parts } of candidatesFor(words, knowledge)) {
    const rest = without(words, parts);
    if (rest === undefined) continue;
    const ofNames = ['herken.gezin', 'herken.tussenvoegsel'].map((key) => alternativesOf(key, knowledge));
    return { command, rest: rest.filter((word) => !ofNames.some((set) => set.has(word))) };
  }
  return undefined;
}

/** The words without this part, of which the start must stand in front and what is left of it at the end. */
function without(words: readonly string[], part: readonly string[]): readonly string[] | undefined {
  const left = words.length - part.length;
  if (left < 0) return undefined;
  const fits = (before: number) => part.every((word, at) => word === words[at < before ? at : at + left]);
  // All of it in front, all of it at the end, or divided.
  const before = [part.length, ...part.keys()].find(fits);
  return before === undefined ? undefined : words.slice(before, before + left);
}

export function saysNothingElse(rest: readonly string[], label: string): boolean {
  const name = plainWords(label).split(' ');
  return rest.every((word) => name.includes(word));
}

/** Whether these words are a command and, at most, a family of which this is the label or somebody's name. */
export function isCommand(spoken: Spoken, labels: readonly string[], knowledge: Knowledge): Heard | undefined {
  const heard = commandIn(spoken, knowledge);
  if (heard === undefined) return undefined;
  const { rest } = heard;
  const isWhole = rest.length === 0 || labels.some((label) => saysNothingElse(rest, label));
  return isWhole || areNames(rest, spoken.said, knowledge) ? heard : undefined;
}
