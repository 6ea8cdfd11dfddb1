/** What an officer asked of somebody who left the family: above what was asked, because waiting is of no use. */
import { askedOfGone } from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { dutchDay } from '../dutch-date.ts';
import { errorLine, type Words } from '../elements.ts';
import type { DeskView } from './desk-view.ts';
import { mixed, shortened } from './lines.ts';
import { nameOf } from './names.ts';

const QUESTION = 200;

export function goneLines(view: DeskView, scale: number, words: Words): readonly CardElement[] {
  const gone = askedOfGone(view.escalation, view.familyCase);
  if (gone.length === 0) return [];
  return [
    errorLine(words('bureau.gevraagde-weg')),
    ...gone.flatMap(({ of, due, question }) => [
      mixed(
        { data: ('id' in of ? nameOf(of.id, view) : undefined) ?? words('bureau.wie.weg'), strong: true },
        `, ${words('bureau.voor')} `,
        { data: dutchDay(due) },
      ),
      ...shortened(question, QUESTION * scale, words),
    ]),
  ];
}
