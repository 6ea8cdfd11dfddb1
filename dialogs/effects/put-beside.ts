import { longestWords } from '../../cases/index.ts';
import { ownWordsOf } from '../parent/own-words.ts';
import { say } from '../say.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** What was typed under the summary goes along with the own words: the parent saw it again and said yes. */
export function putBeside({ deps: { knowledge }, answers }: EffectContext): Promise<EffectResult> {
  const parts = [answers.erbijGezet, answers.aanvulling].filter((part) => part !== undefined);
  const gathered = { erbijGezet: parts.join('\n') };
  const length = ownWordsOf({ ...answers, ...gathered })?.length ?? 0;
  if (length <= longestWords) return Promise.resolve({ outcome: 'gelukt', replies: [], gathered, undoable: true });
  const values = { aantal: String(length), maximum: String(longestWords) };
  return Promise.resolve({
    outcome: 'te-lang',
    replies: [say([knowledge.text('flow.te-lang', values)])],
    undoable: true,
  });
}
