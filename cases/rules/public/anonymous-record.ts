/** One escalation without anything by which a family can be known: what the public figures are counted from. */
import type { Blocker, Day, Escalation, Verdict } from '../../model.ts';
import { localDay } from '../werkdagen.ts';
import { daysBetween } from '../continuity.ts';

/** A quarter of a year, e.g. `2026-4`. */
export type Quarter = string;

export const quarterOf = (day: Day): Quarter => `${day.slice(0, 4)}-${Math.ceil(Number(day.slice(5, 7)) / 3)}`;

export interface AnonymousRecord {
  readonly filedIn: Quarter;
  readonly filedBy: 'parent' | 'on-behalf' | 'colleague' | 'system';
  readonly decidedIn: Quarter | null;
  readonly verdict: Verdict | null;
  readonly inTime: boolean | null;
  /** Calendar days from filing to the decision. */
  readonly daysToDecision: number | null;
  readonly blockers: readonly Blocker[];
  readonly raised: boolean;
  readonly openedAgain: boolean;
  readonly orders: number;
  readonly ordersMissed: number;
  readonly proposals: number;
  readonly proposalsGranted: number;
  readonly helped: 'helped' | 'sent-on' | 'not-yet' | null;
  readonly complaintsFounded: number;
  readonly complaintsAnswered: number;
  readonly closedIn: Quarter | null;
  /** As it was written for everybody. */
  readonly published: { readonly asked: string; readonly did: string; readonly promisedBy: Day | null } | null;
}

const dayOf = (instant: string): Day => localDay(new Date(instant));

const filedBy = ({ filedBy: { kind }, onBehalf }: Escalation): AnonymousRecord['filedBy'] => {
  if (onBehalf !== null) return 'on-behalf';
  return kind === 'parent' || kind === 'system' ? kind : 'colleague';
};

const blockersOf = ({ state, orders, proposals }: Escalation): readonly Blocker[] => {
  const grounds = state.kind === 'decided' ? state.decision.grounds : undefined;
  const found = [
    grounds?.blocker,
    ...orders.map(({ blocker }) => blocker),
    ...proposals.map(({ answer }) => answer?.blocker),
  ].flatMap((one) => one ?? []);
  return [...new Set(found)];
};

export const anonymousRecord = (escalation: Escalation): AnonymousRecord => {
  const { filedAt, state, promisedBy, steps, orders, proposals, helped, complaints, closing, earlier } = escalation;
  const filedOn = dayOf(filedAt);
  const decision = state.kind === 'decided' ? state.decision : null;
  const decidedOn = decision === null ? null : dayOf(decision.at);
  const answers = complaints.filter(({ answered }) => answered !== null);
  const founded = answers.filter(({ statements }) => statements.some(({ answer }) => answer?.finding === 'founded'));
  return {
    filedIn: quarterOf(filedOn),
    filedBy: filedBy(escalation),
    decidedIn: decidedOn === null ? null : quarterOf(decidedOn),
    verdict: decision?.verdict ?? null,
    inTime: decidedOn === null ? null : decidedOn <= promisedBy,
    daysToDecision: decidedOn === null ? null : daysBetween(filedOn, decidedOn),
    blockers: blockersOf(escalation),
    raised: steps.some(({ kind }) => kind === 'raised'),
    openedAgain: earlier.length > 0,
    orders: orders.length,
    ordersMissed: orders.filter(({ missed }) => missed.length > 0).length,
    proposals: proposals.length,
    proposalsGranted: proposals.filter(({ answer }) => answer?.verdict === 'granted').length,
    helped: helped?.answer?.kind ?? null,
    complaintsFounded: founded.length,
    complaintsAnswered: answers.length,
    closedIn: closing === null ? null : quarterOf(dayOf(closing.at)),
    published:
      closing === null || closing.published === null ? null : { ...closing.published, promisedBy: closing.lesson.due },
  };
};
