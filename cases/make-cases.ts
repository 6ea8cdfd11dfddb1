/** The subject's front door: the use cases over their ports. */
import type { Cases } from './cases.ts';
import type { CaseDeps } from './ports.ts';
import { checkFamily, ownCases } from './use-cases/check-family.ts';
import { noticeToDeliver, requeueFor, settleNotice } from './use-cases/deliver-notices.ts';
import { fileFor } from './use-cases/file-escalation.ts';
import { followFiling, withdrawFiling } from './use-cases/follow-filing.ts';
import { giveOrphans } from './use-cases/give-orphans.ts';
import { decideEscalation, openCard, takeEscalation } from './use-cases/on-card.ts';
import { openEscalations } from './use-cases/open-escalations.ts';

export const makeCases = (deps: CaseDeps): Cases => ({
  ownCases: (actor) => ownCases(deps, actor),
  check: (actor, caseId) => checkFamily(deps, actor, caseId),
  file: (actor, filing, commandId) => fileFor(deps, actor, filing, commandId),
  openCard: (actor, cardRef) => openCard(deps, actor, cardRef),
  take: (actor, cardRef, commandId) => takeEscalation(deps, actor, cardRef, commandId),
  decide: (actor, cardRef, input, commandId) => decideEscalation(deps, actor, cardRef, input, commandId),
  withdraw: (actor, target, reason, commandId) => withdrawFiling(deps, actor, target, reason, commandId),
  follow: (followCode) => followFiling(deps, followCode),
  openEscalations: (actor) => openEscalations(deps, actor),
  dueNotices: (limit) => deps.register.due(deps.now().toISOString(), limit),
  noticeToDeliver: (due) => noticeToDeliver(deps, due),
  settle: (due, outcome) => settleNotice(deps, due, outcome),
  requeue: (actorId) => requeueFor(deps, actorId),
  handOverOrphans: () => giveOrphans(deps),
});
