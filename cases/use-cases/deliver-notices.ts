/** The outbox: which notices are due, what one attempt may send, and what came of it. */
import type { NoticeToDeliver } from '../cases.ts';
import type { DeliveryOutcome, FamilyCase } from '../model.ts';
import type { CaseDeps, DueNotice } from '../ports.ts';
import { settle, startAttempt } from '../rules/notice.ts';
import { labelOf } from './card-view.ts';
import { changeCase } from './change-case.ts';
import { ruleContext } from './rule-context.ts';

const toDeliver = (familyCase: FamilyCase, noticeId: string): NoticeToDeliver | undefined => {
  const notice = familyCase.notices.find(({ id }) => id === noticeId);
  const escalation = familyCase.escalations.find(({ id }) => id === notice?.escalationId);
  if (notice === undefined || escalation === undefined) return undefined;
  return { caseId: familyCase.id, notice, escalation, label: labelOf(familyCase) };
};

export const noticeToDeliver = async (deps: CaseDeps, due: DueNotice): Promise<NoticeToDeliver | undefined> =>
  changeCase(deps, due.caseId, async (familyCase) => {
    if (familyCase === undefined) return { kind: 'leave', result: undefined };
    const started = startAttempt(familyCase, due.noticeId, { ...(await ruleContext(deps)), attempt: due.dueAt });
    const result = started.kind === 'send' ? toDeliver(started.familyCase, due.noticeId) : undefined;
    return started.familyCase === familyCase
      ? { kind: 'leave', result }
      : { kind: 'write', familyCase: started.familyCase, result };
  });

export const settleNotice = async (deps: CaseDeps, due: DueNotice, outcome: DeliveryOutcome): Promise<void> =>
  changeCase(deps, due.caseId, async (familyCase) => {
    if (familyCase === undefined) return { kind: 'leave', result: undefined };
    const settled = settle(familyCase, due.noticeId, outcome, { ...(await ruleContext(deps)), attempt: due.dueAt });
    return settled === familyCase
      ? { kind: 'leave', result: undefined }
      : { kind: 'write', familyCase: settled, result: undefined };
  });
