/** The outbox: which notices are due, what one attempt may send, and what came of it. */
import type { NoticeToDeliver } from '../cases.ts';
import type { DeliveryOutcome, FamilyCase, Instant } from '../model.ts';
import type { CaseDeps, DueNotice } from '../ports.ts';
import { asSeenBy, filingsOf } from '../rules/escalation/filings.ts';
import { requeue, settle, type SettleContext, startAttempt } from '../rules/notice.ts';
import { labelOf } from './card-view.ts';
import { changeCase } from './change-case.ts';
import { ownerNames } from './owner-names.ts';
import { ruleContext } from './rule-context.ts';

const contextOf = async (deps: CaseDeps, { dueAt }: DueNotice): Promise<SettleContext & { attempt: Instant }> => ({
  ...(await ruleContext(deps)),
  attempt: dueAt,
  ...(deps.waitingNow === undefined ? {} : { clock: deps.waitingNow() }),
});

const toDeliver = (familyCase: FamilyCase, noticeId: string): NoticeToDeliver | undefined => {
  const notice = familyCase.notices.find(({ id }) => id === noticeId);
  const escalation = familyCase.escalations.find(({ id }) => id === notice?.escalationId);
  if (notice === undefined || escalation === undefined) return undefined;
  const { to } = notice;
  const filing = to.kind === 'address' ? filingsOf(escalation).find(({ replyTo }) => replyTo === to.key) : undefined;
  return { caseId: familyCase.id, notice, escalation: asSeenBy(escalation, filing), label: labelOf(familyCase) };
};

export const noticeToDeliver = async (deps: CaseDeps, due: DueNotice): Promise<NoticeToDeliver | undefined> =>
  changeCase(deps, due.caseId, async (familyCase) => {
    if (familyCase === undefined) return { kind: 'leave', result: undefined };
    const started = startAttempt(familyCase, due.noticeId, await contextOf(deps, due));
    const found = started.kind === 'send' ? toDeliver(started.familyCase, due.noticeId) : undefined;
    const isForFiler = found?.notice.to.kind === 'address';
    const result = found && isForFiler ? { ...found, names: await ownerNames(deps, found.escalation) } : found;
    return started.familyCase === familyCase
      ? { kind: 'leave', result }
      : { kind: 'write', familyCase: started.familyCase, result };
  });

export const settleNotice = async (deps: CaseDeps, due: DueNotice, outcome: DeliveryOutcome): Promise<void> =>
  changeCase(deps, due.caseId, async (familyCase) => {
    if (familyCase === undefined) return { kind: 'leave', result: undefined };
    const settled = settle(familyCase, due.noticeId, outcome, await contextOf(deps, due));
    return settled === familyCase
      ? { kind: 'leave', result: undefined }
      : { kind: 'write', familyCase: settled, result: undefined };
  });

/** Cases in which this person has a task or a card: news about any other is found at its own time, within the hour. */
export const requeueFor = async (deps: CaseDeps, actorId: string): Promise<void> => {
  const [asOfficer, asWorker] = await Promise.all([
    deps.register.casesForOfficer(actorId),
    deps.register.casesOf(actorId),
  ]);
  for (const caseId of new Set([...asOfficer, ...asWorker.map((one) => one.caseId)]))
    await changeCase(deps, caseId, (familyCase) => {
      const next = familyCase && requeue(familyCase, actorId, deps.now());
      return next === undefined || next === familyCase
        ? { kind: 'leave', result: undefined }
        : { kind: 'write', familyCase: next, result: undefined };
    });
};
