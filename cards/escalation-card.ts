import { z } from 'zod';
import type { CardView, Escalation, Party } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { dutchDate, dutchDay } from './dutch-date.ts';
import {
  adaptiveCard,
  button,
  errorLine,
  fact,
  heading,
  line,
  quote,
  run,
  runs,
  subheading,
  type Words,
} from './elements.ts';
import { findingLines } from './finding.ts';
import { type Attempt, cardRefSchema, choiceInput, dateInput, textInput } from './inputs.ts';
import { isCut } from './shown-text.ts';

const MOST_REASON = 4000;
const MOST_PARTIES = 10;
/** Own words and a summary at their longest, three bytes a character, must fit in 28 KB together with the rest. */
const SHOWN_SUMMARY = 1500;
const SHOWN_BESIDE_A_REASON = 1500;
const verdicts = ['granted', 'refused'] as const;

/** What the form submits, with verb `decide`. */
export const decideSubmitSchema = z.object({
  cardRef: cardRefSchema,
  verdict: z.enum(verdicts),
  reason: z.string().trim().min(1).max(MOST_REASON),
  effectiveOn: z.iso.date(),
});

/** Everything the aanspreekpunt needs on one card, with the form below it while a decision is open. */
export function escalationCard(view: CardView, words: Words, attempt: Attempt): AdaptiveCard {
  const { cardRef, escalation, label, mayDecide } = view;
  return adaptiveCard({
    fallbackText: words('escalatie.samenvatting'),
    body: [
      heading(words('escalatie.kop')),
      fact(words('kaart.nummer'), escalation.number),
      fact(words('kaart.gezin'), view.familyCase.family.kind === 'unmatched' ? words('kaart.zonder-naam') : label),
      ...standing(escalation, words),
      ...ownWords(escalation, attempt.typed.reason === undefined ? undefined : SHOWN_BESIDE_A_REASON, words),
      ...answers(escalation, words),
      ...parties(view.familyCase.parties, words),
      subheading(words('escalatie.check')),
      ...(view.finding === null
        ? [line(words('escalatie.geen-check'))]
        : findingLines({ finding: view.finding, familyCase: view.familyCase }, words)),
      ...(mayDecide ? decisionForm(words, attempt) : [line(words('escalatie.alleen-lezen'))]),
    ],
    actions: mayDecide ? buttons(cardRef, escalation, words) : [],
  });
}

function standing({ filedAt, filedBy, due, state }: Escalation, words: Words): readonly CardElement[] {
  return [
    fact(words('escalatie.filed'), dutchDate(filedAt)),
    filedBy.name === null
      ? line(words(`escalatie.door.${filedBy.kind}`))
      : fact(words(`escalatie.door.${filedBy.kind}`), filedBy.name),
    fact(words('escalatie.due'), dutchDay(due)),
    state.kind === 'taken'
      ? fact(words('escalatie.stand.taken'), `${state.by.name}, ${dutchDate(state.at)}`)
      : fact(words('escalatie.stand'), words('escalatie.stand.filed')),
  ];
}

/** The words of the person who filed, apart from what a worker made of them, with the seal that proves they are unchanged. */
function ownWords(escalation: Escalation, maximum: number | undefined, words: Words): readonly CardElement[] {
  const { text, sha256, writtenAt } = escalation.ownWords;
  const { summary } = escalation;
  return [
    subheading(words('escalatie.woorden')),
    quote(text, maximum),
    ...(isCut(text, maximum) ? [line(words('kaart.tekst-ingekort'))] : []),
    fact(words('escalatie.zegel'), `${sha256.slice(0, 12)}, ${dutchDate(writtenAt)}`),
    ...(summary === null
      ? []
      : [
          subheading(words('escalatie.uitleg')),
          quote(summary, SHOWN_SUMMARY),
          ...(isCut(summary, SHOWN_SUMMARY) ? [line(words('kaart.tekst-ingekort'))] : []),
        ]),
  ];
}

function answers({ answers: { complex, stuck, harm } }: Escalation, words: Words): readonly CardElement[] {
  return [
    subheading(words('escalatie.drie-vragen')),
    fact(words('escalatie.complex'), words(`formulier.${complex}`)),
    fact(words('escalatie.stuck'), words(`formulier.stuck.${stuck}`)),
    fact(words('escalatie.harm'), words(`formulier.${harm}`)),
  ];
}

function parties(all: readonly Party[], words: Words): readonly CardElement[] {
  const current = all.filter(({ until }) => until === null);
  if (current.length === 0) return [];
  const shown = current.slice(0, MOST_PARTIES);
  return [
    subheading(words('escalatie.betrokken')),
    ...shown.map(({ organisation, task, since }) =>
      runs(run(organisation, { bold: true }), { type: 'TextRun', text: ', ' }, run(task), {
        type: 'TextRun',
        text: since === null ? '' : `, ${words('check.regisseur.sinds', { datum: dutchDay(since) })}`,
      }),
    ),
    ...(shown.length < current.length ? [line(words('escalatie.meer-betrokken'))] : []),
  ];
}

function decisionForm(words: Words, attempt: Attempt): readonly CardElement[] {
  const field = (id: string) => ({ id, label: words(`escalatie.${id}`), errorMessage: words(`fout.${id}`), attempt });
  const wrong = Object.keys(attempt.errors).length > 0;
  return [
    subheading(words('escalatie.besluit')),
    ...(wrong ? [errorLine(words('weiger.invalid'))] : []),
    ...choiceInput({
      ...field('verdict'),
      style: 'expanded',
      choices: verdicts.map((value) => ({ title: words(`escalatie.verdict.${value}`), value })),
    }),
    ...textInput({ ...field('reason'), maxLength: MOST_REASON }),
    ...dateInput(field('effectiveOn')),
  ];
}

function buttons(cardRef: string, { state }: Escalation, words: Words): readonly CardElement[] {
  return [
    ...(state.kind === 'filed' ? [button({ title: words('escalatie.oppakken'), verb: 'take', cardRef })] : []),
    button({ title: words('escalatie.besluiten'), verb: 'decide', cardRef, style: 'positive', withInputs: true }),
  ];
}
