import type { DialogDeps, DialogState, Reply, Turn } from '../types.ts';

export interface EffectContext {
  readonly deps: DialogDeps;
  readonly turn: Turn;
  readonly answers: Readonly<Record<string, string>>;
  /** The text that led here; a family may be named in it. */
  readonly said: string;
}

export interface EffectResult {
  readonly outcome: string;
  readonly replies: readonly Reply[];
  /** Kept with the answers of the flow. */
  readonly gathered?: Readonly<Record<string, string>>;
  /** For the placeholders of what is said in this turn; kept nowhere, because a follow code is among them. */
  readonly values?: Readonly<Record<string, string>>;
  readonly drafts?: DialogState['drafts'];
}

export type Effect = (context: EffectContext) => Promise<EffectResult>;
