/** A question in free text: an answer, a choice of answers, or an honest "I don't know" with a person to call. */
import type { Actor } from '../cases/index.ts';
import type { Answer, Audience, Knowledge, Match } from '../knowledge/index.ts';
import { childDeclined, childLine, speaksAsChild } from './child.ts';
import { plainWords } from './plain-words.ts';
import { emergencyLinks } from './crisis.ts';
import { type Following, following, offerReply } from './next-steps.ts';
import { municipalityLink } from './places.ts';
import { onceEach } from './prepared.ts';
import { say, sayAnswer, sayUrgently } from './say.ts';
import type { Offer, Reply } from './types.ts';

export interface Answered {
  readonly replies: readonly Reply[];
  readonly offered: readonly Offer[];
}

export function audienceOf(actor: Actor): Audience {
  return actor.kind === 'parent' ? 'ouder' : 'professional';
}

export interface Asker {
  readonly actor: Actor;
  /** Said to be younger than 18. */
  readonly isChild?: boolean | undefined;
  /** Goes along with suggestions, for when one of them, or none, turns out to be meant. */
  readonly asked?: string | undefined;
}

export function answerMatch(match: Match, asker: Asker, knowledge: Knowledge): Answered {
  const answer = match.answerId === null ? undefined : knowledge.answer(match.answerId);
  const isChild = asker.isChild ?? false;
  switch (match.decided) {
    case 'answer':
      // "hallo, ik ben 12": the greeting is written for grown-ups.
      return answer === undefined ||
        (answer.soort === 'smalltalk' && speaksAsChild(plainWords(asker.asked ?? ''), knowledge))
        ? declined(knowledge, isChild)
        : forChild(withSecond(giveAnswer(answer, asker.actor, knowledge), match.alsoId, asker.actor, knowledge), {
            answer,
            isChild,
            knowledge,
          });
    case 'suggest':
      return suggest(match.suggestions, asker, knowledge);
    case 'decline':
      return declined(knowledge, isChild);
  }
}

interface ForChild {
  readonly answer: Answer;
  readonly isChild: boolean;
  readonly knowledge: Knowledge;
}

/** What is written for grown-ups comes after who listens to children. */
function forChild(answered: Answered, { answer, isChild, knowledge }: ForChild): Answered {
  const isForChildren = answer.doelgroep.every((one) => one === 'jongere') || answer.soort === 'smalltalk';
  return isChild && !isForChildren ? { ...answered, replies: [childLine(knowledge), ...answered.replies] } : answered;
}

export function giveAnswer(answer: Answer, actor: Actor, knowledge: Knowledge): Answered {
  return answerFor[actor.kind](forReader(answer, actor, knowledge), knowledge);
}

/** A parent does not get what was written for professionals when the same is told for parents. */
function forReader(answer: Answer, { kind }: Pick<Actor, 'kind'>, knowledge: Knowledge): Answer {
  const instead =
    kind === 'parent' && answer.voorOuders !== undefined ? knowledge.answer(answer.voorOuders) : undefined;
  return instead ?? answer;
}

/** An answer is the same for everybody of one kind. */
const answerFor = { parent: answering('parent'), worker: answering('worker'), officer: answering('officer') } as const;

function answering(kind: Actor['kind']) {
  return onceEach((answer: Answer, knowledge): Answered => {
    const next = following(answer.vervolg, { kind }, knowledge);
    return {
      replies: [textOf(answer, next, knowledge), ...offerReply(knowledge.text('antwoord.verder'), next.offers)],
      offered: next.offers,
    };
  });
}

/** What else was asked in the same message is offered, not answered at length: one thing at a time. */
function withSecond(answered: Answered, alsoId: string | null, actor: Actor, knowledge: Knowledge): Answered {
  const found = alsoId === null ? undefined : knowledge.answer(alsoId);
  const also = found === undefined ? undefined : forReader(found, actor, knowledge);
  if (also === undefined || also.soort === 'smalltalk') return answered;
  const second: Offer = { title: also.titel, to: { kind: 'answer', id: also.id } };
  const offered = [second, ...answered.offered.filter(({ title }) => title !== second.title)];
  const [answer] = answered.replies;
  const choices = offerReply(knowledge.text('antwoord.ook-gevraagd'), offered);
  return { replies: answer === undefined ? choices : [answer, ...choices], offered };
}

