/** The conversations that exist now. One that ended is gone: its token opens nothing and its words are forgotten. */
import type { Bucket } from './bucket.ts';
import { fullBucket } from './bucket.ts';
import type { TokenClaims } from './tokens.ts';
import type { Transcript } from './transcript.ts';
import { makeTranscript } from './transcript.ts';
import type { Conversation, Limits, Persona } from './types.ts';

/** A reader of the stream: told when there is something new, closed when the conversation ends. */
export interface Reader {
  wake(): void;
  close(code: number): void;
}

export interface LiveConversation extends Conversation {
  readonly transcript: Transcript;
  readonly messages: Bucket;
  readonly readers: Set<Reader>;
  /** Answers given, by the client's own id of the message, so that the same message twice is answered once. */
  readonly answered: Map<string, Promise<string>>;
  /** One-time tickets for the stream, with the moment they end. */
  readonly tickets: Map<string, number>;
  /** Only a token of this generation is good. */
  generation: number;
  /** End of the newest token; then nobody can come back and the conversation is forgotten. */
  expiresAt: number;
  opened: boolean;
  /** Turns in progress or waiting. */
  pending: number;
  tail: Promise<void>;
  ended: boolean;
}

export interface Conversations {
  /** null when there are too many to add one. */
  create(persona: Persona | null, ipKey: string): LiveConversation | null;
  get(id: string): LiveConversation | undefined;
  /** The conversation that these claims open, or null. */
  openedBy(claims: TokenClaims): LiveConversation | null;
  end(conversation: LiveConversation, closeCode: number): void;
  sweep(): number;
  all(): Iterable<LiveConversation>;
  size(): number;
}

export function makeConversations(deps: { limits: Limits; now: () => Date; newId: () => string }): Conversations {
  const { limits, now, newId } = deps;
  const live = new Map<string, LiveConversation>();

  function end(conversation: LiveConversation, closeCode: number): void {
    conversation.ended = true;
    live.delete(conversation.id);
    for (const reader of [...conversation.readers]) reader.close(closeCode);
    conversation.transcript.clear();
    conversation.answered.clear();
  }

  /** Opened ones stay: only a page that never came to talk makes room. */
  function makeRoom(): boolean {
    if (live.size < limits.conversations) return true;
    for (const conversation of live.values()) {
      if (conversation.opened) continue;
      end(conversation, 1000);
      return true;
    }
    return false;
  }

  function sweep(): number {
    const before = live.size;
    for (const conversation of live.values())
      if (isOver(conversation, now().getTime(), limits)) end(conversation, 1000);
    return before - live.size;
  }

  return {
    create(persona, ipKey) {
      if (!makeRoom()) return null;
      const createdAt = now();
      const conversation: LiveConversation = {
        id: newId(),
        userId: `dl_${newId()}`,
        persona,
        ipKey,
        createdAt,
        transcript: makeTranscript(limits.logEntries, limits.logSize),
        messages: fullBucket(limits.messagesPerMinute, createdAt),
        readers: new Set(),
        answered: new Map(),
        tickets: new Map(),
        generation: 1,
        expiresAt: createdAt.getTime() + limits.tokenMs,
        opened: false,
        pending: 0,
        tail: Promise.resolve(),
        ended: false,
      };
      live.set(conversation.id, conversation);
      return conversation;
    },
    get: (id) => live.get(id),
    openedBy({ conv, user, gen }) {
      const conversation = live.get(conv);
      return conversation?.userId === user && conversation.generation === gen ? conversation : null;
    },
    end,
    sweep,
    all: () => live.values(),
    size: () => live.size,
  };
}

function isOver(conversation: LiveConversation, now: number, limits: Limits): boolean {
  if (now > conversation.expiresAt) return true;
  return !conversation.opened && now > conversation.createdAt.getTime() + limits.unopenedMs;
}
