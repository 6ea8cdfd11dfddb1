/** What stands on the public page, the newest first, each with the button that takes it off. In as many parts as it takes. */
import type { PublishedText } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDate } from '../dutch-date.ts';
import { adaptiveCard, button, dataLine, fact, heading, line, type Words } from '../elements.ts';
import { withinSize } from '../within-size.ts';
import { shortened } from './lines.ts';
import { pageButton } from './page-button.ts';
import type { PromisesPart } from './promises-card.ts';

const SHOWN_WORDS = 400;

export interface PublishedRow {
  readonly published: PublishedText;
  /** Of the button that takes it off the page. */
  readonly ref: string;
}

interface Shown extends PromisesPart<PublishedRow> {
  readonly cardRef: string;
  /** What the press did. */
  readonly note?: string | undefined;
}

export function publishedCard({ rows, part, parts, cardRef, note }: Shown, words: Words): AdaptiveCard {
  const turn = (key: string, to: number) =>
    to < 1 || to > parts ? [] : [pageButton({ title: words(key), verb: 'published', cardRef, part: to })];
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('bureau.gepubliceerd'),
      body: [
        ...(note === undefined ? [] : [dataLine(note)]),
        heading(words('bureau.gepubliceerd')),
        line(words(rows.length === 0 ? 'bureau.gepubliceerd.niets' : 'bureau.gepubliceerd.uitleg')),
        ...(parts > 1 ? [line(words('afspraken.deel', { deel: String(part), delen: String(parts) }))] : []),
        ...rows.map((row) => rowOf(row, scale, words)),
      ],
      actions: [...turn('afspraken.knop.volgende', part + 1), ...turn('afspraken.knop.vorige', part - 1)],
    }),
  );
}

function rowOf({ published, ref }: PublishedRow, scale: number, words: Words): CardElement {
  const { number, closedAt, asked, did, cardRef } = published;
  const longest = Math.floor(SHOWN_WORDS * scale);
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [
      fact(words('kaart.nummer'), `${number}, ${dutchDate(closedAt)}`),
      ...shortened(asked, longest, words),
      ...shortened(did, longest, words),
      {
        type: 'ActionSet',
        actions: [
          button({ title: words('bureau.knop.unpublish'), verb: 'unpublish', cardRef: ref }),
          ...(cardRef === null ? [] : [button({ title: words('kaart.openen'), verb: 'open', cardRef })]),
        ],
      },
    ],
  };
}
