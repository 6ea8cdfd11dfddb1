/** What was promised, ordered or recommended and is not done: words, to whom, by whom, by when. In as many parts as it takes. */
import { z } from 'zod';
import type { Tracked, Whom } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { adaptiveCard, button, dataLine, fact, heading, line, runs, type Words } from '../elements.ts';
import { cardRefSchema } from '../inputs.ts';
import { withinSize } from '../within-size.ts';
import { shortened } from './lines.ts';
import { pageButton } from './page-button.ts';
import { whomInWords } from './whom.ts';

const ROWS_A_PART = 8;
/** Of the words of one promise, in characters. */
const SHOWN_WORDS = 400;
/** Of what was said about it last. */
const SHOWN_NOTE = 200;

/** What "volgende" submits, with verb `promises`; `part` counts from 1. The reference only says which card it was. */
export const promisesSubmitSchema = z.object({
  cardRef: cardRefSchema,
  part: z
    .string()
    .regex(/^\d{1,4}$/)
    .default('1'),
});

/** Where something can be done about it. */
export interface PromiseAction {
  readonly verb: 'open' | 'new-promise-date' | 'new-promise-step';
  readonly cardRef: string;
}

export interface PromiseRow {
  readonly promise: Tracked;
  /** `null`: a family that lies with somebody else, of which only the id of the case is shown, and nobody who was told. */
  readonly family: { readonly label: string } | null;
  readonly caseId: string;
  readonly actions: readonly PromiseAction[];
}

export interface PromisesPart<Row> {
  readonly rows: readonly Row[];
  readonly part: number;
  readonly parts: number;
}

/** The rows of one part; a part that is not there is the nearest one that is. */
export function partOfPromises<Row>(all: readonly Row[], asked: number): PromisesPart<Row> {
  const parts = Math.max(1, Math.ceil(all.length / ROWS_A_PART));
  const part = Math.min(Math.max(asked, 1), parts);
  return { rows: all.slice((part - 1) * ROWS_A_PART, part * ROWS_A_PART), part, parts };
}

export interface PromiseCounts {
  readonly open: number;
  readonly late: number;
  readonly undated: number;
}

interface Shown extends PromisesPart<PromiseRow> {
  readonly cardRef: string;
  readonly counts: PromiseCounts;
}

export function promisesCard({ rows, part, parts, cardRef, counts }: Shown, words: Words): AdaptiveCard {
  const { open, late, undated } = counts;
  const turn = (key: string, to: number) =>
    to < 1 || to > parts ? [] : [pageButton({ title: words(key), verb: 'promises', cardRef, part: to })];
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('afspraken.samenvatting'),
      body: [
        heading(words('afspraken.kop')),
        dataLine(words('afspraken.samen', { aantal: `${open}`, laat: `${late}`, zonder: `${undated}` })),
        ...(undated > 0 ? [line(words('afspraken.zonder-datum.uitleg'))] : []),
        ...(parts > 1 ? [line(words('afspraken.deel', { deel: `${part}`, delen: `${parts}` }))] : []),
        ...rows.map((row) => rowOf(row, scale, words)),
      ],
      actions: [...turn('afspraken.knop.volgende', part + 1), ...turn('afspraken.knop.vorige', part - 1)],
    }),
  );
}

const styles = { late: 'attention', undated: 'warning' } as const;

/** Who was told may be a member of the family: not for who has nothing to do with it. */
const mayBeNamed = (toWhom: Whom, family: PromiseRow['family']): boolean => family !== null || toWhom.kind === 'family';

function rowOf({ promise, family, caseId, actions }: PromiseRow, scale: number, words: Words): CardElement {
  const { state, kind, number, what, toWhom, byWhom, due, madeOn, missed, note } = promise;
  const style = state === 'late' || state === 'undated' ? styles[state] : 'emphasis';
  const by = due === null ? words('afspraken.zonder-datum', { datum: dutchDay(madeOn) }) : dutchDay(due);
  return {
    type: 'Container',
    style,
    spacing: 'Medium',
    items: [
      runs({
        type: 'TextRun',
        text: `${words(`afspraken.state.${state}`)}: ${words(`afspraken.kind.${kind}`)}`,
        weight: 'Bolder',
        ...(state === 'late' ? { color: 'Attention' } : {}),
      }),
      ...(what === null ? [] : shortened(what, Math.floor(SHOWN_WORDS * scale), words)),
      ...(mayBeNamed(toWhom, family) ? [fact(words('afspraken.veld.aan'), whomInWords(toWhom, words))] : []),
      fact(words('afspraken.veld.door'), whomInWords(byWhom, words)),
      fact(words('afspraken.veld.datum'), by),
      ...(note === null || family === null ? [] : shortened(note, Math.floor(SHOWN_NOTE * scale), words)),
      ...(missed > 0 ? [dataLine(words('afspraken.gemist', { aantal: String(missed) }))] : []),
      ...(number === null ? [] : [fact(words('afspraken.veld.vraag'), number)]),
      ...(family === null && number === null ? [fact(words('afspraken.veld.dossier'), caseId)] : []),
      ...(family === null ? [] : [fact(words('afspraken.veld.gezin'), family.label)]),
      ...(actions.length === 0
        ? []
        : [
            {
              type: 'ActionSet',
              actions: actions.map((action) => button({ title: words(`afspraken.knop.${action.verb}`), ...action })),
            },
          ]),
    ],
  };
}
