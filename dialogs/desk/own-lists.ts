/** What an officer asks for in a few words: the own cards, what is due today, what was promised, the figures, a family. */
import { localDay, type StaffActor } from '../../cases/index.ts';
import { inView } from '../in-view.ts';
import { isAlternative } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import { say } from '../say.ts';
import type { Outcome, Reply } from '../types.ts';
import { besideWork, nameBesideWork, saysCheck } from '../work/work-words.ts';
import { dayList } from './day-list.ts';
import { aboutOwnMandate } from './own-mandate.ts';
import { myCards } from './pages.ts';
import { sayPromises } from './promises.ts';

/** `undefined`: these words ask for no list of an officer. */
export async function ownLists(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, state, plain } = running;
  const { knowledge } = deps;
  const { actor } = turn;
  if (actor.kind !== 'officer') return undefined;
  const asks = (key: string) => isAlternative(plain, key, knowledge);
  const told = (replies: readonly Reply[]): Outcome => ({ state: { ...state, offered: [] }, replies });
  if (asks('herken.mijn-kaarten')) return told(await myCards(deps, turn));
  if (asks('herken.cijfers')) return told(await inView(deps, turn));
  if (asks('herken.beloftes')) return sayPromises(deps, state, turn);
  if (asks('herken.werk.work')) return told(await dayOf(running, actor));
  if (asksForCheck(running))
    return told([say([knowledge.text('aanspreekpunt.geen-check')]), ...(await myCards(deps, turn))]);
  const about = aboutOwnMandate(plain, knowledge);
  return about === undefined ? undefined : told([about]);
}

/** Everything that lies with this officer, and above it what can't wait until tomorrow. */
async function dayOf({ deps, turn }: Running, actor: StaffActor): Promise<readonly Reply[]> {
  const cards = await myCards(deps, turn);
  if (!cards.some(({ kind }) => kind === 'card')) return cards;
  return [...(await dayList({ ...deps, today: localDay(deps.now()) }, actor)), ...cards];
}

/** "check", "check Jansen": a check by name is for who has a task for the family. */
function asksForCheck(running: Running): boolean {
  const { knowledge } = running.deps;
  if (!saysCheck(running, knowledge)) return false;
  return besideWork(running, knowledge).length === 0 || nameBesideWork(running, knowledge).length > 0;
}
