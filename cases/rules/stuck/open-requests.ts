/** Which requests are open at a fact, and which of them have been answered. */
import type { Day, Fact, SignalCode } from '../../model.ts';

const opening: readonly SignalCode[] = ['request-for-regisseur', 'request-for-help'];
const ending: readonly SignalCode[] = ['request-granted', 'request-refused', 'regisseur-assigned'];
/** Answers without ending: what was asked was not given, so the request stays open. */
const answering: readonly SignalCode[] = ['request-not-granted', 'regie-left-with-failing-party', 'rejected-on-rule'];

export interface RequestSeen {
  readonly fact: Fact;
  readonly forRegisseur: boolean;
  readonly answeredOn: Day | null;
}

/** `requests` and `changes` count since the last moment at which no request was open. */
export interface RequestsState {
  readonly open: readonly RequestSeen[];
  /** Every request up to now, open or not. */
  readonly all: readonly RequestSeen[];
  readonly requests: number;
  readonly changes: number;
}

export const noRequests: RequestsState = { open: [], all: [], requests: 0, changes: 0 };

export const hasAny = ({ signals }: Fact, codes: readonly SignalCode[]): boolean =>
  signals.some((code) => codes.includes(code));

/** One fact is one request, whatever it asks for. */
export const opened = (state: RequestsState, fact: Fact): RequestsState => {
  if (!hasAny(fact, opening)) return state;
  const request = { fact, forRegisseur: fact.signals.includes('request-for-regisseur'), answeredOn: null };
  return { ...state, open: [...state.open, request], all: [...state.all, request], requests: state.requests + 1 };
};

/** A regisseur ends every request; any other answer may aim at one of them. */
const isAimedAt = ({ requestId, signals }: Fact, request: RequestSeen): boolean =>
  requestId === null || signals.includes('regisseur-assigned') || request.fact.id === requestId;

export const answered = (state: RequestsState, fact: Fact): RequestsState => {
  const ends = hasAny(fact, ending);
  if (!ends && !hasAny(fact, answering)) return state;
  const open = new Set(state.open.map((request) => request.fact.id));
  const touch = (request: RequestSeen): RequestSeen =>
    open.has(request.fact.id) && isAimedAt(fact, request) && request.answeredOn === null
      ? { ...request, answeredOn: fact.date }
      : request;
  const left = state.open.map(touch).filter((request) => !(ends && isAimedAt(fact, request)));
  const none = left.length === 0;
  return {
    open: left,
    all: state.all.map(touch),
    requests: none ? 0 : state.requests,
    changes: none ? 0 : state.changes,
  };
};
