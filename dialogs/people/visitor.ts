/** A visitor asks for a person: asked first whether somebody may read along, and the visitor can always end it. */
import type { Knowledge } from '../../knowledge/index.ts';
import { firstChoices } from '../greet.ts';
import { callBackOffer } from '../parent/call-back-offer.ts';
import { aPerson } from '../places.ts';
import { isAlternative } from '../prepared.ts';
import { openQuestion, type Running, repeatQuestion } from '../run-flow.ts';
import { offer, say } from '../say.ts';
import type { DialogDeps, Outcome, Reply } from '../types.ts';
import { isOfficeHour } from './office-hours.ts';
import type { InvitationWords } from './port.ts';
import { wordsOfVisitor } from './shown-words.ts';

async function somebodyCanJoin(deps: DialogDeps): Promise<boolean> {
  return isOfficeHour(deps.knowledge.settings, deps.now()) && (await deps.people.somebodyIsThere());
}

/** The number to call, and, when somebody is there, the question. Until it is answered anew, an earlier yes counts no more. */
export async function wantsPerson(running: Running): Promise<Outcome> {
  const { deps, state, turn } = running;
  const { knowledge } = deps;
  if (turn.actor.kind !== 'parent') return beside(running, [aPerson(knowledge)]);
  deps.people.cancel(turn.conversation);
  if (!(await somebodyCanJoin(deps))) {
    const offered = await callBackOffer(running);
    if (offered !== undefined) return underPerson([aPerson(knowledge)], offered, knowledge);
    return beside(running, [aPerson(knowledge), say([knowledge.text('samen.nu-niemand')])]);
  }
  return { state: { ...state, asksToJoin: true }, replies: [aPerson(knowledge), ...mayJoin(knowledge)] };
}

function underPerson(person: readonly Reply[], offered: Outcome, knowledge: Knowledge): Outcome {
  return {
    ...offered,
    replies: [...person, say([knowledge.text('samen.nu-niemand.met-vraag')]), ...offered.replies],
  };
}

function mayJoin(knowledge: Knowledge): readonly Reply[] {
  const titles = [knowledge.text('samen.ja'), knowledge.text('samen.nee')];
  return [say([knowledge.text('samen.mag')]), offer(knowledge.text('samen.mag.vraag'), titles)];
}

/** The answer about speaking to somebody. */
const ABOUT_A_PERSON = 'medewerker-spreken';

/** The same question under that answer, for who asked for a person in a sentence. */
export async function withPerson(running: Running, answer: string | null, outcome: Outcome): Promise<Outcome> {
  const { deps, turn } = running;
  if (answer !== ABOUT_A_PERSON || turn.actor.kind !== 'parent') return outcome;
  deps.people.cancel(turn.conversation);
  if (!(await somebodyCanJoin(deps))) {
    const offered = await callBackOffer(running);
    if (offered === undefined) return outcome;
    // The choices of the own question take the place of those under the answer.
    const person = outcome.replies.filter(({ kind }) => kind !== 'choices');
    return { ...outcome, ...underPerson(person, offered, deps.knowledge) };
  }
  const replies = [...outcome.replies, ...mayJoin(deps.knowledge)];
  return { ...outcome, state: { ...outcome.state, asksToJoin: true }, replies };
}

/** Yes: somebody may read along. */
export async function letIn(running: Running): Promise<Outcome> {
  const { deps, turn, state } = running;
  const { knowledge, people } = deps;
  if (state.asksToJoin !== true) return wantsPerson(running);
  const asked = { ...running, state: { ...state, asksToJoin: undefined } };
  const invited =
    (await somebodyCanJoin(deps)) && (await people.invite(turn.conversation, invitation(deps, state.followCode)));
  return beside(asked, invited ? [say([knowledge.text('samen.gevraagd')])] : [say([knowledge.text('samen.niemand')])]);
}

/** No, also after an earlier yes. */
export function keepOut(running: Running): Outcome {
  running.deps.people.cancel(running.turn.conversation);
  const asked = { ...running, state: { ...running.state, asksToJoin: undefined } };
  return beside(asked, [say([running.deps.knowledge.text('samen.liever-niet')])]);
}

/** "Toch niet", while somebody was asked to come and no other question is open. */
export function takesBack(running: Running): Outcome | undefined {
  const { deps, turn, plain, state } = running;
  const { knowledge, people } = deps;
  if (turn.actor.kind !== 'parent' || openQuestion(state, deps) !== undefined) return undefined;
  if (!isAlternative(plain, 'herken.samen-toch-niet', knowledge) || !people.cancel(turn.conversation)) return undefined;
  return beside(running, [say([knowledge.text('samen.liever-niet')])]);
}

function invitation({ knowledge }: DialogDeps, hidden: string | undefined): InvitationWords {
  const words = (key: string): readonly Reply[] => [say([knowledge.text(key)])];
  return {
    hidden,
    ask: [...words('samen.oproep'), offer(knowledge.text('samen.oproep.kies'), [knowledge.text('samen.ik-kom')])],
    nobodyCame: words('samen.niemand'),
    colleagueGone: words('samen.collega-weg'),
    visitorGone: words('samen.ouder-weg'),
  };
}

/** Said while a colleague is there: it goes to the colleague. A code gives entrance to a filing and is left out. */
export function saidTogether(running: Running): Outcome {
  const { deps, turn, state, said, plain } = running;
  const { knowledge, people } = deps;
  if (['herken.samen-klaar', 'herken.samen-nee'].some((key) => isAlternative(plain, key, knowledge))) {
    people.pass(turn.conversation, [say([knowledge.text('samen.ouder-stopt')])]);
    people.end(turn.conversation);
    return beside(running, [say([knowledge.text('samen.gestopt')])]);
  }
  people.pass(turn.conversation, [wordsOfVisitor(said, knowledge, state.followCode)]);
  return { state, replies: [] };
}

function beside(running: Running, replies: readonly Reply[]): Outcome {
  const question = repeatQuestion(running);
  if (question.length > 0) return { state: running.state, replies: [...replies, ...question] };
  const choices = firstChoices(running.turn.actor, running.deps.knowledge);
  return { state: { ...running.state, offered: choices.offered }, replies: [...replies, ...choices.replies] };
}
