/** How the own question stands, and what comes first for this parent: something that was asked, or the choices. */
import { type Escalation, localDay } from '../../cases/index.ts';
import type { DialogDeps } from '../types.ts';
import { lookUp, openForParent } from '../parent/following.ts';
import { readerOf, type Shown, standing, summaryWaits } from '../parent/standing.ts';
import { authorName } from '../parent/steps.ts';
import { saysReopened } from '../parent/wants-reopened.ts';
import { wantsTakenBack } from '../parent/wants-taken-back.ts';
import { spoken } from '../plain-words.ts';
import { isSaid } from '../recognise.ts';
import type { EffectContext, EffectResult } from './effect.ts';
import { asked } from './react.ts';

/** With the code that was given or typed last in this conversation. */
export async function lookAtQuestion({ deps, turn, followCode }: EffectContext): Promise<EffectResult> {
  if (followCode === undefined) return unseen(deps, deps.knowledge.text('volgen.uitleg'));
  const seen = await lookUp(deps, turn, followCode);
  return seen.kind === 'unseen' ? unseen(deps, seen.because) : afterLook(seen, '', deps);
}

/** `said`: what was said besides the code. */
export function afterLook(shown: Shown, said: string, deps: DialogDeps): EffectResult {
  const { escalation } = shown;
  const outcome = comesFirst(escalation, said, deps);
  // Who said "yes, take it back" hears that it is done; the state before it would only confuse.
  const replies = outcome === 'intrekken-nu' ? [] : standing(shown, deps.knowledge);
  return { outcome, replies, gathered: keptOf(escalation, deps) };
}

function unseen(deps: DialogDeps, melding: string): EffectResult {
  return { outcome: 'lukt-niet', replies: [], gathered: keptOf(undefined, deps), values: { melding } };
}

function comesFirst(escalation: Escalation, said: string, deps: DialogDeps): string {
  const { knowledge } = deps;
  const { state, helped } = escalation;
  if (state.kind === 'withdrawn') return 'ingetrokken';
  const open = state.kind !== 'decided';
  if (open && isSaid(said, 'herken.intrekken-zeker', knowledge)) return 'intrekken-nu';
  const words = spoken(said);
  if (open && wantsTakenBack(words, knowledge)) return 'intrekken';
  if (openForParent(escalation).length > 0) return 'vraag-aan-u';
  const isDue = helped !== null && (helped.askedAt !== null || helped.askOn <= localDay(deps.now()));
  if (!open && isDue && helped.answer === null) return 'geholpen';
  if (!open && saysReopened(words, knowledge) !== undefined) return 'besloten';
  if (summaryWaits(escalation)) return 'samenvatting';
  return open ? 'loopt' : 'besloten';
}

function keptOf(escalation: Escalation | undefined, { knowledge }: DialogDeps): Readonly<Record<string, string>> {
  return {
    nummer: escalation?.number ?? '',
    stappen: escalation?.steps.map(({ id }) => id).join(' ') ?? '',
    samenvatting: escalation?.summary ?? '',
    vanWie: escalation === undefined ? '' : authorName(readerOf(escalation), knowledge),
    ...asked(escalation === undefined ? undefined : openForParent(escalation)[0], knowledge),
  };
}
