/** A question to a colleague who has no task for the family any more: nobody can answer it, so it must be asked of somebody else. */
import type { Escalation, FamilyCase, MoreAsked } from '../../model.ts';
import { isOpen } from './due.ts';

/** Not answered, still of use, and not asked once more of somebody else in the same words. */
export const askedOfGone = (escalation: Escalation, { workers }: Pick<FamilyCase, 'workers'>): readonly MoreAsked[] => {
  if (!isOpen(escalation)) return [];
  const { questions } = escalation;
  const isGone = ({ of }: MoreAsked): boolean => of.kind === 'worker' && !workers.includes(of.id);
  const isAskedAgain = ({ question }: MoreAsked): boolean =>
    questions.some((other) => other.question === question && !isGone(other));
  return questions.filter((one) => one.answer === null && isGone(one) && !isAskedAgain(one));
};
