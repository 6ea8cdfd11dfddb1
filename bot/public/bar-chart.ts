/** A bar chart as SVG, without a script and without a style attribute. The table beside it holds the same figures. */
import { type Markup, markup } from './markup.ts';

const WIDTH = 640;
const ROW = 34;
const LABEL_WIDTH = 330;
const VALUE_WIDTH = 70;
const BAR = 20;
/** Longer words would run into the bars. */
const MOST_LETTERS = 40;

export interface Bar {
  readonly label: string;
  /** `null`: hidden; it gets no bar, because its length would tell. */
  readonly count: number | null;
  /** The count as it is shown. */
  readonly shown: string;
}

export function barChart(bars: readonly Bar[], described: string): Markup {
  const most = Math.max(1, ...bars.map(({ count }) => count ?? 0));
  const room = WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const rows = bars.map(({ label, count, shown }, place) => {
    const y = place * ROW;
    const length = Math.round(((count ?? 0) / most) * room);
    const middle = y + ROW / 2 + 5;
    return markup`<text x="${LABEL_WIDTH - 10}" y="${middle}" text-anchor="end">${clipped(label)}</text><rect x="${LABEL_WIDTH}" y="${y + (ROW - BAR) / 2}" width="${length}" height="${BAR}" fill="#154273"></rect><text x="${LABEL_WIDTH + length + 8}" y="${middle}">${shown}</text>`;
  });
  return markup`<svg class="chart" role="img" aria-label="${described}" viewBox="0 0 ${WIDTH} ${bars.length * ROW}" width="${WIDTH}" font-size="15" fill="#1b1b1b">${rows}</svg>`;
}

const clipped = (label: string): string => (label.length <= MOST_LETTERS ? label : `${label.slice(0, MOST_LETTERS)}…`);
