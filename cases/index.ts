/** cases/: the subject. Model, rules, use cases, ports. Imports nothing; inside, `rules/` imports only `model.ts`. */
export type {
  CardView,
  Cases,
  CheckResult,
  DecisionInput,
  Filed,
  Filing,
  Followed,
  NoticeToDeliver,
  Refusal,
} from './cases.ts';
export type {
  Actor,
  AuditLine,
  CaseSettings,
  Day,
  Decision,
  DeliveryOutcome,
  Escalation,
  EscalationState,
  Family,
  FamilyCase,
  FilingAnswers,
  Instant,
  IssuedCard,
  LifeDomain,
  Member,
  Notice,
  NoticeKind,
  NoticeState,
  NoticeTarget,
  OnePlanFinding,
  OwnWords,
  Party,
  Plan,
  PlanFinding,
  ProcessedCommand,
  Regisseur,
  RegisseurFinding,
  StaffActor,
  Verdict,
} from './model.ts';
export type {
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
export { formatFollowCode, makeFollowCode, normaliseFollowCode } from './rules/follow-code.ts';
export { maskBsn } from './rules/mask-bsn.ts';
export { findOnePlan } from './rules/one-plan.ts';
export { addWerkdagen, instantOn, isWerkdag, localDay, werkdagenLater } from './rules/werkdagen.ts';
