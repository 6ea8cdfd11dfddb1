import { pickFamilyCard, wordsOf } from '../../cards/index.ts';
import { familiesIn, namesAFamily, namesUnknownFamily } from '../family-in-text.ts';
import { handOut } from '../handed-out.ts';
import { say } from '../say.ts';
import { unknownFamily } from '../work/unknown-family.ts';
import { nameBesideWork } from '../work/work-words.ts';
import { type EffectContext, type EffectResult, notShown } from './effect.ts';

/** Which family is meant: from the text, else the only one there is, else one card to choose from. */
export async function findFamily(context: EffectContext): Promise<EffectResult> {
  const { deps, turn, said } = context;
  const { actor } = turn;
  const { knowledge, cases } = deps;
  if (actor.kind === 'parent') return { outcome: 'niet-bevoegd', replies: [] };
  const own = await cases.ownCases(actor);
  if (own.length === 0) return { outcome: 'geen-gezinnen', replies: [] };
  const named = familiesIn(context, own, knowledge);
  const saysName = nameBesideWork(context, knowledge).length > 0;
  const meansAny = named.length === 0 && !saysName && !namesAFamily(context, knowledge);
  const only = meansAny && own.length === 1 ? own : named;
  const [found] = only;
  if (found !== undefined && only.length === 1) {
    return { outcome: 'gevonden', replies: [], gathered: { gezin: found.caseId } };
  }
  const shown = await cases.showOwnCases(actor);
  if ('kind' in shown) return { outcome: notShown(shown), replies: [] };
  const isUnknown = named.length === 0 && (saysName || namesUnknownFamily(said, knowledge));
  const rows = shown
    .filter(({ caseId }) => named.length === 0 || named.some((one) => one.caseId === caseId))
    .map((one) => ({ ...one, cardRef: handOut(deps, one.caseId) }));
  const card = pickFamilyCard(rows, wordsOf(knowledge));
  return {
    outcome: 'kiezen',
    replies: [
      ...(isUnknown ? [say(unknownFamily(knowledge))] : []),
      { kind: 'card', card, summary: knowledge.text('kies-gezin.samenvatting'), replaces: null },
    ],
    drafts: rows.map(({ cardRef, caseId }) => [cardRef, { caseId }]),
  };
}
