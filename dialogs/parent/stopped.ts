/** What the computer saw and a colleague stopped: in plain words, with the reason as it was written, and what to do about it. */
import { dutchDay, plainStuckSentence, wordsOf } from '../../cards/index.ts';
import type { Followed } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { filingIsClosed } from '../filing-gate.ts';
import { say } from '../say.ts';
import { plainName } from '../status.ts';
import type { Reply } from '../types.ts';

export function stoppedReplies(stopped: Followed['stopped'], knowledge: Knowledge): readonly Reply[] {
  if (stopped.length === 0) return [];
  const ways = filingIsClosed(knowledge) ? 'gestopt.oneens.zonder-voorleggen' : 'gestopt.oneens';
  return [
    say([
      knowledge.text('gestopt.kop'),
      ...stopped.flatMap(({ finding, since, by, stoppedOn, reason }) => [
        knowledge.text('gestopt.gezien'),
        plainStuckSentence({ ...finding, since }, wordsOf(knowledge)),
        knowledge.text('gestopt.door', { naam: plainName(by), datum: dutchDay(stoppedOn) }),
        reason,
      ]),
      knowledge.text(ways),
    ]),
  ];
}
