import { sentAlong, understood } from '../parent/understanding.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** What the assistant understands, to be put to the parent; nothing is sent yet. */
export function makeSummary({ deps: { knowledge }, answers }: EffectContext): Promise<EffectResult> {
  const gathered = { samenvatting: understood(answers, knowledge), meegestuurd: sentAlong(answers, knowledge) };
  return Promise.resolve({ outcome: 'gemaakt', replies: [], gathered, undoable: true });
}
