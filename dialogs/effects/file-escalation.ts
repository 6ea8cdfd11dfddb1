/** A parent's question goes to the aanspreekpunt: number, follow code and promised date come back. */
import { dutchDay } from '../../cards/index.ts';
import { type Actor, type Escalation, type Filed, type Filing, localDay } from '../../cases/index.ts';
import { dangerIn } from '../danger-in-words.ts';
import { ownWordsOf } from '../parent/own-words.ts';
import { filingAnswers } from '../parent/understanding.ts';
import { plainName } from '../status.ts';
import type { EffectContext, EffectResult } from './effect.ts';
import { filedAlready } from './filed-already.ts';

export async function fileEscalation(context: EffectContext): Promise<EffectResult> {
  const { deps, turn, answers } = context;
  const { actor } = turn;
  const ownWords = ownWordsOf(answers);
  if (actor.kind !== 'parent' || ownWords === undefined) return { outcome: 'niet-mogelijk', replies: [] };
  const before = await filedAlready(context, ownWords);
  if (before !== undefined) return alreadyThere(before, context);
  const filed = await deps.cases.file(actor, filingOf(context, ownWords, actor.address), turn.commandId);
  if (filed.kind !== 'filed') return { outcome: 'niet-mogelijk', replies: [] };
  await correctAtOnce(context, actor, filed);
  const { number: nummer, due } = filed.escalation;
  const volgcode = filed.followCode ?? deps.knowledge.text('indienen.code-eerder');
  return {
    outcome: 'ingediend',
    replies: [],
    gathered: { ingediend: nummer },
    followCode: filed.followCode ?? undefined,
    values: { nummer, volgcode, datum: dutchDay(due), wie: await ownerOf(filed.escalation, deps) },
  };
}

async function alreadyThere(escalation: Escalation, { deps, followCode }: EffectContext): Promise<EffectResult> {
  const { number: nummer, due } = escalation;
  const volgcode = followCode ?? deps.knowledge.text('indienen.code-eerder');
  const values = { nummer, volgcode, datum: dutchDay(due), wie: await ownerOf(escalation, deps) };
  return { outcome: 'al-voorgelegd', replies: [], gathered: { ingediend: nummer }, values };
}

/** Who really has it: the first on duty need not be the one whose name the municipality made known. */
async function ownerOf({ owner }: Filed['escalation'], { desk, knowledge }: EffectContext['deps']): Promise<string> {
  const officer = (await desk.officers()).find(({ id }) => id === owner);
  return plainName(officer?.name ?? knowledge.text('indienen.aanspreekpunt'));
}

function filingOf({ deps, answers }: EffectContext, ownWords: string, address: string): Filing {
  const { samenvatting, verbetering, toestemming, namens, namensNaam, voorstel, voorstelWat } = answers;
  const danger = dangerIn(ownWords, deps.knowledge);
  const behalf = toestemming === undefined ? undefined : consents[toestemming];
  return {
    ownWords,
    summary: samenvatting ?? null,
    // It stood beside the words, and the parent said to send it.
    ...(samenvatting !== undefined && verbetering === undefined ? { summaryConfirmed: true } : {}),
    answers: filingAnswers(answers),
    ...(danger.length === 0 ? {} : { danger }),
    caseId: null,
    replyTo: address,
    ...(toestemming === undefined
      ? {}
      : {
          onBehalf: {
            relation: relations[namens ?? ''] ?? 'other',
            name: namensNaam ?? null,
            consent: behalf === undefined ? null : { how: deps.knowledge.text(behalf), on: localDay(deps.now()) },
          },
        }),
    ...(voorstel === undefined
      ? {}
      : {
          proposal: { subject: voorstelWat === 'regisseur' ? 'regisseur' : 'other', who: null, text: voorstel },
        }),
  };
}

const relations: Readonly<Record<string, 'client-supporter' | 'relative'>> = {
  clientondersteuner: 'client-supporter',
  familie: 'relative',
};

/** How consent was given. Any other answer is none, and then nothing is filed. */
const consents: Readonly<Record<string, string>> = {
  gezegd: 'toestemming.gezegd',
  papier: 'toestemming.papier',
};

/** The parent put the summary right before sending it. */
async function correctAtOnce({ deps, turn, answers }: EffectContext, actor: Actor, filed: Filed): Promise<void> {
  const { followCode } = filed;
  const { samenvatting, verbetering } = answers;
  if (samenvatting === undefined || verbetering === undefined || followCode === null) return;
  const action = { kind: 'correct-summary', text: verbetering } as const;
  // It is filed: a fault here must not keep the code from the parent, who is asked again when the code is typed.
  await deps.cases.react(actor, { followCode }, action, `${turn.commandId}/samenvatting`).catch(() => undefined);
}
