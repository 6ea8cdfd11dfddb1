/** "Ik trek mijn vraag in": leads to the question whether that is really meant, with the code that it takes. */
import type { Flow, FlowStep } from '../../knowledge/index.ts';
import { answerInput, goOn, openQuestion, repeatQuestion, type Running } from '../run-flow.ts';
import { step } from '../flow.ts';
import { follow } from '../follow.ts';
import { OWN_QUESTION } from '../next-steps.ts';
import type { Outcome } from '../types.ts';
import { askCode } from './ask-code.ts';

type Open = NonNullable<ReturnType<typeof openQuestion>>;

/** Whether this question is the one that must be answered with yes before anything is taken back. */
export function confirmsTakingBack({ flow, question }: Pick<Open, 'flow' | 'question'>): boolean {
  return asksToConfirm(flow, question);
}

/** From the open own question at once, else after a look with the code; without a code it is asked for. */
export async function toTakeBack(running: Running): Promise<Outcome> {
  const { deps, state, said } = running;
  const open = openQuestion(state, deps);
  if (open?.flow.id === OWN_QUESTION) {
    if (confirmsTakingBack(open)) return { state, replies: repeatQuestion(running) };
    const title = choiceIn(open);
    if (title !== undefined) {
      const input = answerInput({ ...running, said: title });
      return goOn(running, open.flow, step(open.flow, open.position, input));
    }
  }
  if (state.followCode !== undefined) return follow(running, { code: state.followCode, rest: said });
  const asked = askCode(running);
  return { ...asked, state: { ...asked.state, saidBeforeCode: said } };
}

function choiceIn({ flow, question }: Open): string | undefined {
  if (question.soort !== 'vraag') return undefined;
  return question.keuzes.find(({ naar }) => asksToConfirm(flow, flow.stappen[naar]))?.tekst;
}

function asksToConfirm(flow: Flow, at: FlowStep | undefined): boolean {
  if (at?.soort !== 'vraag') return false;
  return at.keuzes.some(({ naar }) => {
    const to = flow.stappen[naar];
    return to?.soort === 'actie' && to.actie === 'vraag-intrekken';
  });
}
