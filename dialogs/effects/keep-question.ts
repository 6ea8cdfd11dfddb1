/** "Nee, laat mijn vraag staan": with whom it lies now, and what happens next. Nothing is changed. */
import { lookUp } from '../parent/following.ts';
import { standsNow } from '../parent/standing.ts';
import type { EffectContext, EffectResult } from './effect.ts';

/** Looked up anew: it may have been taken, decided or taken back since the question was asked. */
export async function keepQuestion({ deps, turn, followCode }: EffectContext): Promise<EffectResult> {
  const { knowledge } = deps;
  if (followCode === undefined) return failed(knowledge.text('volgen.uitleg'));
  const seen = await lookUp(deps, turn, followCode);
  if (seen.kind === 'unseen') return failed(seen.because);
  if (seen.escalation.state.kind === 'withdrawn') return { outcome: 'ingetrokken', replies: [] };
  return { outcome: 'blijft', replies: [], gathered: { stand: standsNow(seen, knowledge).join('\n') } };
}

function failed(melding: string): EffectResult {
  return { outcome: 'lukt-niet', replies: [], values: { melding } };
}
