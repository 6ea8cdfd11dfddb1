import type { z } from 'zod';

/** Keeps what was learnt from the examples until the next start: learning takes most of a start. */
export interface LearntStore {
  /**
   * What `make` made of this very source before, else what it makes now. Both are plain data: `source` as JSON has it, and
   * what is made, which `schema` describes, also with typed arrays and maps.
   */
  get<Made>(source: unknown, schema: z.ZodType<Made>, make: () => Made): Made;
}

export const learnsEveryTime: LearntStore = { get: (_source, _schema, make) => make() };
