/** "cijfers", "in beeld": how the families are doing, for an officer. */
import { figuresCard, shownFigures, wordsOf } from '../cards/index.ts';
import { refusalReplies } from './refusals.ts';
import type { DialogDeps, Reply, Turn } from './types.ts';

export async function inView(deps: DialogDeps, { actor }: Turn): Promise<readonly Reply[]> {
  const { knowledge, cases } = deps;
  if (actor.kind !== 'officer') return refusalReplies({ kind: 'not-allowed' }, null, knowledge);
  const figures = await cases.inView(actor, () => deps.pause());
  if ('kind' in figures) return refusalReplies(figures, null, knowledge);
  const card = figuresCard(shownFigures(figures), wordsOf(knowledge));
  return [{ kind: 'card', card, summary: knowledge.text('cijfers.samenvatting'), replaces: null }];
}
