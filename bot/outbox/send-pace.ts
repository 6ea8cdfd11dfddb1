/** Half of what Teams allows (docs/decisions/outbox.md): the replies of ordinary turns go to the same conversations. */
export interface PaceLimit {
  readonly windowMs: number;
  readonly sends: number;
}

export const PER_CONVERSATION: readonly PaceLimit[] = [
  { windowMs: 1000, sends: 3 },
  { windowMs: 2000, sends: 4 },
  { windowMs: 30_000, sends: 30 },
  { windowMs: 3_600_000, sends: 900 },
];
export const PER_TENANT: readonly PaceLimit[] = [{ windowMs: 1000, sends: 15 }];

export interface SendPace {
  /** Milliseconds until a send to this conversation fits; 0 takes the place at once. */
  take(conversation: string): number;
}

/** Counts real moments, so no window of the given length ever holds more sends than its limit. */
export function makeSendPace(now: () => Date): SendPace {
  const all: number[] = [];
  const byConversation = new Map<string, number[]>();
  return {
    take(conversation) {
      const at = now().getTime();
      const own = byConversation.get(conversation) ?? [];
      const wait = Math.max(waitFor(own, PER_CONVERSATION, at), waitFor(all, PER_TENANT, at));
      if (wait > 0) return wait;
      own.push(at);
      all.push(at);
      byConversation.set(conversation, own);
      return 0;
    },
  };
}

function waitFor(sends: number[], limits: readonly PaceLimit[], at: number): number {
  const longest = Math.max(...limits.map(({ windowMs }) => windowMs));
  // A clock that was set back leaves moments in the future; they would block for as long as the jump was.
  const kept = sends.filter((send) => send > at - longest && send <= at);
  sends.splice(0, sends.length, ...kept);
  const waits = limits.map((limit) => {
    const oldestThatCounts = sends.at(-limit.sends);
    return oldestThatCounts === undefined ? 0 : oldestThatCounts + limit.windowMs - at;
  });
  return Math.max(0, ...waits);
}
