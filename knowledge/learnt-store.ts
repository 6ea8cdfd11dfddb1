/** Keeps what was learnt from the examples until the next start: learning takes most of a start. */
export interface LearntStore {
  /**
   * What `make` made of this very source before, else what it makes now. Both are plain data: `source` as JSON has it, and
   * what is made also with typed arrays and maps.
   */
  get<Made>(source: unknown, make: () => Made): Made;
}

export const learnsEveryTime: LearntStore = { get: (_source, make) => make() };
