/** What runs at an officer, as one list without anything personal: what is due first stands on top. */
import { askedOfGone, dueItems, isOpen, missedDays } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { adaptiveCard, button, dataLine, heading, line, runs, type Words } from '../elements.ts';
import type { DeskFrame, DeskView } from './desk-view.ts';
import { mixed } from './lines.ts';

const MOST = 25;
const NEVER = '9999-12-31';

export type OverviewRow = Pick<DeskFrame, 'cardRef' | 'escalation'> & Partial<Pick<DeskView, 'familyCase'>>;

const firstDay = ({ escalation }: OverviewRow): string => dueItems(escalation)[0]?.due ?? NEVER;

interface Overview {
  readonly rows: readonly OverviewRow[];
  readonly today: string;
  /** The list itself, for the button to another one. */
  readonly cardRef: string;
}

/** Pressing a row opens it, in the place of the list. */
export function overviewCard({ rows, today, cardRef }: Overview, words: Words): AdaptiveCard {
  const sorted = [...rows].sort((one, other) => firstDay(one).localeCompare(firstDay(other)));
  const shown = sorted.slice(0, MOST);
  const late = rows.filter(({ escalation }) => missedDays(escalation, today).length > 0).length;
  return adaptiveCard({
    fallbackText: words('bureau.overzicht'),
    body: [
      heading(words('bureau.overzicht')),
      rows.length === 0
        ? line(words('aanspreekpunt.niets'))
        : dataLine(words('bureau.overzicht.aantal', { aantal: String(rows.length), laat: String(late) })),
      ...shown.map((row) => rowOf(row, today, words)),
      ...(shown.length < rows.length
        ? [line(words('bureau.overzicht.meer', { aantal: String(rows.length - shown.length) }))]
        : []),
    ],
    actions: [button({ title: words('bureau.knop.gepubliceerd'), verb: 'published', cardRef })],
  });
}

function rowOf({ cardRef, escalation, familyCase }: OverviewRow, today: string, words: Words): CardElement {
  const { number, state, closing } = escalation;
  const [next] = dueItems(escalation);
  const stand = state.kind === 'decided' && closing !== null ? 'closed' : state.kind;
  const kind = next?.kind ?? (isOpen(escalation) ? 'answer' : undefined);
  const late = next !== undefined && next.due < today;
  const isGone = familyCase !== undefined && askedOfGone(escalation, familyCase).length > 0;
  const [missed] = missedDays(escalation, today);
  return {
    type: 'Container',
    style: missed === undefined ? 'emphasis' : 'attention',
    spacing: 'Small',
    items: [
      runs(
        { type: 'TextRun', text: number, weight: 'Bolder' },
        { type: 'TextRun', text: `, ${words(`bureau.stand.${stand}`)}` },
      ),
      ...(next === undefined || kind === undefined
        ? []
        : [
            mixed(
              `${words(`bureau.wacht.${kind}`)} `,
              { data: dutchDay(next.due), strong: late },
              late ? ` (${words('bureau.voorbij')})` : '',
            ),
          ]),
      ...(missed === undefined ? [] : [line(words('bureau.overzicht.gemist', { datum: dutchDay(missed) }))]),
      ...(isGone ? [line(words('bureau.gevraagde-weg'))] : []),
    ],
    selectAction: { type: 'Action.Execute', verb: 'open', data: { cardRef }, associatedInputs: 'none' },
  };
}
