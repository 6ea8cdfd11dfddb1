/** Everything the aanspreekpunt needs on one card: the words, the facts, the clock, what was asked, and what can be done now. */
import type { Escalation, Party } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { dangerLines } from './danger-lines.ts';
import { askedLines } from './desk/asked.ts';
import { clockLines } from './desk/clock.ts';
import { deskButtons, takeButton } from './desk/desk-buttons.ts';
import type { DeskView } from './desk/desk-view.ts';
import { goneLines } from './desk/gone-lines.ts';
import { joinedLines } from './desk/joined.ts';
import { newest, section, shortened } from './desk/lines.ts';
import { refreshing } from './desk/refreshing.ts';
import { lastSteps } from './desk/timeline.ts';
import { whyLines } from './desk/why.ts';
import { withinSize } from './within-size.ts';
import { dutchDate, dutchDay } from './dutch-date.ts';
import {
  adaptiveCard,
  button,
  dataLine,
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
import { isCut, SHOWN_LENGTH } from './shown-text.ts';
import { summaryTitle } from './summary-title.ts';

const SUMMARY = 1500;
const CONSENT = 200;
const MOST_PARTIES = 10;
const MOST_STEPS = 5;

/** `note`: what a press did, or why it changed nothing. */
export function escalationCard(view: DeskView, words: Words, note?: string): AdaptiveCard {
  const { cardRef, escalation, label, mayDecide, familyCase } = view;
  const card = withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('escalatie.samenvatting'),
      body: [
        ...(note === undefined ? [] : [dataLine(note)]),
        heading(words('escalatie.kop')),
        fact(words('kaart.nummer'), escalation.number),
        fact(words('kaart.gezin'), familyCase.family.kind === 'unmatched' ? words('kaart.zonder-naam') : label),
        ...dangerLines(escalation, words),
        ...filed(escalation, words),
        ...clockLines(view, scale, words),
        ...goneLines(view, scale, words),
        ...ownWords(escalation, scale, words),
        ...summary(escalation, scale, words),
        ...joinedLines(escalation, scale, words),
        ...answers(escalation, words),
        ...whyLines(view, scale, words),
        ...askedLines(view, scale, words),
        ...parties(familyCase.parties, scale, words),
        subheading(words('escalatie.check')),
        ...(view.finding === null
          ? [line(words('escalatie.geen-check'))]
          : findingLines({ finding: view.finding, familyCase }, words)),
        ...section(words('bureau.tijdlijn'), lastSteps(view, MOST_STEPS * scale, words)),
        ...(mayDecide ? deskButtons(view, words) : [line(words('escalatie.alleen-lezen'))]),
      ],
      actions: mayDecide
        ? [
            ...takeButton(view, words),
            button({ title: words('bureau.knop.decide'), verb: 'decide', cardRef, style: 'positive' }),
          ]
        : [],
    }),
  );
  return refreshing(card, cardRef);
}

function filed({ filedAt, filedBy, onBehalf }: Escalation, words: Words): readonly CardElement[] {
  return [
    fact(words('escalatie.filed'), dutchDate(filedAt)),
    filedBy.name === null
      ? line(words(`escalatie.door.${filedBy.kind}`))
      : fact(words(`escalatie.door.${filedBy.kind}`), filedBy.name),
    ...(onBehalf === null
      ? []
      : [
          fact(words(`bureau.namens.${onBehalf.relation}`), onBehalf.name ?? words('bureau.onbekend')),
          fact(words('bureau.toestemming'), dutchDay(onBehalf.consent.on)),
          ...shortened(onBehalf.consent.how, CONSENT, words),
        ]),
  ];
}

/** The words of the person who filed, with the seal that proves they are unchanged. The system has none of its own. */
function ownWords({ ownWords: kept }: Escalation, scale: number, words: Words): readonly CardElement[] {
  const { text, sha256, writtenAt } = kept;
  if (text.trim() === '') return [];
  const maximum = Math.floor(SHOWN_LENGTH * scale);
  return [
    subheading(words('escalatie.woorden')),
    quote(text, maximum),
    ...(isCut(text, maximum) ? [line(words('kaart.tekst-ingekort'))] : []),
    fact(words('escalatie.zegel'), `${sha256.slice(0, 12)}, ${dutchDate(writtenAt)}`),
  ];
}

/** The interpretation, apart from the words, and what the parent says of it. */
function summary(escalation: Escalation, scale: number, words: Words): readonly CardElement[] {
  const { summary: text, reading } = escalation;
  if (text === null) return [];
  const answer = reading?.answer ?? null;
  return [
    subheading(summaryTitle(escalation, words)),
    ...shortened(text, SUMMARY * scale, words),
    line(words(`bureau.lezing.${answer?.kind ?? 'open'}`)),
    ...(answer?.kind === 'corrected' ? shortened(answer.words.text, SUMMARY * scale, words) : []),
  ];
}

function answers({ answers: { complex, stuck, harm }, danger }: Escalation, words: Words): readonly CardElement[] {
  return [
    subheading(words('escalatie.drie-vragen')),
    fact(words('escalatie.complex'), words(`formulier.${complex}`)),
    fact(words('escalatie.stuck'), words(`formulier.stuck.${stuck}`)),
    fact(words('escalatie.harm'), words(`formulier.${harm}`)),
    ...(danger === undefined ? [] : [line(words('escalatie.gevaar'))]),
  ];
}

function parties(all: readonly Party[], scale: number, words: Words): readonly CardElement[] {
  const current = all.filter(({ until }) => until === null);
  return section(
    words('escalatie.betrokken'),
    newest(
      current,
      MOST_PARTIES * scale,
      ({ organisation, task, since }) => [
        runs(run(organisation, { bold: true }), { type: 'TextRun', text: ', ' }, run(task), {
          type: 'TextRun',
          text: since === null ? '' : `, ${words('check.regisseur.sinds', { datum: dutchDay(since) })}`,
        }),
      ],
      words('escalatie.meer-betrokken'),
    ),
  );
}
