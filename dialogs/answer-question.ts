/** A question in free text: an answer, a choice of answers, or an honest "I don't know" with a person to call. */
import type { Actor } from '../cases/index.ts';
import type { Answer, Audience, Knowledge, Match } from '../knowledge/index.ts';
import { type Following, following, offerReply } from './next-steps.ts';
import { municipalityLink } from './places.ts';
import { once } from './prepared.ts';
import { say, sayAnswer, sayUrgently } from './say.ts';
import type { Offer, Reply } from './types.ts';

export interface Answered {
  readonly replies: readonly Reply[];
  readonly offered: readonly Offer[];
}

export function audienceOf(actor: Actor): Audience {
  return actor.kind === 'parent' ? 'ouder' : 'professional';
}

/** `asked` goes along with suggestions, for when one of them, or none, turns out to be meant. */
export function answerMatch(match: Match, actor: Actor, knowledge: Knowledge, asked?: string): Answered {
  const answer = match.answerId === null ? undefined : knowledge.answer(match.answerId);
  switch (match.decided) {
    case 'answer':
      return answer === undefined
        ? declined(knowledge)
        : withSecond(giveAnswer(answer, actor, knowledge), match.alsoId, knowledge);
    case 'suggest':
      return suggest(match.suggestions, knowledge, asked);
    case 'decline':
      return declined(knowledge);
  }
}

export function giveAnswer(answer: Answer, actor: Actor, knowledge: Knowledge): Answered {
  return answerFor[actor.kind](answer, knowledge);
}

/** An answer is the same for everybody of one kind. */
const answerFor = { parent: answering('parent'), worker: answering('worker'), officer: answering('officer') } as const;

function answering(kind: Actor['kind']) {
  return once((answer: Answer, knowledge): Answered => {
    const next = following(answer.vervolg, { kind }, knowledge);
    return {
      replies: [textOf(answer, next, knowledge), ...offerReply(knowledge.text('antwoord.verder'), next.offers)],
      offered: next.offers,
    };
  });
}

/** What else was asked in the same message is offered, not answered at length: one thing at a time. */
function withSecond(answered: Answered, alsoId: string | null, knowledge: Knowledge): Answered {
  const also = alsoId === null ? undefined : knowledge.answer(alsoId);
  if (also === undefined) return answered;
  const second: Offer = { title: also.titel, to: { kind: 'answer', id: also.id } };
  const offered = [second, ...answered.offered.filter(({ title }) => title !== second.title)];
  const [answer] = answered.replies;
  const choices = offerReply(knowledge.text('antwoord.ook-gevraagd'), offered);
  return { replies: answer === undefined ? choices : [answer, ...choices], offered };
}

/** Only the words and the places, for in the middle of a flow. */
export function answerText(answer: Answer, actor: Actor, knowledge: Knowledge): Reply {
  return textOf(answer, following(answer.vervolg, actor, knowledge), knowledge);
}

function textOf(answer: Answer, next: Following, knowledge: Knowledge): Reply {
  const paragraphs = [...answer.antwoord.map((paragraph) => knowledge.fill(paragraph)), ...next.paragraphs];
  if (answer.risico !== 'normal') return sayUrgently(paragraphs, next.links);
  // Nobody in danger is asked whether that helped, and "hallo" needs no opinion.
  return answer.soort === 'faq' ? sayAnswer(answer.id, paragraphs, next.links) : say(paragraphs, next.links);
}

export function declined(knowledge: Knowledge): Answered {
  const paragraphs = ['antwoord.weet-ik-niet', 'antwoord.bel-iemand', 'antwoord.anders'].map((key) =>
    knowledge.text(key),
  );
  return { replies: [say(paragraphs, municipalityLink(knowledge))], offered: [] };
}

function suggest(ids: readonly string[], knowledge: Knowledge, asked?: string): Answered {
  const [first = '', second = ''] = ids;
  const clarifying = knowledge.clarification(first, second);
  const choices =
    clarifying === undefined
      ? ids.slice(0, 3).map((id) => ({ id, title: knowledge.answer(id)?.titel }))
      : clarifying.keuzes.map(({ antwoord, tekst }) => ({ id: antwoord, title: tekst }));
  const known = choices.flatMap(({ id, title }): Offer[] =>
    title === undefined || knowledge.answer(id) === undefined ? [] : [{ title, to: { kind: 'answer', id, asked } }],
  );
  if (known.length === 0) return declined(knowledge);
  const offered: Offer[] = [...known, { title: knowledge.text('keuze.geen-van-deze'), to: { kind: 'none', asked } }];
  const prompt = clarifying?.vraag ?? knowledge.text('antwoord.bedoelt-u');
  return { replies: offerReply(prompt, offered), offered };
}