/** Only the words and the places, for in the middle of a flow. */
export function answerText(answer: Answer, actor: Actor, knowledge: Knowledge): Reply {
  const shown = forReader(answer, actor, knowledge);
  return textOf(shown, following(shown.vervolg, actor, knowledge), knowledge);
}

function textOf(answer: Answer, next: Following, knowledge: Knowledge): Reply {
  const paragraphs = [...answer.antwoord.map((paragraph) => knowledge.fill(paragraph)), ...next.paragraphs];
  if (answer.risico !== 'normal') return sayUrgently(paragraphs, next.links);
  // Nobody in danger is asked whether that helped, and "hallo" needs no opinion.
  return answer.soort === 'faq' ? sayAnswer(answer.id, paragraphs, next.links) : say(paragraphs, next.links);
}

export function declined(knowledge: Knowledge, isChild = false): Answered {
  if (isChild) return { replies: [childDeclined(knowledge)], offered: [] };
  const paragraphs = ['antwoord.weet-ik-niet', 'antwoord.bel-iemand', 'antwoord.anders'].map((key) =>
    knowledge.text(key),
  );
  return { replies: [say(paragraphs, municipalityLink(knowledge))], offered: [] };
}

function suggest(ids: readonly string[], { actor, isChild = false, asked }: Asker, knowledge: Knowledge): Answered {
  const choices = choicesFor(ids, actor, knowledge);
  const known = choices.offers.map(
    ({ title, answer: { id } }): Offer => ({ title, to: { kind: 'answer', id, asked } }),
  );
  if (known.length === 0) return declined(knowledge, isChild);
  const offered: Offer[] = [...known, { title: knowledge.text('keuze.geen-van-deze'), to: { kind: 'none', asked } }];
  const prompt = choices.prompt ?? knowledge.text(isChild ? 'kind.bedoel-je' : 'antwoord.bedoelt-u');
  const mayBeDanger = choices.offers.some(({ answer }) => isCrisis(answer));
  return { replies: [...safety(mayBeDanger, isChild, knowledge), ...offerReply(prompt, offered)], offered };
}

/** When danger may be meant, the numbers stand above the choices: who is in danger does not choose first. */
function safety(mayBeDanger: boolean, isChild: boolean, knowledge: Knowledge): readonly Reply[] {
  if (isChild) return [childLine(knowledge)];
  return mayBeDanger ? [sayUrgently([knowledge.text('suggestie.gevaar')], emergencyLinks(knowledge))] : [];
}

const isCrisis = ({ soort, risico }: Answer): boolean => soort === 'crisis' || risico === 'crisis';

interface Choices {
  /** The question that tells the answers apart, when there is one. */
  readonly prompt: string | undefined;
  readonly offers: readonly { readonly title: string; readonly answer: Answer }[];
}

/** "Hallo" is no subject: it is offered to nobody. */
function choicesFor(ids: readonly string[], actor: Actor, knowledge: Knowledge): Choices {
  const [first = '', second = ''] = ids;
  const clarifying = knowledge.clarification(first, second);
  const titled: readonly { readonly id: string; readonly title?: string }[] =
    clarifying?.keuzes.map(({ antwoord, tekst }) => ({ id: antwoord, title: tekst })) ??
    ids.slice(0, 3).map((id) => ({ id }));
  const offers = titled.flatMap(({ id, title }) => {
    const found = knowledge.answer(id);
    if (found === undefined || found.soort === 'smalltalk') return [];
    const answer = forReader(found, actor, knowledge);
    return [{ title: title ?? answer.titel, answer }];
  });
  const different = offers.filter(({ title }, at) => offers.findIndex((one) => one.title === title) === at);
  return { prompt: clarifying?.vraag, offers: different };
}
