/** "verwijzing De Vries", "signaal", "mijn werk": a few words that start the right card, for the family in the words. */
import { pickFamilyCard, wordsOf } from '../../cards/index.ts';
import type { StaffActor } from '../../cases/index.ts';
import { areNames, familiesIn, namesAFamily, namesUnknownFamily } from '../family-in-text.ts';
import { handOut } from '../handed-out.ts';
import { flowOf } from '../next-steps.ts';
import { refusalReplies } from '../refusals.ts';
import { type Running, startFlow } from '../run-flow.ts';
import { say } from '../say.ts';
import { withDrafts } from '../state.ts';
import type { Outcome, Recognised } from '../types.ts';
import { openFamily } from './family.ts';
import { commandIn, FILE, saysNothingElse, verbs } from './heard-command.ts';
import { openings } from './openings.ts';
import { showProviders, showWork } from './own-work.ts';
import { unknownFamily } from './unknown-family.ts';
import { besideWork } from './work-words.ts';

/** So many other words beside a command may be a name that nobody typed with a capital. */
const MOST_OTHER_WORDS = 2;

/** `undefined`: these words are no command. `behind`: what else was said, for the form that opens. */
export async function workCommand(
  running: Running,
  recognised: Recognised,
  behind?: string,
): Promise<Outcome | undefined> {
  const { deps, turn, state, said } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  const heard = commandIn(running, knowledge);
  if (heard === undefined || (heard.command === FILE && actor.kind !== 'worker')) return undefined;
  const { command, rest } = heard;
  // "ik wil dit voorleggen" starts the flow itself.
  if (command === FILE && rest.length > 0 && besideWork(running, knowledge).length === 0) return undefined;
  if (command === 'work') return rest.length === 0 ? showWork(deps, state, actor) : undefined;
  if (command === 'providers') return rest.length === 0 ? showProviders(deps, state) : undefined;
  const own = await deps.cases.ownCases(actor);
  if (command === 'families') return rest.length === 0 ? pick(running, actor, { command, families: own }) : undefined;
  const named = rest.length === 0 ? [] : familiesIn(running, own, knowledge);
  const fits = named.filter(({ label }) => saysNothingElse(rest, label));
  if (rest.length === 0 || fits.length > 0) {
    const choosing = { command, families: fits.length > 0 ? fits : own, behind };
    return command === FILE ? startFiling(running, actor, choosing) : start(running, actor, choosing);
  }
  const isName = areNames(rest, said, knowledge);
  const mayBeName = command !== FILE && rest.length <= MOST_OTHER_WORDS && recognised().decided !== 'answer';
  if (!isName && !mayBeName && (command === FILE || !namesAFamily(running, knowledge))) return undefined;
  const isUnknown = named.length === 0 && own.length > 0 && (isName || namesUnknownFamily(said, knowledge));
  const picked = await pick(running, actor, { command, families: own });
  return isUnknown ? { ...picked, replies: [say(unknownFamily(knowledge)), ...picked.replies] } : picked;
}

interface Choosing {
  readonly command: string;
  readonly families: Awaited<ReturnType<Running['deps']['cases']['ownCases']>>;
  readonly behind?: string | undefined;
}

/** At once when one family is meant, else one card to choose from. */
async function start(running: Running, actor: StaffActor, choosing: Choosing): Promise<Outcome> {
  const { deps, state } = running;
  const { command, families, behind } = choosing;
  const [only, ...others] = families;
  const open = openings[verbs[command] ?? ''];
  if (only === undefined || others.length > 0 || open === undefined) return pick(running, actor, choosing);
  const found = await openFamily(deps, actor, only.caseId);
  if (found.kind === 'not') return { state: { ...state, offered: [] }, replies: found.replies };
  return open({ deps, state, actor, family: found.family, said: behind });
}

/** The form itself lets choose when no one family is meant. */
async function startFiling(running: Running, actor: StaffActor, choosing: Choosing): Promise<Outcome> {
  const flow = flowOf('leg-voor-medewerker', actor, running.deps.knowledge);
  if (flow === undefined) return pick(running, actor, choosing);
  const [only, ...others] = choosing.families;
  return startFlow(running, flow, only === undefined || others.length > 0 ? {} : { gezin: only.caseId });
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
