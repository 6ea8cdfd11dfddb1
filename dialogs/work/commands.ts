/** "verwijzing De Vries", "signaal", "mijn werk": a few words that start the right card, for the family in the words. */
import { pickFamilyCard, wordsOf } from '../../cards/index.ts';
import type { StaffActor } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { familiesIn, namesAFamily } from '../family-in-text.ts';
import { handOut } from '../handed-out.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf, once } from '../prepared.ts';
import { refusalReplies } from '../refusals.ts';
import type { Running } from '../run-flow.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Outcome, Recognised } from '../types.ts';
import { openFamily } from './family.ts';
import { openings } from './openings.ts';
import { showProviders, showWork } from './own-work.ts';

/** The verb that each command starts; its words are `herken.werk.<name>`. */
const verbs: Readonly<Record<string, string>> = {
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
  measure: 'new-measure',
  'life-domains': 'new-life-domains',
  gate: 'new-gate',
  stuck: 'stuck',
  aftercare: 'aftercare',
  menu: 'menu',
};
const alone = ['work', 'providers'] as const;

/** The texts that hold the words of the commands. */
export const commandKeys: readonly string[] = [...Object.keys(verbs), ...alone].map((name) => `herken.werk.${name}`);

/** A name of at most so many words may be a family that this worker does not have. */
const LONGEST_NAME = 2;

interface Heard {
  readonly command: string;
  /** Words that are neither the command nor small words around it. */
  readonly rest: readonly string[];
}

/** `undefined`: these words are no command. */
export async function workCommand(running: Running, recognised: Recognised): Promise<Outcome | undefined> {
  const { deps, turn, state, said, plain } = running;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  const heard = commandIn(plain, deps.knowledge);
  if (heard === undefined) return undefined;
  if (heard.command === 'work') return heard.rest.length === 0 ? showWork(deps, state, actor) : undefined;
  if (heard.command === 'providers') return heard.rest.length === 0 ? showProviders(deps, state) : undefined;
  const own = await deps.cases.ownCases(actor);
  const named = heard.rest.length === 0 ? [] : familiesIn(said, own, deps.knowledge);
  const fits = named.filter(({ label }) => saysNothingElse(heard.rest, label));
  if (heard.rest.length === 0 || fits.length > 0)
    return start(running, actor, heard.command, fits.length > 0 ? fits : own);
  const asksForSomebody =
    namesAFamily(said, deps.knowledge) || (heard.rest.length <= LONGEST_NAME && recognised().decided !== 'answer');
  return asksForSomebody ? pick(running, actor, { command: heard.command, families: own }) : undefined;
}

/** The alternatives of every command, each without the small words around it; longest first. */
const commandsOf = once((knowledge) =>
  [...Object.keys(verbs), ...alone]
    .flatMap((command) =>
      [...alternativesOf(`herken.werk.${command}`, knowledge)].map((words) => ({
        command,
        parts: withoutSmall(words, knowledge),
      })),
    )
    .filter(({ parts }) => parts.length > 0)
    .sort((one, other) => other.parts.length - one.parts.length),
);

function withoutSmall(text: string, knowledge: Knowledge): readonly string[] {
  const small = alternativesOf('herken.werk.opvulling', knowledge);
  return text.split(' ').filter((word) => !small.has(word));
}

/** The longest command at the start or the end of the sentence. */
function commandIn(plain: string, knowledge: Knowledge): Heard | undefined {
  const words = withoutSmall(plain, knowledge);
  for (const { command, parts } of commandsOf(knowledge)) {
    const rest = without(words, parts);
    if (rest === undefined) continue;
    const ofNames = ['herken.gezin', 'herken.tussenvoegsel'].map((key) => alternativesOf(key, knowledge));
    return { command, rest: rest.filter((word) => !ofNames.some((set) => set.has(word))) };
  }
  return undefined;
}

/** The words without this part, which must stand at their start or end. */
function without(words: readonly string[], part: readonly string[]): readonly string[] | undefined {
  const end = words.length - part.length;
  if (end < 0) return undefined;
  if (part.every((word, at) => word === words[at])) return words.slice(part.length);
  return part.every((word, at) => word === words[end + at]) ? words.slice(0, end) : undefined;
}

function saysNothingElse(rest: readonly string[], label: string): boolean {
  const name = plainWords(label).split(' ');
  return rest.every((word) => name.includes(word));
}

type Own = Awaited<ReturnType<Running['deps']['cases']['ownCases']>>;

interface Choosing {
  readonly command: string;
  readonly families: Own;
}

/** At once when one family is meant, else one card to choose from. */
async function start(running: Running, actor: StaffActor, command: string, families: Own): Promise<Outcome> {
  const { deps, state } = running;
  const [only, ...others] = families;
  const open = openings[verbs[command] ?? ''];
  if (only === undefined || others.length > 0 || open === undefined) return pick(running, actor, { command, families });
  const found = await openFamily(deps, actor, only.caseId);
  if (found.kind === 'not') return { state: { ...state, offered: [] }, replies: found.replies };
  return open({ deps, state, actor, family: found.family });
}

async function pick({ deps, state }: Running, actor: StaffActor, { command, families }: Choosing): Promise<Outcome> {
  const { knowledge } = deps;
  if (families.length === 0) return { state, replies: [say([knowledge.text('kies-gezin.geen')])] };
  const shown = await deps.cases.showOwnCases(actor);
  if ('kind' in shown) return { state, replies: refusalReplies(shown, null, knowledge) };
  const still = shown.filter(({ caseId }) => families.some((one) => one.caseId === caseId));
  const rows = still.map((one) => ({ ...one, cardRef: handOut(deps, one.caseId) }));
  const card = pickFamilyCard(rows, wordsOf(knowledge), verbs[command]);
  return {
    state: withDrafts(
      { ...state, offered: [] },
      rows.map(({ cardRef, caseId }) => [cardRef, { caseId }]),
    ),
    replies: [{ kind: 'card', card, summary: knowledge.text('kies-gezin.samenvatting'), replaces: null }],
  };
}
