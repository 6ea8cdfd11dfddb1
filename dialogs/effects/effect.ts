import type { Refusal } from '../../cases/index.ts';
import type { Spoken } from '../plain-words.ts';
import type { DialogDeps, DialogState, Reply, Turn } from '../types.ts';

/** With the text that led here; a family may be named in it. */
export interface EffectContext extends Spoken {
  readonly deps: DialogDeps;
  readonly turn: Turn;
  readonly answers: Readonly<Record<string, string>>;
  /** The code that was given or typed last in this conversation. */
  readonly followCode: string | undefined;
}

export interface EffectResult {
  readonly outcome: string;
  readonly replies: readonly Reply[];
  /** Kept with the answers of the flow. */
  readonly gathered?: Readonly<Record<string, string>>;
  /** Kept with the conversation, so that it need not be typed at every change. */
  readonly followCode?: string | undefined;
  /** Nothing was changed: "terug" may step back over it. */
  readonly undoable?: boolean;
  /** For the placeholders of what is said in this turn; kept nowhere, because a follow code is among them. */
  readonly values?: Readonly<Record<string, string>>;
  readonly drafts?: DialogState['drafts'];
  /** Nothing has to be done, or it lies on the desk already: what would start something comes last among the choices. */
  readonly allIsWell?: boolean;
}

/** The outcome when names of families can't be shown. */
export function notShown({ kind }: Refusal): string {
  return kind === 'audit-unavailable' ? 'niet-vastgelegd' : 'niet-bevoegd';
}

export type Effect = (context: EffectContext) => Promise<EffectResult>;
