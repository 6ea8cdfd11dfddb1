/** Buttons of our cards. Their data is user input: parsed with the card's own schema, and good for nothing but a look-up. */
import { filingIsClosed, whyNot } from './filing-gate.ts';
import { refusalReplies } from './refusals.ts';
import { say } from './say.ts';
import { deskHandlers } from './desk/handlers.ts';
import { checkPicked, fileForm, openForm, withdrawFiled } from './submits/worker-cards.ts';
import type { Submit } from './submits/submit.ts';
import { workHandlers } from './work/openings.ts';
import type { DialogDeps, DialogState, Outcome, Turn } from './types.ts';

type Handler = (submit: Submit) => Promise<Outcome>;

const forStaff: Readonly<Record<string, Handler>> = {
  check: checkPicked,
  ...deskHandlers,
  ...workHandlers,
};
const forWorkers: Readonly<Record<string, Handler>> = { form: openForm, file: fileForm, withdraw: withdrawFiled };

/** Verbs that lead to a filing. */
const filing = ['form', 'file'];

export async function submitted(
  deps: DialogDeps,
  state: DialogState,
  turn: Turn,
  input: { readonly verb: string; readonly data: unknown },
): Promise<Outcome> {
  const { actor } = turn;
  const { verb, data } = input;
  const { knowledge } = deps;
  const known = Object.hasOwn(forStaff, verb) ? forStaff[verb] : undefined;
  const workers = Object.hasOwn(forWorkers, verb) ? forWorkers[verb] : undefined;
  if (actor.kind === 'parent' || (known ?? workers) === undefined) {
    return { state, replies: [say([knowledge.text('weiger.onbekende-knop')])] };
  }
  const handler = known ?? (actor.kind === 'worker' ? workers : undefined);
  if (handler === undefined) return { state, replies: refusalReplies({ kind: 'not-allowed' }, null, knowledge) };
  if (filing.includes(verb) && filingIsClosed(knowledge)) return { state, replies: [whyNot(actor.kind, knowledge)] };
  return handler({ deps, state, turn, actor, data });
}
