/** What a parent adds to the own question: each effect is one action of the filer, with the words that were just typed. */
import { dutchDay } from '../../cards/index.ts';
import { type Escalation, type FilerAction, isCalledOff, type Refusal } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { openForParent } from '../parent/following.ts';
import { reachOf } from './call-back.ts';
import type { Effect, EffectContext, EffectResult } from './effect.ts';

/** A reply instead of an action: something must be asked again. */
type Prepared = FilerAction | EffectResult;

type Ending = Pick<EffectResult, 'outcome' | 'gathered' | 'values'>;

const passedOn = (): Ending => ({ outcome: 'gelukt' });

function reacting(
  prepare: (context: EffectContext) => Prepared,
  ending: (escalation: Escalation, context: EffectContext) => Ending = passedOn,
): Effect {
  return async (context) => {
    const { deps, turn, followCode } = context;
    const { knowledge } = deps;
    if (followCode === undefined) return failed(knowledge.text('volgen.uitleg'));
    const action = prepare(context);
    if ('outcome' in action) return action;
    const done = await deps.cases.react(turn.actor, { followCode }, action, turn.commandId);
    return done.kind === 'followed'
      ? { replies: [], ...ending(done.escalation, context) }
      : failed(why(done, knowledge));
  };
}

function failed(melding: string): EffectResult {
  return { outcome: 'lukt-niet', replies: [], values: { melding } };
}

function why({ kind }: Refusal, knowledge: Knowledge): string {
  if (kind === 'audit-unavailable') return knowledge.text('storing');
  if (kind === 'invalid') return knowledge.text('reactie.niet-goed');
  return knowledge.text(kind === 'not-found' ? 'volgen.onbekend' : 'reactie.kan-niet-meer');
}

export const giveAnswer = reacting(
  ({ answers }) => ({ kind: 'give-more', questionId: answers.vraagId ?? '', text: answers.antwoord ?? '' }),
  (escalation, { deps }) => {
    const [next] = openForParent(escalation);
    return next === undefined ? passedOn() : { outcome: 'nog-een', gathered: asked(next, deps.knowledge) };
  },
);

/** What a flow keeps of a question that waits for the parent. */
export function asked(
  question: Escalation['questions'][number] | undefined,
  knowledge: Knowledge,
): Readonly<Record<'vraagId' | 'vraagAanU' | 'voorWanneer', string>> {
  return {
    vraagId: question?.id ?? '',
    vraagAanU: question?.question ?? '',
    voorWanneer: question === undefined ? knowledge.text('volgen.geen-datum') : dutchDay(question.due),
  };
}

export const confirmSummary = reacting(() => ({ kind: 'confirm-summary' }));

export const correctSummary = reacting(({ answers }) => ({ kind: 'correct-summary', text: answers.verbetering ?? '' }));

export const comment = reacting(({ deps, answers }) => {
  const about = aboutOf(answers);
  if (about === undefined) {
    const reply = {
      kind: 'text',
      paragraphs: [deps.knowledge.text('reactie.welke-stap')],
      links: [],
      tone: 'normal',
    } as const;
    return { outcome: 'welke-stap', replies: [reply] };
  }
  return { kind: 'comment', about, text: answers.reactie ?? '' };
});

/** The step that is meant, else the newest; before anything happened there are only the own words. */
function aboutOf({
  waarover,
  stapnummer,
  stappen = '',
  samenvatting = '',
}: EffectContext['answers']): string | undefined {
  const steps = stappen.split(' ').filter((id) => id !== '');
  if (waarover === 'stap' && stapnummer !== undefined) {
    const number = Number(/\d+/.exec(stapnummer)?.[0] ?? 0);
    return steps[number - 1];
  }
  if (waarover === 'samenvatting' && samenvatting !== '') return 'summary';
  return waarover === 'eigen-woorden' ? 'own-words' : (steps.at(-1) ?? 'own-words');
}

export const propose = reacting(({ answers }) => ({
  kind: 'propose',
  subject: answers.voorstelWat === 'regisseur' ? 'regisseur' : 'other',
  who: null,
  text: answers.voorstel ?? '',
}));

export const askCallBack = reacting(
  ({ answers }) => ({ kind: 'ask-call-back', reach: reachOf(answers) }),
  ({ callBacks, due }, { answers }) => {
    const promise = callBacks.findLast(({ done }) => done === null);
    const belDag = dutchDay(promise?.nextDue ?? due);
    return { outcome: 'gelukt', gathered: { bereik: reachOf(answers) }, values: { belDag } };
  },
);

const helpedAnswers = { geholpen: 'helped', doorgestuurd: 'sent-on', 'nog-niet': 'not-yet' } as const;

export const tellHelped = reacting(
  ({ answers: { geholpen, watGebeurde = null } }) => {
    const known = geholpen === 'geholpen' || geholpen === 'doorgestuurd' ? geholpen : 'nog-niet';
    return { kind: 'helped', answer: helpedAnswers[known], text: known === 'geholpen' ? null : watGebeurde };
  },
  ({ state, due }, { answers }) => {
    if (answers.geholpen === 'geholpen') return { outcome: 'geholpen' };
    // Who was sent on again is back on the desk, with a new day.
    if (state.kind !== 'decided') return { outcome: 'weer-open', values: { nieuweDatum: dutchDay(due) } };
    return { outcome: 'nog-niet' };
  },
);

export const complain = reacting(
  ({ answers }) => ({
    kind: 'complain',
    statements: (answers.klacht ?? '').split('\n').filter((one) => one.trim() !== ''),
  }),
  ({ complaints, due }) => ({ outcome: 'gelukt', values: { klachtDag: dutchDay(complaints.at(-1)?.due ?? due) } }),
);

export async function takeBack({ deps, turn, followCode }: EffectContext): Promise<EffectResult> {
  const { knowledge } = deps;
  if (followCode === undefined) return failed(knowledge.text('volgen.uitleg'));
  const reason = knowledge.text('intrekken.reden-ouder');
  const done = await deps.cases.withdraw(turn.actor, { followCode }, reason, turn.commandId);
  if (done.kind !== 'followed') return failed(why(done, knowledge));
  const { escalation } = done;
  const wasPromised = escalation.callBacks.some((one) => isCalledOff(escalation, one));
  const ookNiet = wasPromised ? ` ${knowledge.text('intrekken.niet-gebeld')}` : '';
  return { outcome: 'gelukt', replies: [], values: { ookNiet } };
}
