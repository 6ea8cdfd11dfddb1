import { onDeskOf, verdictCard, wordsOf } from '../../cards/index.ts';
import type { Refusal } from '../../cases/index.ts';
import { filingIsClosed } from '../filing-gate.ts';
import { handOut } from '../handed-out.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** The check itself. Where the look can't be recorded, nothing is shown. */
export async function checkFamily({ deps, turn, answers }: EffectContext): Promise<EffectResult> {
  const { actor } = turn;
  const { knowledge, cases } = deps;
  const caseId = answers.gezin;
  if (actor.kind === 'parent') return { outcome: 'geen-toegang', replies: [] };
  if (caseId === undefined) return { outcome: 'niet-gevonden', replies: [] };
  const checked = await cases.check(actor, caseId);
  if (checked.kind !== 'checked') return { outcome: outcomeOf(checked), replies: [] };
  const fileRef = actor.kind === 'worker' && !filingIsClosed(knowledge) ? handOut(deps, caseId) : null;
  const onDesk = onDeskOf(checked.familyCase, await deps.desk.officers(), actor.id);
  const verdict = {
    ...checked,
    onDesk,
    lookedAt: deps.now(),
    planKinds: knowledge.settings.plannen.teltAlsPlan,
    fileRef,
  };
  const card = verdictCard(verdict, wordsOf(knowledge));
  return {
    outcome: 'getoond',
    replies: [{ kind: 'card', card, summary: knowledge.text('check.samenvatting'), replaces: null }],
    ...(fileRef === null ? {} : { drafts: [[fileRef, { caseId }]] }),
    allIsWell: checked.finding.kind === 'in-order' || onDesk !== undefined,
  };
}

function outcomeOf(refusal: Refusal): string {
  if (refusal.kind === 'not-found') return 'niet-gevonden';
  return refusal.kind === 'audit-unavailable' ? 'niet-vastgelegd' : 'geen-toegang';
}
