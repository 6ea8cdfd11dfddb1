import { expect } from 'chai';
import { makeCore } from '../../bot/core.ts';
import { makeLog } from '../../bot/log.ts';
import { aCard, anEscalatedCase } from '../support/a-family-case.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { aCaseWorld } from '../support/case-world.ts';
import { nobodyThere } from '../support/nobody-there.ts';

const MINUTE = 60_000;

describe('a notice that did not arrive', () => {
  it('is tried again after its wait, and no later because the clock was set back on the same day', async () => {
    const due = { kind: 'pending', dueAt: '2026-11-23T12:00:00.000Z', tries: 3 } as const;
    const escalated = anEscalatedCase({ cards: [aCard()] });
    const notices = escalated.notices.map((notice) => ({ ...notice, state: due }));
    const { deps, pass, setTime } = await aCaseWorld({ cases: [{ ...escalated, notices }] });
    setTime('2026-11-23T12:00:00.000Z');
    const { cases } = makeCore({
      ...deps,
      register: { ...deps.register, ids: () => Promise.resolve(['case-1']) },
      knowledge: aKnowledge(),
      people: nobodyThere(),
      world: deps,
      log: makeLog({ level: 'silent', stream: { write: () => true }, now: () => deps.now() }),
      followCodeTries: { mayTry: () => true, worked: () => undefined },
      followCodeKeys: (conversation) => [conversation],
      pause: () => Promise.resolve(),
      onChange: () => undefined,
    });
    const [row, ...others] = await cases.dueNotices(10);
    if (row === undefined) throw new Error('nothing is due');
    expect(others).to.deep.equal([]);
    await cases.noticeToDeliver(row);
    await cases.settle(row, { kind: 'not-delivered', retryAfterMs: 10 * MINUTE, because: '429' });
    setTime('2026-11-23T07:00:00.000Z');
    expect(await cases.dueNotices(10), 'not before the wait').to.deep.equal([]);
    pass(10 * MINUTE - 1);
    expect(await cases.dueNotices(10), 'not before the wait').to.deep.equal([]);
    pass(1);
    const [again] = await cases.dueNotices(10);
    if (again === undefined) throw new Error('it waits as long as the jump');
    expect(await cases.noticeToDeliver(again)).to.not.equal(undefined);
  });
});
