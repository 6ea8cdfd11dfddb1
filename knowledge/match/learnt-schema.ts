/** The shape of what was learnt, for reading it back from where it was kept. */
import { z } from 'zod';
import type { Learnt } from './learn.ts';

const floats = z.instanceof(Float32Array);
const integers = z.instanceof(Int32Array);
const places = z.instanceof(Uint32Array);
const small = z.instanceof(Uint16Array);

const cells = z.object({ begins: places, rows: small, values: small, step: z.number() });
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
  /** By word of the examples and the rules that is probably misspelt: the usual one. */
  readonly usual: ReadonlyMap<string, string>;
  readonly learnt: Learnt;
}

export const keptSchema: z.ZodType<Kept> = z.object({
  vocabulary: z.custom<Kept['vocabulary']>((made) => isMapTo('number', made)),
  usual: z.custom<Kept['usual']>((made) => isMapTo('string', made)),
  learnt,
});

/** Not `z.map`, which makes a result object of each of 20,000 words while a start waits. */
function isMapTo(type: 'number' | 'string', made: unknown): boolean {
  if (!(made instanceof Map)) return false;
  for (const [word, value] of made) if (typeof word !== 'string' || typeof value !== type) return false;
  return true;
}
