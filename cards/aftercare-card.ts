/** After the help: who calls when, what a relapse looks like, what is done then, and how to come back. */
import type { AftercareMoment, Day, FamilyCase } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { dutchDay } from './dutch-date.ts';
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

export interface AftercareView {
  readonly cardRef: string;
  readonly label: string;
  readonly familyCase: FamilyCase;
  readonly today: Day;
}

export function aftercareCard({ cardRef, label, familyCase, today }: AftercareView, words: Words): AdaptiveCard {
  const { aftercare } = familyCase;
  const running = aftercare !== null && aftercare.endedOn === null;
  return adaptiveCard({
    fallbackText: words('nazorg.samenvatting'),
    body: [
      heading(words('nazorg.kop')),
      fact(words('kaart.gezin'), label),
      ...(aftercare === null ? [line(words('nazorg.geen'))] : aftercareLines(aftercare, today, words)),
    ],
    actions: [
      ...(running
        ? [
            button({ title: words('knop.aftercare-moment'), verb: 'new-aftercare-moment', cardRef, style: 'positive' }),
            button({ title: words('knop.aftercare-ended'), verb: 'new-aftercare-ended', cardRef }),
          ]
        : [button({ title: words('knop.aftercare'), verb: 'new-aftercare', cardRef, style: 'positive' })]),
      button({ title: words('knop.check'), verb: 'check', cardRef }),
    ],
  });
}

export function aftercareLines(
  {
    contact,
    since,
    moments,
    relapseSigns,
    relapsePlan,
    chronicReviewOn,
    endedOn,
  }: NonNullable<FamilyCase['aftercare']>,
  today: Day,
  words: Words,
): readonly CardElement[] {
  return [
    dataLine(words('nazorg.sinds', { datum: dutchDay(since) })),
    ...(endedOn === null ? [] : [dataLine(words('nazorg.gestopt', { datum: dutchDay(endedOn) }))]),
    fact(words('nazorg.contact'), contact),
    subheading(words('nazorg.momenten')),
    ...moments.map((moment) => momentLine(moment, today, words)),
    ...(chronicReviewOn === null ? [] : [dataLine(words('nazorg.chronisch', { datum: dutchDay(chronicReviewOn) }))]),
    ...(relapseSigns.length === 0 ? [] : [subheading(words('nazorg.signalen')), quote(relapseSigns.join('\n'), 1000)]),
    subheading(words('nazorg.plan')),
    quote(relapsePlan, 1500),
    line(words('nazorg.terug')),
  ];
}

function momentLine({ due, doneOn, relapse }: AftercareMoment, today: Day, words: Words): CardElement {
  const state =
    doneOn !== null
      ? words(relapse ? 'nazorg.moment.terugval' : 'nazorg.moment.gedaan', { datum: dutchDay(doneOn) })
      : words(due < today ? 'nazorg.moment.te-laat' : 'nazorg.moment.open');
  return runs(run(dutchDay(due), { bold: true }), { type: 'TextRun', text: `: ${state}` });
}
