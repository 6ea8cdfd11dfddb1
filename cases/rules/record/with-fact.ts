/** What every entry shares: the dated fact it leaves, and how its words are kept. */
import type { Day, Fact, FamilyCase, OwnWords, Recorder, Signal, SignalCode } from '../../model.ts';
import type { Refusal } from '../refusal.ts';
import type { EscalationContext } from '../file-escalation.ts';
import { keptWords as verbatim, tidy as line, tidyOrNull as cleaned } from '../escalation/words.ts';
import { addWerkdagen, localDay } from '../werkdagen.ts';

export interface RecordContext extends EscalationContext {
  readonly by: Recorder;
}

/** `familyCase` has no new version yet; `id` is of the record that came in or was changed. */
export type Entered = { readonly kind: 'entered'; readonly familyCase: FamilyCase; readonly id: string };
export type EntryOutcome = Entered | Refusal;

export const entered = (familyCase: FamilyCase, id: string): Entered => ({ kind: 'entered', familyCase, id });

export interface NewFact {
  readonly on: Day;
  readonly signals: readonly SignalCode[];
  readonly note?: string | null;
  readonly requestId?: string | null;
}

export const newFact = (familyCase: FamilyCase, fact: NewFact, context: RecordContext): Fact => ({
  id: context.newId(),
  date: fact.on,
  seq: familyCase.facts.reduce((highest, { seq }) => Math.max(highest, seq), 0) + 1,
  recordedAt: context.now.toISOString(),
  by: context.by,
  signals: [...new Set(fact.signals)],
  note: cleaned(fact.note ?? null),
  requestId: fact.requestId ?? null,
});

export const withFact = (familyCase: FamilyCase, fact: Fact): FamilyCase => ({
  ...familyCase,
  facts: [...familyCase.facts, fact],
});

/** How words are kept: a line of somebody at work, `null` when nothing is left of it, and own words to the letter. */
export { cleaned, line, verbatim };

/** Each tick is a message of its own: whoever heard it owns it, until a day. */
export const newSignals = (
  fact: Fact,
  codes: readonly SignalCode[],
  said: { readonly from: string; readonly words: OwnWords | null },
  context: RecordContext,
): readonly Signal[] => {
  const { now, settings, by } = context;
  const due = addWerkdagen(localDay(now), settings.signalWithinWerkdagen, settings.holidays);
  return [...new Set(codes)].map((code) => ({
    id: context.newId(),
    factId: fact.id,
    code,
    from: said.from,
    words: said.words,
    owner: by.id,
    due,
    moves: [],
    handled: null,
  }));
};
