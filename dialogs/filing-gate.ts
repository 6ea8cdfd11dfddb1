/** The gate before filing: while the municipality is not ready (see `knowledge/readiness.ts`) nothing can be filed. */
import { type Actor, localDay } from '../cases/index.ts';
import { type Flow, type Knowledge, missingForFiling, type ReadinessItem, type Settings } from '../knowledge/index.ts';
import { questionAt } from './flow.ts';
import { ownWordsOf } from './parent/own-words.ts';
import { municipalityLink } from './places.ts';
import { say } from './say.ts';
import type { DialogDeps, DialogState, Reply } from './types.ts';
import { closedStart, reasonsFor, withoutFiling } from './without-filing.ts';

interface Closed {
  readonly missing: readonly ReadinessItem[];
  /** As it is when everything is there. */
  readonly whole: Knowledge;
}

const closed = new WeakMap<Knowledge, Closed>();
const views = new WeakMap<Knowledge, Map<string, Knowledge>>();

/** The same conversation over what may be offered today; looked at once a minute, because a turn has little time. */
export function filingGate(deps: DialogDeps): () => DialogDeps {
  const { knowledge } = deps;
  let seen: { readonly minute: number; readonly settings: Settings; readonly deps: DialogDeps } | undefined;
  return () => {
    const now = deps.now();
    const minute = Math.floor(now.getTime() / MINUTE_MS);
    const { settings } = knowledge;
    if (seen?.minute !== minute || seen.settings !== settings) {
      const missing = missingForFiling(settings, localDay(now));
      const open = missing.length === 0 ? deps : { ...deps, knowledge: viewOf(knowledge, missing) };
      seen = { minute, settings, deps: open };
    }
    return seen.deps;
  };
}

const MINUTE_MS = 60_000;

/** One view for each set of missing things, so that what is worked out for a knowledge base stays worked out. */
function viewOf(whole: Knowledge, missing: readonly ReadinessItem[]): Knowledge {
  const ofThis = views.get(whole) ?? new Map<string, Knowledge>();
  views.set(whole, ofThis);
  const view = ofThis.get(missing.join()) ?? withoutFiling(whole, missing);
  ofThis.set(missing.join(), view);
  closed.set(view, { missing, whole });
  return view;
}

export function filingIsClosed(knowledge: Knowledge): boolean {
  return closed.has(knowledge);
}

/** False for a flow that files while nothing can be filed. */
export function isOffered(flow: Flow): boolean {
  return flow.start !== closedStart;
}

/** Why nothing can be filed and whom to call; to a worker also who must act for each thing. */
export function whyNot(kind: Actor['kind'], knowledge: Knowledge): Reply {
  return say(reasonsFor(kind, knowledge, closed.get(knowledge)?.missing ?? []), municipalityLink(knowledge));
}

export interface Left {
  readonly state: DialogState;
  /** Nothing, unless a question of that flow was open. */
  readonly replies: readonly Reply[];
}

/** Out of a flow that was closed meanwhile: why, and the own words, so that they are not lost. `undefined`: it may go on. */
export function leaveClosed(state: DialogState, kind: Actor['kind'], knowledge: Knowledge): Left | undefined {
  const { flow: position } = state;
  const whole = closed.get(knowledge)?.whole;
  const now = position === null ? undefined : knowledge.flow(position.id);
  if (whole === undefined || position === null || now === undefined || isOffered(now)) return undefined;
  const before = whole.flow(position.id);
  const asked = before !== undefined && questionAt(before, position) !== undefined;
  const words = ownWordsOf(position.answers);
  const kept = words === undefined ? [] : [say([knowledge.text('gereed.ouder.woorden'), words])];
  return { state: { ...state, flow: null }, replies: asked ? [whyNot(kind, knowledge), ...kept] : [] };
}
