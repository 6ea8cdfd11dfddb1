/** Writes activities into a conversation, with the ids, times and names that are ours to give. */
import { z } from 'zod';
import type { LiveConversation } from './conversations.ts';
import type { IncomingActivity, OutgoingActivity } from './types.ts';

const BOT = { id: 'regiewijzer', role: 'bot' } as const;
const urgentMark = z.object({ regie: z.object({ tone: z.literal('urgent') }) });
const written = z.object({
  activities: z.array(z.looseObject({ id: z.string(), channelData: z.unknown().optional() })),
});

export type WrittenActivity = OutgoingActivity & { readonly id: string };

export interface Say {
  to(conversation: LiveConversation, activities: readonly OutgoingActivity[]): WrittenActivity[];
  /** A newer version of an activity: a new entry with the same id, else a client that polls never sees it. */
  update(conversation: LiveConversation, activity: WrittenActivity): void;
  remove(conversation: LiveConversation, activityId: string): void;
  /** Writes down what the visitor said and gives what the bot is to hear. */
  heard(
    conversation: LiveConversation,
    text: string | null,
    value: IncomingActivity['value'] | null,
    clientActivityID: string | null,
  ): IncomingActivity;
  opened(conversation: LiveConversation): IncomingActivity;
  /** What the bot said since then with the tone that a crisis asks for. */
  urgentSince(conversation: LiveConversation, watermark: number): object[];
}

export function makeSay({ now }: { now: () => Date }): Say {
  let counter = 0;
  const nextId = (conversation: LiveConversation) => {
    counter += 1;
    return `${conversation.id}|${String(counter).padStart(7, '0')}`;
  };
  const envelope = (conversation: LiveConversation) => ({
    timestamp: now(),
    channelId: 'directline' as const,
    conversation: { id: conversation.id, isGroup: false, conversationType: 'personal', name: '' },
  });
  const visitor = (conversation: LiveConversation) => ({ id: conversation.userId, name: '', role: 'user' });
  const bot = { ...BOT, name: '' };

  function append(conversation: LiveConversation, activity: object): void {
    if (conversation.ended) return;
    conversation.transcript.append(activity);
    for (const reader of conversation.readers) reader.wake();
  }

  return {
    to: (conversation, activities) =>
      activities.map((activity) => {
        const complete = { ...activity, ...envelope(conversation), id: nextId(conversation), from: BOT };
        append(conversation, complete);
        return { ...activity, id: complete.id };
      }),
    update(conversation, activity) {
      append(conversation, { ...activity, ...envelope(conversation), from: BOT });
    },
    remove(conversation, activityId) {
      append(conversation, { type: 'messageDelete', id: activityId, ...envelope(conversation), from: BOT });
    },
    heard(conversation, text, value, clientActivityID) {
      const id = nextId(conversation);
      const said = text === null ? {} : { text };
      const shared = { type: 'message' as const, id, ...envelope(conversation), ...said };
      // Without its own id in the echo a client shows "sending" for ever. The value of a card is nobody's to see again.
      const echo = clientActivityID === null ? {} : { channelData: { clientActivityID } };
      append(conversation, { ...shared, from: { id: conversation.userId, role: 'user' }, ...echo });
      return { ...shared, from: visitor(conversation), recipient: bot, ...(value ? { value } : {}) };
    },
    opened: (conversation) => ({
      type: 'conversationUpdate',
      id: nextId(conversation),
      ...envelope(conversation),
      from: visitor(conversation),
      recipient: bot,
      membersAdded: [visitor(conversation)],
    }),
    urgentSince(conversation, watermark) {
      const since = conversation.transcript.since(watermark);
      if (since === null) return [];
      return written
        .parse(JSON.parse(since.json))
        .activities.filter(({ channelData }) => urgentMark.safeParse(channelData).success);
    },
  };
}
