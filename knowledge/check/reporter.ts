import type { KnowledgeFault } from '../knowledge.ts';
import type { Merged } from '../merge-layers.ts';

/**
 * The catalogue of what can happen in a flow; owned by the code that makes it happen. `biedt`: placeholders for the rest of
 * the turn; `bewaart`: placeholders that stay, as if somebody had answered them.
 */
export type EffectCatalogue = Readonly<
  Record<
    string,
    {
      readonly uitkomsten: readonly string[];
      readonly biedt: readonly string[];
      readonly bewaart?: readonly string[];
    }
  >
>;

/** Texts that the code asks for, with the placeholders it offers to each. */
export type TextCatalogue = Readonly<Record<string, readonly string[]>>;

export interface CheckInput {
  readonly merged: Merged;
  readonly effects: EffectCatalogue;
  readonly texts?: TextCatalogue | undefined;
  readonly now?: Date | undefined;
}

export interface Report {
  readonly faults: KnowledgeFault[];
  readonly warnings: KnowledgeFault[];
}

/** The file in which `faq/wachtlijst` or `plekken` was written. */
export function fileOf({ origins, nationalName }: Pick<Merged, 'origins' | 'nationalName'>, key: string): string {
  return origins.get(key) ?? `${nationalName}/${key}.json`;
}

/** The file in which one entry of `teksten`, `plekken` or another file with names was written: both layers may have some. */
export function entryOf(merged: Pick<Merged, 'origins' | 'nationalName'>, file: string, key: string): string {
  return merged.origins.get(`${file}#${key}`) ?? fileOf(merged, file);
}
