/** What an officer asks of a colleague, in the words in which it was asked: on the news of it, and on the form to answer it. */
import { z } from 'zod';
import { type Escalation, isOpen, type MoreAsked } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { choiceRef } from './choice-ref.ts';
import { mixed, shortened } from './desk/lines.ts';
import { dutchDay } from './dutch-date.ts';
import { adaptiveCard, button, dataLine, fact, heading, line, subheading, type Words } from './elements.ts';
import { requiredWords, WORDS } from './forms/fields.ts';
import { type Attempt, cardRefSchema, textInput } from './inputs.ts';
import { formWithinSize, withinSize } from './within-size.ts';

const QUESTION = 1000;
const ANSWER = 2000;

/** What the form submits, with verb `save-asked`. `question` stands for the id of what was asked. */
export const askedSubmitSchema = z.object({ cardRef: cardRefSchema, question: z.string() });
export const answerSchema = z.object({ answer: requiredWords });

/** Asked of this colleague, not answered, and still of use; what is wanted first in front. */
export const askedOf = (escalation: Escalation, readerId: string): readonly MoreAsked[] =>
  isOpen(escalation)
    ? escalation.questions
        .filter(({ of, answer }) => of.kind === 'worker' && of.id === readerId && answer === null)
        .sort((one, other) => one.due.localeCompare(other.due))
    : [];

/** Each question with by whom and by when, and one button to answer. Nothing when nothing was asked. */
export function askedOfYou(
  questions: readonly MoreAsked[],
  cardRef: string | null,
  { scale, words }: { readonly scale: number; readonly words: Words },
): readonly CardElement[] {
  if (questions.length === 0) return [];
  return [
    subheading(words('gevraagd.aan-u')),
    ...questions.flatMap((one) => questionLines(one, QUESTION * scale, words)),
    ...(cardRef === null
      ? [line(words('gevraagd.waar'))]
      : [
          {
            type: 'ActionSet',
            actions: [button({ title: words('gevraagd.knop'), verb: 'new-asked', cardRef, style: 'positive' })],
          },
        ]),
  ];
}

function questionLines({ question, by, due }: MoreAsked, longest: number, words: Words): readonly CardElement[] {
  return [
    mixed({ data: by.name, strong: true }, `, ${words('bureau.voor')} `, { data: dutchDay(due) }),
    ...shortened(question, longest, words),
  ];
}

/** For a colleague who was asked without having filed it. */
export function askedOfYouCard(
  escalation: Escalation,
  readerId: string,
  cardRef: string | null,
  words: Words,
): AdaptiveCard {
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('gevraagd.aan-u'),
      body: [
        fact(words('kaart.nummer'), escalation.number),
        ...askedOfYou(askedOf(escalation, readerId), cardRef, { scale, words }),
      ],
    }),
  );
}

export interface AskedForm {
  readonly cardRef: string;
  readonly label: string;
  /** Of the escalation. */
  readonly number: string;
  readonly asked: MoreAsked;
  readonly attempt: Attempt;
  /** Why it is shown again, or what was just done. */
  readonly note?: string | undefined;
}

export function askedFormCard({ cardRef, label, number, asked, attempt: typed, note }: AskedForm, words: Words) {
  return formWithinSize({ attempt: typed, fault: 'fout.werk.boven' }, words, ({ attempt, above, scale }) =>
    adaptiveCard({
      fallbackText: words('gevraagd.aan-u'),
      body: [
        ...(note === undefined ? [] : [dataLine(note)]),
        heading(words('gevraagd.aan-u')),
        ...above,
        fact(words('kaart.gezin'), label),
        fact(words('kaart.nummer'), number),
        ...questionLines(asked, QUESTION * scale, words),
        ...textInput({
          id: 'answer',
          label: words('gevraagd.antwoord'),
          errorMessage: words('gevraagd.fout'),
          attempt,
          maxLength: WORDS,
        }),
        line(words('gevraagd.uitleg')),
      ],
      actions: [answerButton(cardRef, asked.id, words)],
    }),
  );
}

function answerButton(cardRef: string, questionId: string, words: Words): CardElement {
  const made = button({
    title: words('gevraagd.doe'),
    verb: 'save-asked',
    cardRef,
    style: 'positive',
    withInputs: true,
  });
  return { ...made, data: { cardRef, question: choiceRef(questionId) } };
}

interface Answered {
  /** What became of it. */
  readonly note: string;
  readonly question: string | null;
  readonly answer: string;
}

/** Takes the place of the form. */
export function askedDoneCard({ note, question, answer }: Answered, words: Words): AdaptiveCard {
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('gevraagd.aan-u'),
      body: [
        heading(words('gevraagd.aan-u')),
        dataLine(note),
        ...(question === null ? [] : shortened(question, QUESTION * scale, words)),
        subheading(words('gevraagd.antwoord')),
        ...shortened(answer, ANSWER * scale, words),
      ],
    }),
  );
}
