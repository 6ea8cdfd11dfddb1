/** How an escalation goes after it was filed: who did what on which day, what was asked, ordered, promised and learned. */
import type { CallBack, MoreAsked, Order } from './asked.ts';
import type { JoinedFiling } from './filing.ts';
import type { Closing, Complaint, EarlierRound } from './lesson.ts';
import type { Comment, HelpedQuestion, ParentProposal } from './said.ts';
import type { EscalationStep } from './step.ts';
import type { Day } from './time.ts';

export interface Proceedings {
  /** Filings beside the one that leads, in the order in which they came. */
  readonly joined: readonly JoinedFiling[];
  /** 0: the desk, 1: the deputy, from 2: one level up. */
  readonly level: number;
  /** The day that was promised when it was filed, or opened again; `due` moves when it is missed, this does not. */
  readonly promisedBy: Day;
  readonly steps: readonly EscalationStep[];
  readonly comments: readonly Comment[];
  readonly proposals: readonly ParentProposal[];
  readonly questions: readonly MoreAsked[];
  readonly orders: readonly Order[];
  readonly callBacks: readonly CallBack[];
  readonly helped: HelpedQuestion | null;
  /** The day by which it must be closed with a lesson; `null`: not decided, or decided before this was asked. */
  readonly lessonBy: Day | null;
  /** After a no: the day on which it is opened again by itself, as was said. */
  readonly lookAgainOn: Day | null;
  /** The day by which the regisseur who was assigned here must have a plan that is agreed; `null`: nobody was, or there is one. */
  readonly planBy: Day | null;
  readonly closing: Closing | null;
  readonly complaints: readonly Complaint[];
  readonly earlier: readonly EarlierRound[];
}

/** Proceedings in which nothing happened yet, of a filing without a summary that nobody made for somebody else. */
export const newProceedings = (promisedBy: Day): Proceedings & { readonly onBehalf: null; readonly reading: null } => ({
  onBehalf: null,
  reading: null,
  joined: [],
  level: 0,
  promisedBy,
  steps: [],
  comments: [],
  proposals: [],
  questions: [],
  orders: [],
  callBacks: [],
  helped: null,
  lessonBy: null,
  lookAgainOn: null,
  planBy: null,
  closing: null,
  complaints: [],
  earlier: [],
});
