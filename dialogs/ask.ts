/** How a question of a flow and the end of a flow are put into words. */
import type { Actor } from '../cases/index.ts';
import type { Flow, Knowledge } from '../knowledge/index.ts';
import { emergencyLinks, withPlainTitles } from './crisis.ts';
import { type Ending, type FlowWords, optionsOf, type Question } from './flow.ts';
import { following } from './next-steps.ts';
import { answeredThere, asksOwnWords, toldEarlier } from './parent/own-words.ts';
import { SUPPORTER } from './places.ts';
import { fillWith } from './fill-with.ts';
import { alternativesOf } from './prepared.ts';
import { offer, say, sayUrgently } from './say.ts';
import type { FlowPosition, Offer, Reply } from './types.ts';

export function flowWords(knowledge: Knowledge): FlowWords {
  const heard = (key: string) => [...alternativesOf(key, knowledge)];
  return {
    dontKnow: { title: knowledge.text('keuze.weet-niet'), heard: heard('herken.weet-niet') },
    skip: { title: knowledge.text('keuze.overslaan'), heard: heard('herken.overslaan') },
  };
}

export interface Asking {
  readonly position: FlowPosition;
  readonly step: Question;
  readonly actor: Actor;
}

/** One reply for a question with choices; own words are asked with the ways out beside it. */
export function ask({ position, step, actor }: Asking, knowledge: Knowledge): readonly Reply[] {
  const titles = [
    ...(answeredThere(position, step) === undefined ? [] : [knowledge.text('keuze.mijn-woorden')]),
    ...optionsOf(step, flowWords(knowledge)).map(({ title }) => title),
    ...(position.path.length > 0 ? [knowledge.text('keuze.terug')] : []),
    ...supporter(actor, knowledge),
  ];
  const lines = [step.tekst, ...(step.toelichting === undefined ? [] : [step.toelichting])];
  const filled = lines.map((line) => fillWith(line, { answers: position.answers, values: {} }, knowledge));
  if (step.soort === 'vraag') return [offer(filled.join('\n'), titles)];
  const earlier = toldEarlier(position, step);
  const goesAlong = asksOwnWords(step) ? 'voorleggen.typte-al' : 'reactie.typte-al';
  const told = earlier === undefined ? [] : [knowledge.text(goesAlong), earlier];
  return [say([...filled, ...told]), ...(titles.length > 0 ? [offer(knowledge.text('flow.typ'), titles)] : [])];
}

function supporter(actor: Actor, knowledge: Knowledge): readonly string[] {
  const known = actor.kind === 'parent' && knowledge.place(SUPPORTER) !== undefined;
  return known ? [knowledge.text('keuze.clientondersteuner')] : [];
}

export interface Ended {
  readonly flow: Flow;
  readonly position: FlowPosition;
  readonly step: Ending;
  readonly actor: Actor;
  /** What the effects of this turn offer to the placeholders of the outcome. */
  readonly values: Readonly<Record<string, string>>;
  /** The effect found nothing that has to be done. */
  readonly allIsWell?: boolean;
}

/** A named place, what can come next, and the answers that led here. */
export function tellOutcome(
  ended: Ended,
  knowledge: Knowledge,
): { replies: readonly Reply[]; offered: readonly Offer[] } {
  const { step, actor, values, position, allIsWell = false } = ended;
  const filling = { answers: position.answers, values };
  const next = following(step.vervolg, actor, knowledge);
  const texts = [step.titel, ...step.tekst].map((text) => fillWith(text, filling, knowledge));
  const paragraphs = [...texts, ...next.paragraphs];
  const urgent = step.toon === 'spoed';
  const { gezin } = position.answers;
  const offers = next.offers.map((one) =>
    one.to.kind === 'flow' && gezin !== undefined ? { ...one, to: { ...one.to, gezin } } : one,
  );
  const first = [...offers, ...relatedAnswers(step, knowledge)].slice(0, 3);
  // A worker may know better than the register, so the way to file stays; it is not what is advised.
  const offered = allIsWell ? [...first.filter(isRead), ...first.filter((one) => !isRead(one))] : first;
  const supporterTitle =
    urgent || step.vervolg.some((one) => one.soort === 'plek' && one.plek === SUPPORTER)
      ? []
      : supporter(actor, knowledge);
  const titles = [...offered.map(({ title }) => title), ...supporterTitle];
  return {
    replies: [
      urgent
        ? sayUrgently(paragraphs, withPlainTitles([...next.links, ...emergencyLinks(knowledge)], knowledge))
        : say(paragraphs, next.links),
      ...(urgent ? [] : recap(ended, knowledge)),
      ...(titles.length > 0 ? [offer(knowledge.text('antwoord.verder'), titles)] : []),
    ],
    offered,
  };
}

function isRead({ to }: Offer): boolean {
  return to.kind !== 'flow';
}

function relatedAnswers(step: Ending, knowledge: Knowledge): readonly Offer[] {
  return step.antwoorden.flatMap((id): Offer[] => {
    const answer = knowledge.answer(id);
    return answer === undefined ? [] : [{ title: answer.titel, to: { kind: 'answer', id } }];
  });
}

/** So that somebody can check what was answered; the safety questions and own words are not repeated. */
function recap({ flow, position }: Ended, knowledge: Knowledge): readonly Reply[] {
  const given = position.path.flatMap(({ step, answer }) => {
    const question = flow.stappen[step];
    const shown = question?.soort === 'vraag' && answer !== null && !flow.poort.includes(step);
    // A question with placeholders repeats the words themselves: no need to read them again.
    return shown && !question.tekst.includes('{{')
      ? [knowledge.text('flow.vraag-en-antwoord', { vraag: question.tekst, antwoord: answer })]
      : [];
  });
  return given.length === 0 ? [] : [say([knowledge.text('flow.uw-antwoorden'), ...given])];
}
