/** What the family asks, and what it hears. */
import type { FamilyCase, HelpRequest, RequestAnswer, RequestOutcome, SignalCode } from '../../model.ts';
import { invalid, longestWords, problemOfPast, problemOfReason, problemOfText } from '../fields.ts';
import type { AnswerEntry, RejectionEntry, RequestEntry } from './entry.ts';
import {
  cleaned,
  type EntryOutcome,
  entered,
  line,
  newFact,
  newSignals,
  type RecordContext,
  verbatim,
  withFact,
} from './with-fact.ts';

/** The answer in the words of the rules. */
const codes: Readonly<Record<RequestOutcome, readonly SignalCode[]>> = {
  granted: ['request-granted'],
  refused: ['request-refused'],
  'not-granted': ['request-not-granted'],
  'left-with-failing-party': ['regie-left-with-failing-party', 'request-not-granted'],
  'rejected-on-rule': ['rejected-on-rule'],
};

/** Adds an answer to the open requests it is for; `null`: to all of them. */
export const answerRequests = (
  requests: readonly HelpRequest[],
  requestId: string | null,
  answer: RequestAnswer,
): readonly HelpRequest[] => {
  const ends = ['granted', 'refused', 'regisseur-assigned'].includes(answer.outcome);
  return requests.map((request) =>
    request.endedOn !== null || (requestId !== null && request.id !== requestId)
      ? request
      : { ...request, answers: [...request.answers, answer], endedOn: ends ? answer.on : null },
  );
};

export const enterRequest = (familyCase: FamilyCase, entry: RequestEntry, context: RecordContext): EntryOutcome => {
  const problem = invalid({
    words: problemOfText(entry.words, longestWords),
    from: problemOfText(entry.from),
    askedOf: problemOfText(entry.askedOf),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const asks: SignalCode = entry.requestKind === 'regisseur' ? 'request-for-regisseur' : 'request-for-help';
  const ticked = entry.signals.filter((code) => code !== 'request-for-regisseur' && code !== 'request-for-help');
  const fact = newFact(familyCase, { on: entry.on, signals: [asks, ...ticked] }, context);
  const words = verbatim(entry.words, context);
  const from = line(entry.from);
  const request: HelpRequest = {
    id: fact.id,
    requestKind: entry.requestKind,
    words,
    on: entry.on,
    from,
    askedOf: line(entry.askedOf),
    answers: [],
    endedOn: null,
  };
  const next: FamilyCase = {
    ...withFact(familyCase, fact),
    requests: [...familyCase.requests, request],
    signals: [...familyCase.signals, ...newSignals(fact, ticked, { from, words }, context)],
  };
  return entered(next, request.id);
};

const isOpen = ({ endedOn }: HelpRequest): boolean => endedOn === null;

export const enterAnswer = (familyCase: FamilyCase, entry: AnswerEntry, context: RecordContext): EntryOutcome => {
  const { requestId, outcome, on } = entry;
  const open = familyCase.requests.filter((one) => isOpen(one) && (requestId === null || one.id === requestId));
  const problem = invalid({
    requestId: open.length === 0 ? 'not-open' : undefined,
    reason: problemOfReason(entry.reason),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const reason = line(entry.reason);
  const fact = newFact(familyCase, { on, signals: codes[outcome], note: reason, requestId }, context);
  const answer: RequestAnswer = { factId: fact.id, on, outcome, reason, by: context.by.name };
  const requests = answerRequests(familyCase.requests, requestId, answer);
  return entered({ ...withFact(familyCase, fact), requests }, requestId ?? fact.id);
};

/** Refused on a rule: without an alternative and without maatwerk it is a bare refusal, which K7 picks up. */
export const enterRejection = (familyCase: FamilyCase, entry: RejectionEntry, context: RecordContext): EntryOutcome => {
  const problem = invalid({
    what: problemOfText(entry.what),
    rule: problemOfText(entry.rule),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const alternative = cleaned(entry.alternative);
  const bare = alternative === null && !entry.maatwerk;
  const signals: readonly SignalCode[] = [
    ...codes['rejected-on-rule'],
    ...(bare ? (['no-alternative-offered'] as const) : []),
    ...(entry.maatwerk ? (['maatwerk'] as const) : []),
  ];
  const { on } = entry;
  const rule = line(entry.rule);
  const fact = newFact(familyCase, { on, signals, note: rule }, context);
  const by = context.by.name;
  const answer: RequestAnswer = { factId: fact.id, on, outcome: 'rejected-on-rule', reason: rule, by };
  const rejection = {
    id: context.newId(),
    factId: fact.id,
    what: line(entry.what),
    rule,
    on,
    by,
    alternative,
    maatwerk: entry.maatwerk,
  };
  const next: FamilyCase = {
    ...withFact(familyCase, fact),
    requests: answerRequests(familyCase.requests, null, answer),
    rejections: [...familyCase.rejections, rejection],
  };
  return entered(next, rejection.id);
};
