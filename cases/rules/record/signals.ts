/** The tick list after a contact. */
import { type FamilyCase, type Signal, signalCodes, type SignalMove } from '../../model.ts';
import {
  invalid,
  longestText,
  longestWords,
  problemOfComing,
  problemOfOptional,
  problemOfPast,
  problemOfReason,
  problemOfText,
} from '../fields.ts';
import type { SignalHandledEntry, SignalOwnerEntry, SignalsEntry } from './entry.ts';
import { problemOfOpen, withChanged } from './one-of.ts';
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

/** What has an entry of its own can't be ticked: a tick would leave out who, what and when. */
const ownEntry: readonly string[] = [
  'request-for-regisseur',
  'request-for-help',
  'request-granted',
  'request-refused',
  'regisseur-assigned',
  'regisseur-lost',
  'plan-made',
  'plan-agreed',
];

/** The codes of the tick list. */
export const tickable = signalCodes.filter((code) => !ownEntry.includes(code));

export const enterSignals = (familyCase: FamilyCase, entry: SignalsEntry, context: RecordContext): EntryOutcome => {
  const { codes, on } = entry;
  const problem = invalid({
    codes: codes.length === 0 ? 'missing' : codes.some((code) => ownEntry.includes(code)) ? 'unknown' : undefined,
    from: problemOfText(entry.from),
    words: problemOfOptional(entry.words, longestWords),
    note: problemOfOptional(entry.note, longestText),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const fact = newFact(familyCase, { on, signals: codes, note: entry.note }, context);
  const words = cleaned(entry.words) === null ? null : verbatim(entry.words ?? '', context);
  const signals = newSignals(fact, codes, { from: line(entry.from), words }, context);
  return entered({ ...withFact(familyCase, fact), signals: [...familyCase.signals, ...signals] }, fact.id);
};

const isOpen = ({ handled }: Signal): boolean => handled === null;

export const enterSignalHandled = (
  familyCase: FamilyCase,
  entry: SignalHandledEntry,
  context: RecordContext,
): EntryOutcome => {
  const signal = familyCase.signals.find(({ id }) => id === entry.signalId);
  const problem = invalid({
    signalId: problemOfOpen(signal, isOpen),
    what: problemOfText(entry.what, longestText),
    on: problemOfPast(entry.on, context.now),
  });
  if (problem !== undefined) return problem;
  const handled = { on: entry.on, by: context.by.name, what: line(entry.what) };
  const signals = withChanged(familyCase.signals, entry.signalId, { handled });
  return entered({ ...familyCase, signals }, entry.signalId);
};

/** Somebody else does something with it, by a new day; it is never without an owner or a day in between. */
export const enterSignalOwner = (
  familyCase: FamilyCase,
  entry: SignalOwnerEntry,
  context: RecordContext,
): EntryOutcome => {
  const { signalId, owner, due, on, why } = entry;
  const signal = familyCase.signals.find(({ id }) => id === signalId);
  const problem = invalid({
    signalId: problemOfOpen(signal, isOpen),
    newOwner: familyCase.workers.includes(owner) && owner !== signal?.owner ? undefined : 'unknown',
    due: problemOfComing(due, context.now),
    why: problemOfReason(why),
    on: problemOfPast(on, context.now),
  });
  if (problem !== undefined) return problem;
  const signals = familyCase.signals.map((one) => {
    if (one.id !== signalId) return one;
    const move: SignalMove = {
      from: one.owner,
      to: owner,
      dueBefore: one.due,
      reason: line(why),
      on,
      by: context.by.name,
    };
    return { ...one, owner, due, moves: [...one.moves, move] };
  });
  return entered({ ...familyCase, signals }, signalId);
};
