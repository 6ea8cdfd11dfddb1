/** The shape of what was learnt, for reading it back from where it was kept. */
import { z } from 'zod';
import type { Learnt } from './learn.ts';

const floats = z.instanceof(Float32Array);
const integers = z.instanceof(Int32Array);
const places = z.instanceof(Uint32Array);
const small = z.instanceof(Uint16Array);

const cells = z.object({ begins: places, rows: small, values: floats });
const linear = z.object({ weights: floats, bias: z.number() });
const learnt = z.object({
  intents: z.array(z.string()),
  intentOf: small,
  features: z.object({ keys: integers, numbers: integers, size: z.number() }),
  rarity: floats,
  likelihood: z.object({ gains: cells, burdens: floats }),
  near: cells,
  scope: z.object({ says: floats, linear }),
  danger: linear,
});

export interface Kept {
  /** By word, how often the examples have it. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly learnt: Learnt;
}

export const keptSchema: z.ZodType<Kept> = z.object({ vocabulary: z.map(z.string(), z.number()), learnt });
