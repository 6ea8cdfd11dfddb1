/** A colleague in the own Teams chat: is there for the chat, joins who waits, talks, and leaves. */
import type { StaffActor } from '../../cases/index.ts';
import { isAlternative } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import { say } from '../say.ts';
import { plainName } from '../status.ts';
import type { Outcome, Reply } from '../types.ts';
import { isOfficeHour } from './office-hours.ts';
import type { Joined } from './port.ts';
import { wordsSoFar } from './shown-words.ts';

/** `undefined`: these words are about something else. */
export async function colleagueSays(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, state, plain } = running;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  const { knowledge, people } = deps;
  const tells = (...replies: readonly Reply[]): Outcome => ({ state, replies });
  const says = (key: string) => isAlternative(plain, key, knowledge);
  if (says('herken.dienst-aan')) {
    people.setDuty(actor, true);
    const { van, tot } = knowledge.settings.meepraten;
    const open = isOfficeHour(knowledge.settings, deps.now());
    return tells(say([knowledge.text(open ? 'samen.dienst-aan' : 'samen.dienst-buiten-tijd', { van, tot })]));
  }
  if (says('herken.dienst-uit')) {
    people.setDuty(actor, false);
    return tells(say([knowledge.text('samen.dienst-uit')]));
  }
  return says('herken.ik-kom-erbij') ? tells(...(await joins(running, actor))) : undefined;
}

const notJoined: Readonly<Record<Exclude<Joined['kind'], 'joined'>, string>> = {
  'not-on-duty': 'samen.geen-dienst',
  'not-asked': 'samen.niet-aan-u',
  'nobody-waits': 'samen.niemand-wacht',
  'already-talking': 'samen.al-in-gesprek',
  'audit-unavailable': 'weiger.audit-unavailable',
};

async function joins({ deps: { knowledge, people } }: Running, actor: StaffActor): Promise<readonly Reply[]> {
  const joined = await people.join(actor);
  if (joined.kind !== 'joined') return [say([knowledge.text(notJoined[joined.kind])])];
  people.pass(actor.id, [say([knowledge.text('samen.erbij', { naam: plainName(actor.name) })])]);
  return [wordsSoFar(joined.said, knowledge, joined.hidden), say([knowledge.text('samen.zo-werkt-het')])];
}

export function talks({ deps, state, said, plain }: Running, actor: StaffActor): Outcome {
  const { knowledge, people } = deps;
  if (isAlternative(plain, 'herken.samen-klaar', knowledge)) {
    people.pass(actor.id, [say([knowledge.text('samen.collega-stopt', { naam: plainName(actor.name) })])]);
    people.end(actor.id);
    return { state, replies: [say([knowledge.text('samen.collega-klaar')])] };
  }
  people.pass(actor.id, [say([knowledge.text('samen.collega', { naam: plainName(actor.name) }), said])]);
  return { state, replies: [] };
}
