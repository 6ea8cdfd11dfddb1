import { pickFamilyCard, wordsOf } from '../../cards/index.ts';
import { familiesIn, namesAFamily } from '../family-in-text.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** Which family is meant: from the text, else the only one there is, else one card to choose from. */
export async function findFamily({ deps, turn, said }: EffectContext): Promise<EffectResult> {
  const { actor } = turn;
  const { knowledge, cases } = deps;
  if (actor.kind === 'parent') return { outcome: 'niet-bevoegd', replies: [] };
  const own = await cases.ownCases(actor);
  if (own.length === 0) return { outcome: 'geen-gezinnen', replies: [] };
  const named = familiesIn(said, own, knowledge);
  const only = named.length === 0 && own.length === 1 && !namesAFamily(said, knowledge) ? own : named;
  const [found] = only;
  if (found !== undefined && only.length === 1) {
    return { outcome: 'gevonden', replies: [], gathered: { gezin: found.caseId } };
  }
  const rows = (named.length > 0 ? named : own).map((one) => ({ ...one, cardRef: deps.newId() }));
  const card = pickFamilyCard(rows, wordsOf(knowledge));
  return {
    outcome: 'kiezen',
    replies: [{ kind: 'card', card, summary: knowledge.text('kies-gezin.samenvatting'), replaces: null }],
    drafts: rows.map(({ cardRef, caseId }) => [cardRef, { caseId }]),
  };
}
