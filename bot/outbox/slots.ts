/** At most `size` pieces of work at the same time; the others wait in order. */
export function makeSlots(size: number) {
  const waiting: (() => void)[] = [];
  let busy = 0;
  return {
    async run<T>(work: () => Promise<T>): Promise<T> {
      if (busy >= size) await new Promise<void>((resolve) => waiting.push(resolve));
      else busy += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        // The slot passes on without being given back, so nobody can slip in between.
        if (next) next();
        else busy -= 1;
      }
    },
  };
}
