import { decidedCard, dutchDate, wordsOf } from '../cards/index.ts';
import type { Escalation, Refusal } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { say } from './say.ts';
import { plainName } from './status.ts';
import type { Reply } from './types.ts';

/** Why something is not done, in a sentence; a question that is closed also gets its final card. */
export function refusalReplies(refusal: Refusal, cardRef: string | null, knowledge: Knowledge): readonly Reply[] {
  switch (refusal.kind) {
    case 'already-decided': {
      const { by, at } = refusal.decision;
      const values = { naam: plainName(by.name), datum: dutchDate(at) };
      return [
        say([knowledge.text('weiger.already-decided', values)]),
        finalCard(refusal.escalation, cardRef, knowledge),
      ];
    }
    case 'already-withdrawn': {
      const values = { datum: dutchDate(refusal.at) };
      return [
        say([knowledge.text('weiger.already-withdrawn', values)]),
        finalCard(refusal.escalation, cardRef, knowledge),
      ];
    }
    default:
      return [say([knowledge.text(`weiger.${refusal.kind}`)])];
  }
}

export function finalCard(escalation: Escalation, cardRef: string | null, knowledge: Knowledge): Reply {
  const card = decidedCard(escalation, wordsOf(knowledge));
  return { kind: 'card', card, summary: knowledge.text('besloten.samenvatting'), replaces: cardRef };
}
