import { z } from 'zod';
import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { adaptiveCard, heading, line, run, runs, type Words } from './elements.ts';
import { cardRefSchema } from './inputs.ts';

/** About 350 bytes a row: well under the 28 KB of a Teams card. */
const MOST_ROWS = 40;

/** What a row submits, with verb `check`. */
export const checkSubmitSchema = z.object({ cardRef: cardRefSchema });

export interface FamilyRow {
  readonly cardRef: string;
  readonly label: string;
}

/** One row a family; pressing it starts the check, or what `verb` says. */
export function pickFamilyCard(rows: readonly FamilyRow[], words: Words, verb = 'check'): AdaptiveCard {
  const shown = rows.slice(0, MOST_ROWS);
  return adaptiveCard({
    fallbackText: words('kies-gezin.samenvatting'),
    body: [
      heading(words('kies-gezin.kop')),
      line(words('kies-gezin.uitleg')),
      ...shown.map((row) => familyRow(row, verb)),
      ...(shown.length < rows.length ? [line(words('kies-gezin.meer'))] : []),
    ],
  });
}

/** No title on the action: screen readers then read the name in the row itself. */
function familyRow({ cardRef, label }: FamilyRow, verb: string): CardElement {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: [runs(run(label, { bold: true }))],
    selectAction: { type: 'Action.Execute', verb, data: { cardRef }, associatedInputs: 'none' },
  };
}
