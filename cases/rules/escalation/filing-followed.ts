/**
 * One filing in every escalation it was in: what was decided and comes back while another escalation of the family is open
 * goes on in that one, with the same follow code.
 */
import type { Author, Escalation, FamilyCase, JoinedFiling } from '../../model.ts';
import type { FilerAction } from './actions.ts';
import { isThere } from './answers.ts';
import { isOpen } from './due.ts';
import { asSeenBy, filingOf, filingsOf } from './filings.ts';
import { roundOf } from './open-again.ts';

/** Where a filing is now: in the one that is open, else in the one in which it was last. */
export const nowIn = ({ escalations }: FamilyCase, isIt: (filing: JoinedFiling) => boolean): Escalation | undefined => {
  const all = escalations.filter((one) => filingsOf(one).some(isIt));
  return all.find(isOpen) ?? all.at(-1);
};

const others = ({ escalations }: FamilyCase, { id: own }: Escalation, filing: JoinedFiling): readonly Escalation[] =>
  escalations.filter((one) => one.id !== own && filingsOf(one).some(({ id }) => id === filing.id));

/** What came before in front, and how it stands as it is now. */
const withBefore = (now: Escalation, before: Escalation): Escalation => {
  const wentOn = before.steps.findLast(({ kind }) => kind === 'went-on');
  const round = wentOn === undefined ? [] : [roundOf(before, wentOn.reason ?? '', wentOn.at)];
  return {
    ...now,
    steps: [...before.steps, ...now.steps],
    comments: [...before.comments, ...now.comments],
    proposals: [...before.proposals, ...now.proposals],
    questions: [...before.questions, ...now.questions],
    orders: [...before.orders, ...now.orders],
    callBacks: [...before.callBacks, ...now.callBacks],
    complaints: [...before.complaints, ...now.complaints],
    earlier: [...before.earlier, ...round, ...now.earlier],
  };
};

/** The escalation as this filer may read it, with everything from before it was joined to another. */
export const asFollowedBy = (familyCase: FamilyCase, escalation: Escalation, by: Author): Escalation => {
  const filing = filingOf(escalation, by);
  const now = asSeenBy(escalation, filing);
  if (filing === undefined) return now;
  return others(familyCase, escalation, filing)
    .map((one) =>
      asSeenBy(
        one,
        filingsOf(one).find(({ id }) => id === filing.id),
      ),
    )
    .reduceRight(withBefore, now);
};

const isAbout = (escalation: Escalation, action: FilerAction): boolean => {
  switch (action.kind) {
    case 'comment':
      return isThere(escalation, action.about);
    case 'give-more':
      return escalation.questions.some(({ id }) => id === action.questionId);
    default:
      return true;
  }
};

interface Spoken {
  readonly escalation: Escalation;
  readonly by: Author;
}

/** A reaction to something from before belongs where that stands. */
export const spokenIn = (familyCase: FamilyCase, { escalation, by }: Spoken, action: FilerAction): Spoken => {
  const filing = filingOf(escalation, by);
  if (filing === undefined || isAbout(escalation, action)) return { escalation, by };
  const before = others(familyCase, escalation, filing).find((one) => isAbout(one, action));
  if (before === undefined) return { escalation, by };
  const isFirst = filing.id === before.id;
  return {
    escalation: before,
    by: by.kind === 'parent' ? { kind: 'parent', ...(isFirst ? {} : { filing: filing.id }) } : by,
  };
};
