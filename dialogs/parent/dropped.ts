/** What was promised or recommended and is not done any more: what it was, who says so, and why, as it was written. */
import { dutchDay } from '../../cards/index.ts';
import type { Followed } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { say } from '../say.ts';
import { plainName } from '../status.ts';
import type { Reply } from '../types.ts';

export function droppedReplies(dropped: NonNullable<Followed['dropped']>, knowledge: Knowledge): readonly Reply[] {
  if (dropped.length === 0) return [];
  return [
    say([
      knowledge.text('vervallen.kop'),
      ...dropped.flatMap(({ what, kind, by, droppedOn, reason }) => [
        what ?? knowledge.text(`afspraken.kind.${kind}`),
        knowledge.text('vervallen.door', { naam: plainName(by), datum: dutchDay(droppedOn) }),
        reason,
      ]),
      knowledge.text('vervallen.oneens'),
    ]),
  ];
}
