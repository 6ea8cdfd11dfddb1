/** A colleague who tells of a worry about a family: what professionals do then, and a signal for the family that is named. */
import type { Match } from '../../knowledge/index.ts';
import { dangerAnswer } from '../crisis.ts';
import { familiesIn, labelInSentence, nameOf } from '../family-in-text.ts';
import { offerReply } from '../next-steps.ts';
import { asks } from '../parent/side-question.ts';
import { plainWords } from '../plain-words.ts';
import { alternativesOf } from '../prepared.ts';
import type { Running } from '../run-flow.ts';
import type { Offer, Outcome } from '../types.ts';

const MOST_OFFERED = 3;
/** In fewer words nothing is told yet: "melding" gets its choices. */
const FEWEST_WORDS = 4;

/**
 * "Ik vertrouw het niet bij Yilmaz, blauwe plekken": no danger that is certain, and no question either. Not the answer for
 * citizens that it is like. `undefined`: it is something else.
 */
export async function colleagueWorries(running: Running, match: Match): Promise<Outcome | undefined> {
  const { deps, turn, state, said, plain } = running;
  const { knowledge } = deps;
  if (turn.actor.kind === 'parent' || asks(said, knowledge)) return undefined;
  const answer = knowledge.answer(likeliest(match, plain) ?? '');
  if (answer?.voorProfessionals === undefined) return undefined;
  const told = dangerAnswer(answer, match.level, 'colleague', knowledge);
  const signal = await signalOffer(running);
  const subject = answer.voorProfessionals;
  if (signal === undefined) return { state: { ...state, offered: [], subject }, replies: [told] };
  return { state: { ...signal.state, subject }, replies: [told, ...signal.replies] };
}

/**
 * "Wat is de aanpak bij partnergeweld": a question about danger to which nothing is surely like. `undefined`: what comes nearest
 * is another danger, or none.
 */
export function colleagueAsks({ deps, turn, state }: Running, match: Match): Outcome | undefined {
  const { knowledge } = deps;
  if (turn.actor.kind === 'parent' || match.decided !== 'decline' || match.level === null) return undefined;
  const nearest = match.ranked
    .map((id) => knowledge.answer(id))
    .find((one) => one?.voorProfessionals !== undefined || one?.soort === 'crisis' || one?.risico === 'crisis');
  if (nearest?.voorProfessionals === undefined) return undefined;
  const told = dangerAnswer(nearest, match.level, 'colleague', knowledge);
  return { state: { ...state, offered: [], subject: nearest.voorProfessionals }, replies: [told] };
}

function likeliest({ decided, answerId, suggestions }: Match, plain: string): string | undefined {
  if (decided === 'answer') return answerId ?? undefined;
  const tells = plain.split(' ').length >= FEWEST_WORDS;
  return decided === 'suggest' && tells ? suggestions[0] : undefined;
}

/** `undefined`: no own family is named, or who asks may not be shown one now. Other families are never compared. */
export async function signalOffer(running: Running): Promise<Outcome | undefined> {
  const { deps, turn, state } = running;
  const { knowledge, cases } = deps;
  const { actor } = turn;
  if (actor.kind === 'parent') return undefined;
  const named = familiesIn(running, await cases.ownCases(actor), knowledge);
  if (named.length === 0) return undefined;
  const shown = await cases.showOwnCases(actor);
  if ('kind' in shown) return undefined;
  const [signal = ''] = alternativesOf('herken.werk.signals', knowledge);
  const offered = shown
    .filter(({ caseId }) => named.some((one) => one.caseId === caseId))
    .slice(0, MOST_OFFERED)
    .map(({ label }): Offer => {
      const title = knowledge.text('crisis.collega.signaal-gezin', { gezin: labelInSentence(label, knowledge) });
      return { title, to: { kind: 'said', text: `${signal} ${plainWords(nameOf(label, knowledge))}` } };
    });
  if (offered.length === 0) return undefined;
  return { state: { ...state, offered }, replies: offerReply(knowledge.text('crisis.collega.signaal'), offered) };
}
