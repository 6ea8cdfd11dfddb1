/** How it went with a family: everything that was written down along the way. */
import type { Aftercare, DomainLook, GateCheck, Handover, Measure, PromiseMade } from './continuity.ts';
import type { Fact, Signal } from './fact.ts';
import type { RegieTask, Trajectory } from './help.ts';
import type { HelpRequest, Referral, Rejection } from './request.ts';
import type { Stuck } from './stuck.ts';

export interface Course {
  readonly facts: readonly Fact[];
  readonly lifeDomains: readonly DomainLook[];
  readonly requests: readonly HelpRequest[];
  readonly signals: readonly Signal[];
  readonly referrals: readonly Referral[];
  readonly rejections: readonly Rejection[];
  readonly tasks: readonly RegieTask[];
  readonly trajectories: readonly Trajectory[];
  readonly measures: readonly Measure[];
  readonly handovers: readonly Handover[];
  readonly promises: readonly PromiseMade[];
  readonly aftercare: Aftercare | null;
  readonly gateChecks: readonly GateCheck[];
  readonly stuck: Stuck;
}

/** A family of which nothing was written down yet. */
export const newCourse: Course = {
  facts: [],
  lifeDomains: [],
  requests: [],
  signals: [],
  referrals: [],
  rejections: [],
  tasks: [],
  trajectories: [],
  measures: [],
  handovers: [],
  promises: [],
  aftercare: null,
  gateChecks: [],
  stuck: { findings: [], stops: [], pushes: [], escalationIds: [] },
};
