/** What waits for a worker: the pushed card has counts only, the whole list comes after it was opened. */
import { z } from 'zod';
import type { FamilyWork, WorkItem } from '../cases/index.ts';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { dutchDay } from './dutch-date.ts';
import { adaptiveCard, button, heading, line, run, runs, type Words } from './elements.ts';
import { cardRefSchema } from './inputs.ts';
import { withinSize } from './within-size.ts';
import { subjectOf } from './work-subject.ts';

const MOST_FAMILIES = 20;
const MOST_ITEMS = 6;
/** Of the words of one thing that waits. */
const MOST_CHARACTERS = 120;
const FEWEST_CHARACTERS = 24;

/** What the button of the pushed card submits, with verb `work`. The reference only says which card it was. */
export const openWorkSubmitSchema = z.object({ cardRef: cardRefSchema });

export interface WorkRow extends FamilyWork {
  readonly cardRef: string;
}

/** Everything that waits, by family, with which thing it is; pressing a family opens the check. */
export function workCard(rows: readonly WorkRow[], words: Words): AdaptiveCard {
  const shown = rows.slice(0, MOST_FAMILIES);
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('mijn-werk.samenvatting'),
      body: [
        heading(words('mijn-werk.kop')),
        ...shown.map((row) => familyRow(row, { scale, words })),
        ...(shown.length < rows.length
          ? [line(words('mijn-werk.meer', { aantal: String(rows.length - shown.length) }))]
          : []),
      ],
    }),
  );
}

interface Room {
  /** The share of the usual lengths that fits. */
  readonly scale: number;
  readonly words: Words;
}

function familyRow({ cardRef, label, items, familyCase }: WorkRow, { scale, words }: Room): CardElement {
  const longest = Math.max(FEWEST_CHARACTERS, Math.round(MOST_CHARACTERS * scale));
  const lines = together(items, (item) => subjectOf(item, familyCase, { words, longest }));
  const shown = lines.slice(0, Math.max(1, Math.round(MOST_ITEMS * scale)));
  const left = items.length - shown.reduce((sum, { times }) => sum + times, 0);
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: [
      runs(run(label, { bold: true })),
      ...shown.map((one) => itemLine(one, words)),
      ...(left > 0 ? [line(words('mijn-werk.meer-hier', { aantal: String(left) }))] : []),
      ...(items.some(({ kind }) => kind === 'question-asked') ? [answerButton(cardRef, words)] : []),
    ],
    selectAction: { type: 'Action.Execute', verb: 'check', data: { cardRef }, associatedInputs: 'none' },
  };
}

/** To the question of an officer: nowhere else a colleague looks for it. */
const answerButton = (cardRef: string, words: Words): CardElement => ({
  type: 'ActionSet',
  actions: [button({ title: words('gevraagd.knop'), verb: 'new-asked', cardRef })],
});

interface SameWork extends Pick<WorkItem, 'kind' | 'due' | 'overdue' | 'since'> {
  readonly subject: string | null;
  readonly times: number;
}

/** What reads the same for the same day is one line. */
function together(items: readonly WorkItem[], subjectOfItem: (item: WorkItem) => string | null): readonly SameWork[] {
  const same = new Map<string, SameWork>();
  for (const item of items) {
    const { kind, due, overdue, since } = item;
    const subject = subjectOfItem(item);
    const key = `${kind} ${due ?? since} ${subject ?? ''}`;
    same.set(key, { kind, due, overdue, since, subject, times: (same.get(key)?.times ?? 0) + 1 });
  }
  return [...same.values()];
}

function itemLine({ kind, due, overdue, since, times, subject }: SameWork, words: Words): CardElement {
  const when =
    due === null
      ? words('mijn-werk.sinds', { datum: dutchDay(since) })
      : words(overdue ? 'mijn-werk.te-laat' : 'mijn-werk.voor', { datum: dutchDay(due) });
  const what = `${words(`werksoort.${kind}`)}${times > 1 ? ` (${times} ×)` : ''}`;
  return runs(
    { type: 'TextRun', text: what },
    { type: 'TextRun', text: `, ${when}`, ...(overdue ? { weight: 'Bolder' } : {}) },
    ...(subject === null ? [] : [{ type: 'TextRun', text: `: ${subject}` }]),
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
