/** Waiting, as a port: the real one stands in `world.ts`. Both give back how to cancel. */
export interface Timers {
  after(ms: number, run: () => void): () => void;
  every(ms: number, run: () => void): () => void;
}

/** Resolves when the work is over, however it ended, or when the time is up: `in-time` or `too-late`. */
export function within(timers: Timers, ms: number, work: Promise<unknown>): Promise<'in-time' | 'too-late'> {
  return new Promise((resolve) => {
    const cancel = timers.after(ms, () => {
      resolve('too-late');
    });
    const done = () => {
      cancel();
      resolve('in-time');
    };
    work.then(done, done);
  });
}
