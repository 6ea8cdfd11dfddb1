/** What waits for a worker: the pushed card has counts only, the whole list comes after it was opened. */
import { z } from 'zod';
import type { FamilyWork, WorkItem } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { dutchDay } from './dutch-date.ts';
import { adaptiveCard, button, heading, line, run, runs, type Words } from './elements.ts';
import { cardRefSchema } from './inputs.ts';

const MOST_FAMILIES = 20;
const MOST_ITEMS = 6;

/** What the button of the pushed card submits, with verb `work`. The reference only says which card it was. */
export const openWorkSubmitSchema = z.object({ cardRef: cardRefSchema });

export interface WorkRow extends FamilyWork {
  readonly cardRef: string;
}

/** Everything that waits, by family; pressing a family opens the check. */
export function workCard(rows: readonly WorkRow[], words: Words): AdaptiveCard {
  const shown = rows.slice(0, MOST_FAMILIES);
  return adaptiveCard({
    fallbackText: words('mijn-werk.samenvatting'),
    body: [
      heading(words('mijn-werk.kop')),
      ...shown.map((row) => familyRow(row, words)),
      ...(shown.length < rows.length
        ? [line(words('mijn-werk.meer', { aantal: String(rows.length - shown.length) }))]
        : []),
    ],
  });
}

function familyRow({ cardRef, label, items }: WorkRow, words: Words): CardElement {
  const kinds = together(items);
  const shown = kinds.slice(0, MOST_ITEMS);
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: [
      runs(run(label, { bold: true })),
      ...shown.map((kind) => itemLine(kind, words)),
      ...(shown.length < kinds.length
        ? [line(words('mijn-werk.meer-hier', { aantal: String(kinds.length - shown.length) }))]
        : []),
    ],
    selectAction: { type: 'Action.Execute', verb: 'check', data: { cardRef }, associatedInputs: 'none' },
  };
}

interface SameWork extends Pick<WorkItem, 'kind' | 'due' | 'overdue' | 'since'> {
  readonly times: number;
}

/** The same kind of work for the same day is one line. */
function together(items: readonly WorkItem[]): readonly SameWork[] {
  const same = new Map<string, SameWork>();
  for (const { kind, due, overdue, since } of items) {
    const key = `${kind} ${due ?? since}`;
    same.set(key, { kind, due, overdue, since, times: (same.get(key)?.times ?? 0) + 1 });
  }
  return [...same.values()];
}

function itemLine({ kind, due, overdue, since, times }: SameWork, words: Words): CardElement {
  const when =
    due === null
      ? words('mijn-werk.sinds', { datum: dutchDay(since) })
      : words(overdue ? 'mijn-werk.te-laat' : 'mijn-werk.voor', { datum: dutchDay(due) });
  return runs(
    { type: 'TextRun', text: `${words(`werksoort.${kind}`)}${times > 1 ? ` (${times} ×)` : ''}` },
    { type: 'TextRun', text: `, ${when}`, ...(overdue ? { weight: 'Bolder' } : {}) },
  );
}

export interface DigestCounts {
  readonly families: number;
  readonly requests: number;
  readonly overdue: number;
  readonly signals: number;
  readonly other: number;
}

export function digestCounts(work: readonly FamilyWork[]): DigestCounts {
  const items = work.flatMap((family) => family.items);
  const requests = items.filter(({ kind }) => kind === 'request-open').length;
  const signals = items.filter(({ kind }) => kind === 'signal-open').length;
  return {
    families: work.length,
    requests,
    signals,
    overdue: items.filter(({ overdue }) => overdue).length,
    other: items.length - requests - signals,
  };
}

/** Pushed once a day: numbers only, because a notification is read by who stands beside it. */
export function digestCard(counts: DigestCounts, cardRef: string, words: Words): AdaptiveCard {
  const rows = (['requests', 'overdue', 'signals', 'other'] as const).filter((key) => counts[key] > 0);
  return adaptiveCard({
    fallbackText: words('dagoverzicht.samenvatting'),
    body: [
      heading(words('dagoverzicht.kop')),
      line(words('dagoverzicht.gezinnen', { aantal: String(counts.families) })),
      ...rows.map((key) => line(words(`dagoverzicht.${key}`, { aantal: String(counts[key]) }))),
    ],
    actions: [button({ title: words('dagoverzicht.open'), verb: 'work', cardRef, style: 'positive' })],
  });
}
