import { decidedCard, dutchDate, type Pressed, wordsOf } from '../cards/index.ts';
import type { Escalation, Refusal } from '../cases/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { say } from './say.ts';
import { plainName } from './status.ts';
import type { Reply } from './types.ts';

/**
 * Why something is not done, in a sentence; a question that is closed also gets its final card, with the words that were
 * `typed` and not kept.
 */
export function refusalReplies(
  refusal: Refusal,
  cardRef: string | null,
  knowledge: Knowledge,
  typed?: string,
): readonly Reply[] {
  switch (refusal.kind) {
    // The sentence stands on the card itself: in Teams a press is answered with one card, and a message beside it costs a call.
    case 'already-decided': {
      const { by, at } = refusal.decision;
      const note = knowledge.text('weiger.already-decided', { naam: plainName(by.name), datum: dutchDate(at) });
      return [finalCard(refusal.escalation, cardRef, knowledge, { note, typed })];
    }
    case 'already-withdrawn': {
      const note = knowledge.text('weiger.already-withdrawn', { datum: dutchDate(refusal.at) });
      return [finalCard(refusal.escalation, cardRef, knowledge, { note, typed })];
    }
    default:
      return [say([knowledge.text(`weiger.${refusal.kind}`)])];
  }
}

export function finalCard(
  escalation: Escalation,
  cardRef: string | null,
  knowledge: Knowledge,
  pressed?: Pressed,
): Extract<Reply, { kind: 'card' }> {
  const card = decidedCard(escalation, wordsOf(knowledge), pressed);
  return { kind: 'card', card, summary: knowledge.text('besloten.samenvatting'), replaces: cardRef };
}
