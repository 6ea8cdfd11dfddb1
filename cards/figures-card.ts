/** The families in view, in counts; see `shown-figures.ts` for what is left out and why. */
import type { AdaptiveCard } from './adaptive-card.ts';
import { adaptiveCard, fact, heading, line, subheading, type Words } from './elements.ts';
import type { ShownClass, ShownCount, ShownFigures } from './shown-figures.ts';

export interface FigureRow {
  readonly label: string;
  readonly value: string;
}

export interface FigureRows {
  readonly all: readonly FigureRow[];
  /** Families by number of leefgebieden; empty when there are too few to divide. */
  readonly byDomains: readonly FigureRow[];
}

/** The same lines for a card and for a terminal. */
export function figureRows(shown: ShownFigures, words: Words): FigureRows {
  const row = (name: keyof Omit<ShownFigures, 'byDomains'>): FigureRow => ({
    label: words(`cijfers.${name}`),
    value: told(shown[name], words),
  });
  return {
    all: [
      row('families'),
      row('withoutPlan'),
      row('withoutRegisseur'),
      row('stillWaiting'),
      row('gotRegisseur'),
      row('medianDaysToRegisseur'),
      row('p90DaysToRegisseur'),
      row('repeatedRequests'),
      row('familiesRepeating'),
      row('workerChanges'),
      row('familiesWithChanges'),
      row('openCards'),
    ],
    byDomains: shown.byDomains.map((one) => ({ label: classLabel(one, words), value: String(one.families) })),
  };
}

function told(value: ShownCount, words: Words): string {
  return value === null ? words('cijfers.niet-getoond') : String(value);
}

function classLabel({ from, to }: ShownClass, words: Words): string {
  if (from !== to) return words('cijfers.leefgebieden.van-tot', { van: String(from), tot: String(to) });
  return words(from === 1 ? 'cijfers.leefgebieden.een' : 'cijfers.leefgebieden', { aantal: String(from) });
}

export function figuresCard(shown: ShownFigures, words: Words): AdaptiveCard {
  const { all, byDomains } = figureRows(shown, words);
  return adaptiveCard({
    fallbackText: words('cijfers.samenvatting'),
    body: [
      heading(words('cijfers.kop')),
      ...all.map(({ label, value }) => fact(`${label}:`, value)),
      subheading(words('cijfers.leefgebieden.kop')),
      ...(byDomains.length === 0
        ? [line(words('cijfers.leefgebieden.te-weinig'))]
        : byDomains.map(({ label, value }) => fact(`${label}:`, value))),
      line(words('cijfers.uitleg')),
    ],
  });
}
