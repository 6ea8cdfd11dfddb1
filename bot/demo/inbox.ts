/** The outbox of the terminal: what is due is put into words and kept for each person until that one looks. */
import type { Cases, NoticeTarget } from '../../cases/index.ts';
import type { Reply } from '../../dialogs/index.ts';
import type { Announce } from '../outbox/one-delivery.ts';
import { nothingStands } from '../outbox/standing-card.ts';

/** Rows of one round; every delivered row is settled, so the rounds end. */
const ROUND = 200;

export interface Inbox {
  /** What came for this actor id or address since the last time. */
  open(key: string): Promise<readonly Reply[]>;
}

interface InboxDeps {
  readonly cases: Pick<Cases, 'dueNotices' | 'noticeToDeliver' | 'settle'>;
  readonly announce: Announce;
}

const keyOf = (to: NoticeTarget): string => (to.kind === 'actor' ? to.id : to.key);

export function makeInbox({ cases, announce }: InboxDeps): Inbox {
  const waiting = new Map<string, Reply[]>();

  async function collect(): Promise<void> {
    for (let due = await cases.dueNotices(ROUND); due.length > 0; due = await cases.dueNotices(ROUND)) {
      for (const row of due) {
        const notice = await cases.noticeToDeliver(row);
        if (!notice) continue;
        const key = keyOf(notice.notice.to);
        waiting.set(key, [...(waiting.get(key) ?? []), ...(announce(notice, 'whole', nothingStands) ?? [])]);
        await cases.settle(row, { kind: 'delivered', activityId: null });
      }
    }
  }

  return {
    async open(key) {
      await collect();
      const news = waiting.get(key) ?? [];
      waiting.delete(key);
      return news;
    },
  };
}
