/** Runs a flow until it asks something or ends: the pure step, the effects it asks for, and the words for both. */
import type { Flow } from '../knowledge/index.ts';
import { ask, flowWords, tellOutcome } from './ask.ts';
import { runEffect } from './effects.ts';
import { type FlowInput, type FlowResult, questionAt, startOf, step } from './flow.ts';
import { stillWaiting } from './parent/own-words.ts';
import type { Spoken } from './plain-words.ts';
import { say } from './say.ts';
import { withDrafts } from './state.ts';
import type { BeforeDanger, DialogDeps, DialogState, FlowPosition, Outcome, Reply, Turn } from './types.ts';

/** More effects in a row than any flow needs: a flow that only acts would never answer. */
const MOST_EFFECTS = 10;

/** A turn with what was said in it; a family may be named there. */
export interface Running extends Spoken {
  readonly deps: DialogDeps;
  readonly turn: Turn;
  readonly state: DialogState;
  /** Set when the numbers to call were given right before this turn. */
  readonly beforeDanger?: BeforeDanger | undefined;
}

/** The flow that waits for an answer, if any. */
export function openQuestion(state: DialogState, deps: DialogDeps) {
  const position = state.flow;
  const flow = position === null ? undefined : deps.knowledge.flow(position.id);
  const question = position === null || flow === undefined ? undefined : questionAt(flow, position);
  return position === null || flow === undefined || question === undefined ? undefined : { position, flow, question };
}

/** What a parent told and was promised to read back goes along. */
export function startFlow(running: Running, flow: Flow, answers: FlowPosition['answers'] = {}): Promise<Outcome> {
  const known = { ...stillWaiting(running.state.flow), ...answers };
  return goOn(running, flow, step(flow, startOf(flow, known), { kind: 'enter' }));
}

/** Enters a flow at the step that has this effect, with what is known already. */
export function enterAt(
  running: Running,
  flow: Flow,
  effect: string,
  answers: FlowPosition['answers'],
): Promise<Outcome> {
  const at = Object.entries(flow.stappen).find(([, one]) => one.soort === 'actie' && one.actie === effect)?.[0];
  if (at === undefined)
    throw new Error(`Failed to enter flow ${flow.id}: no step has effect ${effect}. Run knowledge:check.`);
  return goOn(running, flow, step(flow, { id: flow.id, step: at, answers, path: [] }, { kind: 'enter' }));
}

export function answerInput(running: Running): FlowInput {
  return { kind: 'said', text: running.said, words: flowWords(running.deps.knowledge) };
}

/** `result` must be a move: refusals are put into words by `refused`. */
export async function goOn(running: Running, flow: Flow, result: FlowResult): Promise<Outcome> {
  const { deps, turn, said, plain, words } = running;
  const { knowledge } = deps;
  let state: DialogState = { ...running.state, subject: undefined };
  let replies: readonly Reply[] = [];
  let values: Readonly<Record<string, string>> = {};
  let allIsWell = false;
  let now = result;
  for (let count = 0; now.kind === 'acts'; count += 1) {
    if (count === MOST_EFFECTS)
      throw new Error(`Failed to run flow ${flow.id}: its steps only act. Run knowledge:check.`);
    const { answers } = now.position;
    const done = await runEffect(now.effect, { deps, turn, answers, said, plain, words, followCode: state.followCode });
    replies = [...replies, ...done.replies];
    values = { ...values, ...done.values };
    allIsWell = done.allIsWell ?? false;
    state = withDrafts(state, done.drafts ?? []);
    if (done.followCode !== undefined) state = { ...state, followCode: done.followCode };
    const { outcome, gathered = {}, undoable } = done;
    now = step(flow, now.position, { kind: 'done', outcome, gathered, undoable });
  }
  switch (now.kind) {
    case 'asks':
      return {
        state: { ...state, flow: now.position, offered: [] },
        replies: [...replies, ...ask({ ...now, actor: turn.actor }, knowledge)],
      };
    case 'ends': {
      const ended = { flow, position: now.position, step: now.step, actor: turn.actor, values, allIsWell };
      const told = tellOutcome(ended, knowledge);
      // Kept only while "terug" can lead somewhere, so that own words do not linger.
      const position = now.position.path.length > 0 ? now.position : null;
      const { offered } = told;
      const urgent = now.step.toon === 'spoed' ? { beforeDanger: { offered } } : {};
      return {
        state: { ...state, flow: position, offered, ...urgent },
        replies: [...replies, ...told.replies],
      };
    }
    case 'refused':
    case 'too-long':
      return { state, replies: [...replies, ...refused(now, running)] };
  }
}

/** The open question once more, in the middle of something else. */
export function repeatQuestion({ deps, turn, state }: Pick<Running, 'deps' | 'turn' | 'state'>): readonly Reply[] {
  const open = openQuestion(state, deps);
  return open === undefined
    ? []
    : ask({ position: open.position, step: open.question, actor: turn.actor }, deps.knowledge);
}

export function refused(
  result: Extract<FlowResult, { kind: 'refused' | 'too-long' }>,
  running: Running,
): readonly Reply[] {
  const { knowledge } = running.deps;
  const question = repeatQuestion(running);
  if (result.kind === 'too-long') {
    const values = { aantal: String(result.length), maximum: String(result.maximum) };
    return [say([knowledge.text('flow.te-lang', values)]), ...question];
  }
  return [say([knowledge.text(refusalTexts[result.because])]), ...question];
}

const refusalTexts = {
  'no-choice': 'flow.kies',
  'cannot-skip': 'flow.niet-overslaan',
  empty: 'flow.leeg',
  'no-way-back': 'terug.kan-niet',
} as const;
