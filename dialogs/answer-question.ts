/** A question in free text: an answer, a choice of answers, or an honest "I don't know" with a person to call. */
import type { Actor } from '../cases/index.ts';
import type { Answer, Audience, Knowledge, Match } from '../knowledge/index.ts';
import { type Following, following, offerReply } from './next-steps.ts';
import { municipalityLink } from './places.ts';
import { say, sayUrgently } from './say.ts';
import type { Offer, Reply } from './types.ts';

export interface Answered {
  readonly replies: readonly Reply[];
  readonly offered: readonly Offer[];
}

export function audienceOf(actor: Actor): Audience {
  return actor.kind === 'parent' ? 'ouder' : 'professional';
}

export function answerMatch(match: Match, actor: Actor, knowledge: Knowledge): Answered {
  const answer = match.answerId === null ? undefined : knowledge.answer(match.answerId);
  switch (match.decided) {
    case 'answer':
      return answer === undefined ? declined(knowledge) : giveAnswer(answer, actor, knowledge);
    case 'suggest':
      return suggest(match.suggestions, knowledge);
    case 'decline':
      return declined(knowledge);
  }
}

export function giveAnswer(answer: Answer, actor: Actor, knowledge: Knowledge): Answered {
  const next = following(answer.vervolg, actor, knowledge);
  return {
    replies: [textOf(answer, next, knowledge), ...offerReply(knowledge.text('antwoord.verder'), next.offers)],
    offered: next.offers,
  };
}

/** Only the words and the places, for in the middle of a flow. */
export function answerText(answer: Answer, actor: Actor, knowledge: Knowledge): Reply {
  return textOf(answer, following(answer.vervolg, actor, knowledge), knowledge);
}

function textOf(answer: Answer, next: Following, knowledge: Knowledge): Reply {
  const paragraphs = [...answer.antwoord.map((paragraph) => knowledge.fill(paragraph)), ...next.paragraphs];
  return answer.risico === 'normal' ? say(paragraphs, next.links) : sayUrgently(paragraphs, next.links);
}

export function declined(knowledge: Knowledge): Answered {
  const paragraphs = ['antwoord.weet-ik-niet', 'antwoord.bel-iemand', 'antwoord.anders'].map((key) =>
    knowledge.text(key),
  );
  return { replies: [say(paragraphs, municipalityLink(knowledge))], offered: [] };
}

function suggest(ids: readonly string[], knowledge: Knowledge): Answered {
  const known = ids.slice(0, 3).flatMap((id): Offer[] => {
    const answer = knowledge.answer(id);
    return answer === undefined ? [] : [{ title: answer.titel, to: { kind: 'answer', id } }];
  });
  if (known.length === 0) return declined(knowledge);
  const offered: Offer[] = [...known, { title: knowledge.text('keuze.geen-van-deze'), to: { kind: 'none' } }];
  return { replies: offerReply(knowledge.text('antwoord.bedoelt-u'), offered), offered };
}
