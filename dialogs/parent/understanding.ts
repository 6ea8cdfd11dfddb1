/** What the assistant makes of a parent's words: kept apart from them, and put to the parent before anything is sent. */
import type { FilingAnswers } from '../../cases/index.ts';
import { isDangerous } from '../danger-in-words.ts';
import type { Knowledge, Match } from '../../knowledge/index.ts';
import { ownWordsOf } from './own-words.ts';

type Answers = Readonly<Record<string, string>>;

/** The kept values may be Dutch or English; everything else, and a skipped question, is `unknown`. */
export function filingAnswers(answers: Answers): FilingAnswers {
  return { complex: yesNo(answers.complex), stuck: stuck(answers.vast), harm: yesNo(answers.schade) };
}

function yesNo(value: string | undefined): 'yes' | 'no' | 'unknown' {
  if (value === 'yes' || value === 'ja') return 'yes';
  return value === 'no' || value === 'nee' ? 'no' : 'unknown';
}

function stuck(value: string | undefined): FilingAnswers['stuck'] {
  if (value === 'no' || value === 'nee') return 'no';
  if (value === 'stuck' || value === 'vast' || value === 'ja') return 'stuck';
  return value === 'about-to' || value === 'dreigt' || value === 'bijna' ? 'about-to' : 'unknown';
}

/**
 * The three answers in sentences, and the topic that the words seem to be about. Danger is no topic: it stands beside the
 * answers, on a line of its own, also when they say something else.
 */
export function understood(answers: Answers, knowledge: Knowledge): string {
  const { complex, stuck: stands, harm } = filingAnswers(answers);
  const words = ownWordsOf(answers) ?? '';
  const known = topicOf(answers, words, knowledge);
  const answered = [
    ...(complex === 'unknown' ? [] : [knowledge.text(`begrip.complex.${complex}`)]),
    ...(stands === 'unknown' ? [] : [knowledge.text(`begrip.vast.${stands}`)]),
    ...(harm === 'unknown' ? [] : [knowledge.text(`begrip.schade.${harm}`)]),
    known === undefined
      ? knowledge.text('begrip.geen-onderwerp')
      : knowledge.text('begrip.onderwerp', { onderwerp: known }),
  ].join(' ');
  const danger = isDangerous(words, knowledge);
  return danger ? `${answered}\n${knowledge.text('begrip.gevaar')}` : answered;
}

/** What was told first stays the topic, whatever is put beside it; none when the whole tells of danger. */
function topicOf({ eigenWoorden = '' }: Answers, words: string, knowledge: Knowledge): string | undefined {
  const whole = knowledge.match(words, 'ouder');
  if (whole.level !== null) return undefined;
  const first = eigenWoorden === words ? whole : knowledge.match(eigenWoorden, 'ouder');
  return titleOf(first, knowledge) ?? titleOf(whole, knowledge);
}

function titleOf({ decided, answerId }: Match, knowledge: Knowledge): string | undefined {
  const topic = decided === 'answer' && answerId !== null ? knowledge.answer(answerId) : undefined;
  return topic?.soort === 'faq' ? topic.titel : undefined;
}

/** What goes along with it, in paragraphs that start on a new line; empty when there is nothing. */
export function sentAlong(answers: Answers, knowledge: Knowledge): string {
  const { erbijGezet, verbetering, voorstel, toestemming, namensNaam } = answers;
  const parts = [
    ...(erbijGezet === undefined ? [] : [`${knowledge.text('begrip.erbij')}\n${erbijGezet}`]),
    ...(verbetering === undefined ? [] : [`${knowledge.text('begrip.verbetering')}\n${verbetering}`]),
    ...(voorstel === undefined ? [] : [`${knowledge.text('begrip.voorstel')}\n${voorstel}`]),
    ...(toestemming === undefined ? [] : [behalf(namensNaam, knowledge)]),
  ];
  return parts.map((part) => `\n\n${part}`).join('');
}

function behalf(name: string | undefined, knowledge: Knowledge): string {
  const sentence = knowledge.text('begrip.namens');
  return name === undefined ? sentence : `${sentence}\n${knowledge.text('begrip.namens-naam')} ${name}`;
}
