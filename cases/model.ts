/**
 * The subject as plain data. `FamilyCase` is the aggregate: everything that must change together lives in it,
 * and one write stores it. States are unions of real states, so impossible combinations can't be written down.
 */
export {
  type Aftercare,
  type AftercareMoment,
  type DomainLook,
  type GateCheck,
  type Handover,
  type HandoverItem,
  handoverItems,
  type Measure,
  type PromiseMade,
  type PromiseStep,
} from './model/continuity.ts';
export { type Course, newCourse } from './model/course.ts';
export {
  type AskedOf,
  type Blocker,
  blockers,
  type CallBack,
  type MoreAsked,
  type Order,
} from './model/asked.ts';
export type {
  Decision,
  DecisionGrounds,
  Escalation,
  EscalationState,
  IssuedCard,
  Verdict,
} from './model/escalation.ts';
export { type Fact, type Recorder, type Signal, type SignalCode, signalCodes, type SignalMove } from './model/fact.ts';
export type { AuditLine, FamilyCase, ProcessedCommand } from './model/family-case.ts';
export { type Family, type LifeDomain, lifeDomainNames, type Member } from './model/family.ts';
export type { FilingAnswers, JoinedFiling, OnBehalf, Reading, StoredFiling } from './model/filing.ts';
export type { OnePlanFinding, PlanFinding, RegisseurFinding } from './model/finding.ts';
export type { Party, Plan, Provider, RegieTask, Regisseur, Trajectory, YesNo } from './model/help.ts';
export type {
  Closing,
  Complaint,
  ComplaintStatement,
  EarlierRound,
  FactBeside,
  Lesson,
  ToldParent,
} from './model/lesson.ts';
export type { DeliveryOutcome, Notice, NoticeKind, NoticeState, NoticeTarget } from './model/notice.ts';
export type { Absence, OnDuty } from './model/officers.ts';
export type { OwnWords } from './model/own-words.ts';
export type { Actor, Author, Named, StaffActor } from './model/people.ts';
export { newProceedings, type Proceedings } from './model/proceedings.ts';
export type {
  HelpRequest,
  Referral,
  ReferralOutcome,
  Rejection,
  RequestAnswer,
  RequestKind,
  RequestOutcome,
} from './model/request.ts';
export type { Comment, HelpedQuestion, ParentProposal, ProposalAnswer } from './model/said.ts';
export { type CaseSettings, type EscalationTerms, usualTerms } from './model/settings.ts';
export { type EscalationStep, type StepKind, stepKinds } from './model/step.ts';
export {
  type OwnRule,
  type RuleMode,
  type Stuck,
  type StuckCard,
  type StuckCardState,
  type StuckFinding,
  type StuckPush,
  type StuckRuleId,
  type StuckSettings,
  type StuckStop,
  stuckRuleIds,
} from './model/stuck.ts';
export type { Day, Instant } from './model/time.ts';
