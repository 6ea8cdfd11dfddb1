/** The conversations that exist now. One that ended is gone: its token opens nothing and its words are forgotten. */
import type { Bucket } from './bucket.ts';
import { fullBucket } from './bucket.ts';
import type { TokenClaims } from './tokens.ts';
import type { Transcript } from './transcript.ts';
import { makeTranscript } from './transcript.ts';
import type { Conversation, DirectLineDeps, Limits, Persona } from './types.ts';

/** A reader of the stream: told when there is something new, closed when the conversation ends. */
export interface Reader {
  wake(): void;
  close(code: number): void;
}

export interface LiveConversation extends Conversation {
  readonly transcript: Transcript;
  readonly messages: Bucket;
  readonly scans: Bucket;
  /** How often the fixed crisis text is written down without a reason in the words. */
  readonly warnings: Bucket;
  readonly readers: Set<Reader>;
  /** Answers given, by the client's own id of the message, so that the same message twice is answered once. */
  readonly answered: Map<string, Promise<string>>;
  /** One-time tickets for the stream, with the moment they end. */
  readonly tickets: Map<string, number>;
  /** Only a token of this generation is good, and the one before it until `olderUntil`. */
  generation: number;
  olderUntil: number;
  lastSaidAt: number;
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
  /** Remembers that the visitor said something just now. */
  heard(conversation: LiveConversation): void;
  /** A newer token from now on; asked again with the older one it stays the same. */
  renew(conversation: LiveConversation, generation: number): void;
  /** The conversation that these claims open, or null. */
  openedBy(claims: TokenClaims): LiveConversation | null;
  end(conversation: LiveConversation, closeCode: number): void;
  sweep(): number;
  all(): Iterable<LiveConversation>;
  size(): number;
}

export function makeConversations(
  deps: Pick<DirectLineDeps, 'limits' | 'now' | 'newId' | 'log' | 'onEnd'>,
): Conversations {
  const { limits, now, newId, log, onEnd } = deps;
  /** In order of the visitor's last word: who was silent longest comes first. */
  const live = new Map<string, LiveConversation>();
  let held = 0;

  function end(conversation: LiveConversation, closeCode: number): void {
    conversation.ended = true;
    live.delete(conversation.id);
    for (const reader of [...conversation.readers]) reader.close(closeCode);
    conversation.transcript.clear();
    conversation.answered.clear();
    conversation.tickets.clear();
    onEnd(conversation.id);
    // A turn that is under way may yet remember what it was told.
    if (conversation.pending > 0) {
      void conversation.tail.then(() => {
        onEnd(conversation.id);
      });
    }
  }

  function holdWithin(writing: string, change: number): void {
    held += change;
    if (change <= 0 || held <= limits.logSizeOverall) return;
    const before = live.size;
    for (const conversation of live.values()) {
      if (held <= limits.logSizeOverall) break;
      if (conversation.id !== writing && conversation.pending === 0) end(conversation, 1000);
    }
    log.warn('conversations-ended-for-memory', { channel: 'web', count: before - live.size });
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
      const id = newId();
      const conversation: LiveConversation = {
        id,
        userId: `dl_${newId()}`,
        persona,
        ipKey,
        createdAt,
        transcript: makeTranscript(limits.logEntries, limits.logSize, (change) => {
          holdWithin(id, change);
        }),
        messages: fullBucket(limits.messagesPerMinute, createdAt),
        scans: fullBucket(limits.scansPerMinute, createdAt),
        warnings: fullBucket(1, createdAt),
        readers: new Set(),
        answered: new Map(),
        tickets: new Map(),
        generation: 1,
        olderUntil: 0,
        lastSaidAt: createdAt.getTime(),
        expiresAt: createdAt.getTime() + limits.tokenMs,
        opened: false,
        pending: 0,
        tail: Promise.resolve(),
        ended: false,
      };
      live.set(id, conversation);
      return conversation;
    },
    get: (id) => live.get(id),
    heard(conversation) {
      conversation.lastSaidAt = now().getTime();
      live.delete(conversation.id);
      live.set(conversation.id, conversation);
    },
    renew(conversation, generation) {
      const at = now().getTime();
      conversation.expiresAt = at + limits.tokenMs;
      if (generation !== conversation.generation) return;
      conversation.generation += 1;
      conversation.olderUntil = at + limits.olderTokenMs;
    },
    openedBy({ conv, user, gen }) {
      const conversation = live.get(conv);
      const at = now().getTime();
      if (conversation?.userId !== user || isOver(conversation, at, limits)) return null;
      if (gen === conversation.generation) {
        // The newer token arrived, so nobody needs the older one.
        conversation.olderUntil = 0;
        return conversation;
      }
      return gen === conversation.generation - 1 && at <= conversation.olderUntil ? conversation : null;
    },
    end,
    sweep,
    all: () => live.values(),
    size: () => live.size,
  };
}

function isOver(conversation: LiveConversation, now: number, limits: Limits): boolean {
  if (now > conversation.expiresAt || now > conversation.lastSaidAt + limits.silentMs) return true;
  return !conversation.opened && now > conversation.createdAt.getTime() + limits.unopenedMs;
}
