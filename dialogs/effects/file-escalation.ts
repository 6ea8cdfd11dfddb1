/** A parent's question goes to the aanspreekpunt: number, follow code and promised date come back. */
import { dutchDay } from '../../cards/index.ts';
import type { FilingAnswers } from '../../cases/index.ts';
import type { EffectContext, EffectResult } from './effect.ts';

export async function fileEscalation({ deps, turn, answers }: EffectContext): Promise<EffectResult> {
  const { actor } = turn;
  const ownWords = answers.eigenWoorden;
  if (actor.kind !== 'parent' || ownWords === undefined) return { outcome: 'niet-mogelijk', replies: [] };
  const filing = {
    ownWords,
    summary: null,
    answers: filingAnswers(answers),
    caseId: null,
    replyTo: actor.address,
  };
  const filed = await deps.cases.file(actor, filing, turn.commandId);
  if (filed.kind !== 'filed') return { outcome: 'niet-mogelijk', replies: [] };
  const { number: nummer, due } = filed.escalation;
  const volgcode = filed.followCode ?? deps.knowledge.text('indienen.code-eerder');
  return {
    outcome: 'ingediend',
    replies: [],
    gathered: { ingediend: nummer },
    values: { nummer, volgcode, datum: dutchDay(due) },
  };
}

/** The kept values may be Dutch or English; everything else, and a skipped question, is `unknown`. */
export function filingAnswers(answers: Readonly<Record<string, string>>): FilingAnswers {
  return { complex: yesNo(answers.complex), stuck: stuck(answers.vast), harm: yesNo(answers.schade) };
}

function yesNo(value: string | undefined): 'yes' | 'no' | 'unknown' {
  if (value === 'yes' || value === 'ja') return 'yes';
  return value === 'no' || value === 'nee' ? 'no' : 'unknown';
}

function stuck(value: string | undefined): FilingAnswers['stuck'] {
  if (value === 'stuck' || value === 'vast' || value === 'ja') return 'stuck';
  return value === 'about-to' || value === 'dreigt' || value === 'bijna' ? 'about-to' : 'unknown';
}
