/** One writer at a time per document, in order of arrival; different documents don't wait for each other. */
export const makeLanes = () => {
  const last = new Map<string, Promise<unknown>>();
  return {
    run<T>(key: string, work: () => Promise<T>): Promise<T> {
      // What failed before was reported to who asked for it; the next in the lane starts all the same.
      const done = (last.get(key) ?? Promise.resolve()).then(work, work);
      last.set(key, done);
      const leave = () => {
        if (last.get(key) === done) last.delete(key);
      };
      done.then(leave, leave);
      return done;
    },
    idle: async (): Promise<void> => {
      await Promise.allSettled(last.values());
    },
  };
};
