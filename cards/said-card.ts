/** What people said in a chat, for a colleague who joined it. */
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { adaptiveCard, heading, line, runs, type Words } from './elements.ts';
import { partsOf, shownText } from './shown-text.ts';
import { bytesOf, MOST_BYTES } from './within-size.ts';

export interface SaidLine {
  /** Who says it, one of our own sentences. */
  readonly who?: string;
  readonly text: string;
}

export interface SaidContent {
  readonly title?: string;
  /** Oldest first. */
  readonly lines: readonly SaidLine[];
  readonly summary: string;
}

/** What stands around the lines. */
const FRAME_BYTES = 1_000;

/** As many of the newest lines as fit in one message, at least one; it says so when older ones are left out. */
export function saidCard({ title, lines, summary }: SaidContent, words: Words): AdaptiveCard {
  const said = lines.map(saidBlocks);
  let from = Math.max(0, said.length - 1);
  let bytes = FRAME_BYTES + bytesOf(said[from] ?? []);
  for (; from > 0; from -= 1) {
    bytes += bytesOf(said[from - 1] ?? []);
    if (bytes > MOST_BYTES) break;
  }
  return adaptiveCard({
    fallbackText: summary,
    body: [
      ...(title === undefined ? [] : [heading(title)]),
      ...(from === 0 ? [] : [line(words('samen.begin-weg'))]),
      ...said.slice(from).flat(),
    ],
  });
}

function saidBlocks({ who, text }: SaidLine): readonly CardElement[] {
  const [first = '', ...rest] = partsOf(text).map((part) => shownText(part));
  const bold = who === undefined ? [] : [{ type: 'TextRun', text: `${who} `, weight: 'Bolder' }];
  return [
    runs(...bold, { type: 'TextRun', text: first }),
    ...rest.map((part) => runs({ type: 'TextRun', text: part })),
  ];
}
