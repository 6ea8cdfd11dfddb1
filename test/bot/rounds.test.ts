import { expect } from 'chai';
import fc from 'fast-check';
import { makeLog } from '../../bot/log.ts';
import { makeRounds, type Round } from '../../bot/rounds.ts';

const done = { changed: 0, failed: 0 };

const handTimers = () => {
  const ticks = new Set<() => void>();
  return {
    tick: () => {
      for (const run of [...ticks]) run();
    },
    running: () => ticks.size,
    every: (_ms: number, run: () => void) => {
      ticks.add(run);
      return () => {
        ticks.delete(run);
      };
    },
  };
};

/** Something that can be waited for until the test opens it. */
const aGate = () => {
  const gate: { open(): void; wait: Promise<void> } = { open: () => undefined, wait: Promise.resolve() };
  gate.wait = new Promise((resolve) => {
    gate.open = () => {
      resolve();
    };
  });
  return gate;
};

const settled = () => new Promise((resolve) => setImmediate(resolve));

const some = (rounds: readonly Round[], pause: () => Promise<void> = () => Promise.resolve()) => {
  const lines: string[] = [];
  const timers = handTimers();
  const log = makeLog({
    level: 'debug',
    stream: { write: (line) => lines.push(line) },
    now: () => new Date('2026-11-23T09:00:00.000Z'),
  });
  const made = makeRounds({ rounds, log, timers, everyMs: 60_000, pause });
  return {
    timers,
    lines,
    start: () => {
      made.start();
      made.wake();
    },
    runNow: () => made.runNow(),
    stop: () => made.stop(),
  };
};

describe('the rounds that the clock sets off', () => {
  it('run when woken and at every tick, one after the other, in their order', async () => {
    const order: string[] = [];
    const named = (name: string): Round => ({
      name,
      run: async () => {
        order.push(`${name} begins`);
        await settled();
        order.push(`${name} ends`);
        return done;
      },
    });
    const { start, timers, stop } = some([named('one'), named('two')]);
    start();
    for (let turn = 0; turn < 4; turn += 1) await settled();
    expect(order).to.deep.equal(['one begins', 'one ends', 'two begins', 'two ends']);
    timers.tick();
    for (let turn = 0; turn < 4; turn += 1) await settled();
    expect(order).to.have.length(8);
    await stop();
  });

  it('are never under way twice, however many ticks and calls come', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('tick', 'now', 'let-go'), { minLength: 1, maxLength: 40 }),
        async (events) => {
          let underWay = 0;
          let most = 0;
          let ran = 0;
          let gate = aGate();
          const { start, timers, runNow, stop } = some([
            {
              name: 'slow',
              run: async () => {
                underWay += 1;
                most = Math.max(most, underWay);
                await gate.wait;
                underWay -= 1;
                ran += 1;
                return done;
              },
            },
          ]);
          start();
          const asked: Promise<void>[] = [];
          for (const event of events) {
            if (event === 'tick') timers.tick();
            else if (event === 'now') asked.push(runNow());
            else {
              gate.open();
              gate = aGate();
            }
            await settled();
          }
          const all = Promise.all(asked);
          const waiting = { over: false };
          void all.then(() => {
            waiting.over = true;
          });
          while (!waiting.over) {
            gate.open();
            await settled();
          }
          gate.open();
          await stop();
          expect(most).to.equal(1);
          expect(ran).to.be.at.least(asked.length === 0 ? 1 : 2);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('go on after one that fails, and tell the fault as a code without its words', async () => {
    let ran = 0;
    const { runNow, lines } = some([
      { name: 'due-dates', run: () => Promise.reject(new RangeError('Gezin De Vries, bsn 123456782')) },
      {
        name: 'daily',
        run: () => {
          ran += 1;
          return Promise.resolve({ changed: 2, failed: 1 });
        },
      },
    ]);
    await runNow();
    expect(ran).to.equal(1);
    const log = lines.join('');
    expect(log).to.contain('"event":"round-failed","code":"RangeError","kind":"due-dates"');
    expect(log).to.match(/"event":"round-incomplete".*"kind":"daily","count":1/);
    expect(log).to.not.contain('Vries').and.to.not.contain('123456782');
  });

  it('outlive a round that throws at once', async () => {
    let ran = 0;
    const { runNow } = some([
      {
        name: 'broken',
        run: () => {
          throw new Error('at once');
        },
      },
      {
        name: 'whole',
        run: () => {
          ran += 1;
          return Promise.resolve(done);
        },
      },
    ]);
    await runNow();
    await runNow();
    expect(ran).to.equal(2);
  });

  it('tell an operator when one does not end', async () => {
    const gate = aGate();
    const { start, timers, lines, stop } = some([{ name: 'stuck', run: () => gate.wait.then(() => done) }]);
    start();
    for (let tick = 0; tick < 9; tick += 1) timers.tick();
    expect(lines.join('')).to.not.contain('round-does-not-end');
    timers.tick();
    expect(lines.join('')).to.match(/"event":"round-does-not-end","kind":"stuck"/);
    gate.open();
    await stop();
  });

  it('end at their next pause when everything stops, without a fault, and nothing begins any more', async () => {
    const gate = aGate();
    const looked: number[] = [];
    let second = 0;
    const { start, timers, stop, runNow, lines } = some(
      [
        {
          name: 'long',
          run: async (pause) => {
            for (let family = 0; family < 1000; family += 1) {
              looked.push(family);
              await pause();
            }
            return done;
          },
        },
        {
          name: 'next',
          run: () => {
            second += 1;
            return Promise.resolve(done);
          },
        },
      ],
      () => gate.wait,
    );
    start();
    await settled();
    const stopped = stop();
    gate.open();
    await stopped;
    expect(looked).to.deep.equal([0]);
    expect(second).to.equal(0);
    expect(timers.running()).to.equal(0);
    await runNow();
    timers.tick();
    await settled();
    expect(looked).to.deep.equal([0]);
    expect(lines.join('')).to.not.contain('error');
  });
});
