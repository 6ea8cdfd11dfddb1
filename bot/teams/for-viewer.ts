import type { Reply } from '../../dialogs/index.ts';

/**
 * Cards that refresh by themselves do so for this person only; `userId` is the id of Teams (`29:…`), the only kind that its
 * refresh knows. Who else gets hold of the card sees the base card, and is refused at a press.
 */
export function forViewer(replies: readonly Reply[], userId: string): readonly Reply[] {
  return replies.map((reply) => {
    if (reply.kind !== 'card' || reply.card.refresh === undefined) return reply;
    return { ...reply, card: { ...reply.card, refresh: { ...reply.card.refresh, userIds: [userId] } } };
  });
}
