import type { Provider } from './help.ts';
import type { StuckSettings } from './stuck.ts';
import type { Day } from './time.ts';

/** Terms of the desk. None of them is set by law but the one for complaints (Awb 9:11: six weeks). */
export interface EscalationTerms {
  /** The owner is reminded this many werkdagen before the promised day. */
  readonly remindWerkdagenBefore: number;
  /** After a day was missed, whoever gets it next has this many werkdagen. */
  readonly raisedWithinWerkdagen: number;
  /** A person, not the computer, has said something within this many werkdagen. */
  readonly personWithinWerkdagen: number;
  readonly callBackWithinWerkdagen: number;
  /** Calendar days after the day on which somebody else takes it up: "helped or sent on?". */
  readonly helpedAfterDays: number;
  /** From the decision, or the last day of an order, to the lesson. */
  readonly lessonWithinWerkdagen: number;
  readonly complaintWithinDays: number;
  /** From the first request to a regisseur with a plan, calendar days. */
  readonly outcomeWithinDays: number;
  /** Counts below this are not shown to the public. */
  readonly smallestCount: number;
}

export const usualTerms: EscalationTerms = {
  remindWerkdagenBefore: 2,
  raisedWithinWerkdagen: 3,
  personWithinWerkdagen: 2,
  callBackWithinWerkdagen: 1,
  helpedAfterDays: 14,
  lessonWithinWerkdagen: 10,
  complaintWithinDays: 42,
  outcomeWithinDays: 42,
  smallestCount: 5,
};

/** Thresholds and choices of the municipality; numbers of days are calendar days unless the name says werkdagen. */
export interface CaseSettings {
  /** Plan kinds that count as the one plan. */
  readonly countingPlanKinds: readonly string[];
  /** A plan without a review date counts as outdated this many days after `agreedOn`. */
  readonly planOutdatedAfterDays: number;
  readonly answerWithinWerkdagen: number;
  /** Absent: `usualTerms`. */
  readonly escalation?: EscalationTerms;
  /** Days on which nobody works, besides Saturday and Sunday. */
  readonly holidays: readonly Day[];
  /** How long an ambiguous card waits for proof, milliseconds. */
  readonly proofWaitMs: number;
  /** After this many failed tries a notice goes to the fallback officer. */
  readonly maxTries: number;
  readonly stuck: StuckSettings;
  readonly providers: readonly Provider[];
  /** How long whoever got a signal has to do something with it. */
  readonly signalWithinWerkdagen: number;
  /** From a measure to the first appointment. */
  readonly firstAppointmentWerkdagen: number;
  /** From naming a regisseur to the agreed plan. */
  readonly planWithinDays: number;
  /** After the end of help: when somebody calls, days after the start of aftercare. */
  readonly aftercareAfterDays: readonly number[];
  /** `eigen kracht`: a family that leans on itself or on light help longer than this, with this many leefgebieden. */
  readonly ownStrength: { readonly longestDays: number; readonly fromDomains: number };
}
