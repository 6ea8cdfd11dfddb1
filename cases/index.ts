/** cases/: the subject. Model, rules, use cases, ports. Imports nothing; inside, `rules/` imports only `model.ts`. */
export type {
  Account,
  CardView,
  Cases,
  CheckResult,
  DueRun,
  Filed,
  FilerTarget,
  Filing,
  Followed,
  GateChecked,
  NightlyRun,
  NoticeToDeliver,
  OfficerTarget,
  PromiseOfFamily,
  Recorded,
  Refusal,
  TeamMember,
} from './cases.ts';
// The whole model goes out: `model.ts` is the one list of its names.
export * from './model.ts';
export type {
  Archive,
  AuditLog,
  CaseDeps,
  CaseLabel,
  CaseSource,
  CommitOutcome,
  DueNotice,
  Register,
  RoleTable,
  SourceAnswer,
} from './ports.ts';
export { makeCases } from './make-cases.ts';
export type { CompleteCheck, Deviation, DeviationCode } from './rules/complete-check.ts';
export { type Continuity, continuityOf } from './rules/continuity.ts';
export { familyFigures, type Figures, figuresOf } from './rules/figures.ts';
export { type FamilyWork, openWork, type WorkItem, type WorkKind } from './rules/open-work.ts';
export { recordedBefore } from './use-cases/record-entry.ts';
export { workWaitingFor } from './use-cases/work-waiting-for.ts';
export {
  type KeepDays,
  type KeptKind,
  keptKindOf,
  type Retention,
  retentionOf,
  type StillRunning,
} from './rules/retention.ts';
export { copyCase, type Erased, eraseCase, type KeepDeps } from './use-cases/keep-or-erase.ts';
export { type WallCount, wallCount } from './rules/providers.ts';
export type { CaseEntry } from './rules/record/entry.ts';
export { tickable } from './rules/record/signals.ts';
export { type CardInput, walkCard } from './rules/stuck/card.ts';
export { type Desk, deskOf } from './rules/stuck/desk.ts';
export { fireRules } from './rules/stuck/fire.ts';
export type { StoppedFinding } from './rules/stuck/stopped.ts';
export { growStuck, openProposals, stuckCardOf } from './rules/stuck/grow.ts';
export type {
  DecisionInput,
  FilerAction,
  GroundsInput,
  LessonInput,
  OfficerAction,
  OrderInput,
  RegisseurInput,
} from './rules/escalation/actions.ts';
export { isCalledOff, isStillToCall } from './rules/escalation/calls.ts';
export { cannotClose } from './rules/escalation/close.ts';
export { type DueItem, type DueKind, dueItems, isOpen, isRunning } from './rules/escalation/due.ts';
export { askedOfGone } from './rules/escalation/asked-of-gone.ts';
export { factsOf } from './rules/escalation/facts-of.ts';
export { filersIn, filingsOf, isFiler } from './rules/escalation/filings.ts';
export type { OnBehalfInput } from './rules/escalation/on-behalf.ts';
export { missedDays } from './rules/escalation/late.ts';
export { lastDayOf, leadingRegisseurs } from './rules/record/regisseurs.ts';
export { isGiven } from './rules/escalation/orders.ts';
export type { PublishedText } from './rules/escalation/publication.ts';
export type { ProposalInput } from './rules/escalation/proposal.ts';
export { normCheck } from './rules/norms/norm-check.ts';
export type { NormEvidence, NormFinding, NormId, NormInput } from './rules/norms/finding.ts';
export { type AnonymousRecord, anonymousRecord, type Quarter, quarterOf } from './rules/public/anonymous-record.ts';
export { type AskedAndDone, askedAndDone, type QuarterReport, quarterReport } from './rules/public/quarter-report.ts';
export type { Cell, Group } from './rules/public/small-counts.ts';
export type { Tracked, TrackedKind } from './rules/tracked.ts';
export { isToBeKept, trackedPromises } from './rules/tracker.ts';
export type { Whom } from './rules/whom.ts';
export { allPromises, isOpenPromise } from './rules/promise.ts';
export { namedNow } from './use-cases/named-promises.ts';
export type { ClosingObstacle } from './rules/refusal.ts';
export { farthestDay, firstDay, lastDay, longestLine, longestText, longestWords } from './rules/fields.ts';
export { formatFollowCode, makeFollowCode, normaliseFollowCode } from './rules/follow-code.ts';
export { maskBsn } from './rules/mask-bsn.ts';
export { findOnePlan } from './rules/one-plan.ts';
export {
  addDays,
  addWerkdagen,
  instantOn,
  isDay,
  isWerkdag,
  localDay,
  localTime,
  werkdagenLater,
} from './rules/werkdagen.ts';
