/** The subject's front door: the use cases over their ports. */
import type { Cases } from './cases.ts';
import type { CaseDeps } from './ports.ts';
import { accountOf, openPromises, publicRecords } from './use-cases/account.ts';
import { checkFamily, ownCases, showOwnCases } from './use-cases/check-family.ts';
import { noticeToDeliver, requeueFor, settleNotice } from './use-cases/deliver-notices.ts';
import { actOnDueDates } from './use-cases/due-dates.ts';
import { fileFor, filedBefore } from './use-cases/file-escalation.ts';
import { followFiling, reactTo, withdrawFiling } from './use-cases/follow-filing.ts';
import { giveOrphans } from './use-cases/give-orphans.ts';
import { lookAtAll } from './use-cases/look-at-all.ts';
import { actAsOfficer, decideEscalation, openCard, takeEscalation } from './use-cases/on-card.ts';
import { publishedTexts } from './use-cases/published-texts.ts';
import { runningEscalations } from './use-cases/running-escalations.ts';
import { endFirstContact, pushFor, recordFor, stopFor } from './use-cases/record-entry.ts';
import { inView, ownWork } from './use-cases/work-and-figures.ts';

export const makeCases = (deps: CaseDeps): Cases => ({
  ownCases: (actor) => ownCases(deps, actor),
  showOwnCases: (actor) => showOwnCases(deps, actor),
  check: (actor, caseId) => checkFamily(deps, actor, caseId),
  file: (actor, filing, commandId) => fileFor(deps, actor, filing, commandId),
  filedBefore: (actor, commandId) => filedBefore(deps, actor, commandId),
  openCard: (actor, cardRef) => openCard(deps, actor, cardRef),
  take: (actor, cardRef, commandId) => takeEscalation(deps, actor, cardRef, commandId),
  decide: (actor, cardRef, input, commandId) => decideEscalation(deps, actor, cardRef, input, commandId),
  asOfficer: (actor, target, action, commandId) => actAsOfficer(deps, actor, target, { action, commandId }),
  react: (actor, target, action, commandId) => reactTo(deps, actor, target, { action, commandId }),
  actOnDueDates: (pause) => actOnDueDates(deps, pause),
  running: (actor) => runningEscalations(deps, actor),
  account: (actor, target) => accountOf(deps, actor, target),
  openPromises: (actor, ids, pause) => openPromises(deps, actor, ids, pause),
  published: (actor, ids, pause) => publishedTexts(deps, actor, ids, pause),
  publicRecords: (ids, pause) => publicRecords(deps, ids, pause),
  withdraw: (actor, target, reason, commandId) => withdrawFiling(deps, actor, target, reason, commandId),
  record: (actor, caseId, entry, commandId) => recordFor(deps, actor, caseId, entry, commandId),
  endFirstContact: (actor, caseId, contactOn, commandId) => endFirstContact(deps, actor, caseId, contactOn, commandId),
  stopFinding: (actor, caseId, stop, commandId) => stopFor(deps, actor, caseId, stop, commandId),
  pushFinding: (actor, caseId, key, commandId) => pushFor(deps, actor, caseId, key, commandId),
  ownWork: (actor) => ownWork(deps, actor),
  inView: (actor, pause) => inView(deps, actor, pause),
  lookAtAll: (pause) => lookAtAll(deps, pause),
  follow: (actor, followCode) => followFiling(deps, actor, followCode),
  dueNotices: (limit) => deps.register.due((deps.waitingNow?.() ?? deps.now()).toISOString(), limit),
  noticeToDeliver: (due) => noticeToDeliver(deps, due),
  settle: (due, outcome) => settleNotice(deps, due, outcome),
  requeue: (actorId) => requeueFor(deps, actorId),
  handOverOrphans: () => giveOrphans(deps),
});
