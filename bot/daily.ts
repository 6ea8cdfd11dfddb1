/** What happens once a day: the stuck rules over all families, and the list of the day for each worker. */
import { type Cases, localDay } from '../cases/index.ts';
import { type DigestDeps, type Digests, makeDigests } from './digests.ts';
import type { OutboxDeps } from './outbox.ts';
import type { Round } from './rounds.ts';
import { makeSteadyClock } from './steady-clock.ts';

/** Families that could not be looked at, or whose card is kept off the desk, are tried again no sooner than this. */
const AGAIN_AFTER_MS = 60 * 60 * 1000;

export interface DailyDeps extends DigestDeps {
  readonly cases: Pick<Cases, 'lookAtAll'>;
  /** Something became due. */
  wake(): void;
}

export interface Daily {
  /** First the rules, so that what they find stands on the list. */
  readonly rounds: readonly Round[];
  /** The cases as the outbox sees them, with the lists of the day among what is due. */
  withDigests(cases: OutboxDeps['cases']): OutboxDeps['cases'];
}

export function makeDaily(deps: DailyDeps): Daily {
  const digests = makeDigests(deps);
  const sendDigests: Round = {
    name: 'digests',
    async run() {
      const changed = await digests.look();
      if (changed > 0) deps.wake();
      return { changed, failed: 0 };
    },
  };
  return { rounds: [stuckRules(deps), sendDigests], withDigests: (cases) => over(cases, digests) };
}

/** Running the rules twice on one day changes nothing, so what was looked at need not outlive the process. */
function stuckRules(deps: DailyDeps): Round {
  const clock = makeSteadyClock(() => deps.now());
  let done = '';
  let notBefore = Number.NEGATIVE_INFINITY;
  return {
    name: 'stuck-rules',
    async run(pause) {
      const today = localDay(deps.now());
      const at = clock();
      if (done === today || at < notBefore) return { changed: 0, failed: 0 };
      const { changed, held, failed } = await deps.cases.lookAtAll(pause);
      if (failed.length === 0 && held === 0) done = today;
      else notBefore = at + AGAIN_AFTER_MS;
      return { changed, held, failed: failed.length };
    },
  };
}

function over(cases: OutboxDeps['cases'], digests: Digests): OutboxDeps['cases'] {
  return {
    ...cases,
    dueNotices: async (limit) => [...digests.due(limit), ...(await cases.dueNotices(limit))],
    noticeToDeliver: (row) => (digests.owns(row) ? digests.toDeliver(row) : cases.noticeToDeliver(row)),
    settle: (row, outcome) => (digests.owns(row) ? digests.settle(row, outcome) : cases.settle(row, outcome)),
  };
}
