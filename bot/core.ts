/** The house without its doors: the subject, the talk and the one turn, over whatever register, roles and clock it is given. */
import {
  type AuditLog,
  type CaseSource,
  type Cases,
  makeCases,
  type Register,
  type RoleTable,
} from '../cases/index.ts';
import { announce, converse, emergencyNumbers, emergencyReply, faultReply, type Reply } from '../dialogs/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import type { Tries } from './attempts.ts';
import type { Log } from './log.ts';
import type { Announce } from './outbox/one-delivery.ts';
import { makeTurn, type Turn } from './turn.ts';

/** How long a card of which nobody knows whether it arrived waits for proof. */
const PROOF_WAIT_MS = 45_000;
const MAX_TRIES = 8;

/** Time, chance and hashing: the real ones stand in `world.ts`. */
export interface World {
  now(): Date;
  /** 128 random bits, base64url. */
  newId(): string;
  newFollowCode(): string;
  sha256(text: string): string;
}

export interface CoreDeps {
  readonly knowledge: Knowledge;
  readonly register: Register;
  readonly auditLog: AuditLog;
  readonly roles: RoleTable;
  readonly sources: readonly CaseSource[];
  readonly world: World;
  readonly log: Log;
  readonly followCodeTries: Tries;
  /** What counts together for the limit on follow codes, e.g. the conversation and the address it comes from. */
  followCodeKeys(conversation: string): readonly string[];
  /** A change was stored and may have written notices. */
  onChange(): void;
}

export interface Core extends Turn {
  readonly cases: Cases;
  readonly announce: Announce;
  emergency(text: string): Reply | null;
  emergencyNumbers(): Reply;
  fault(): Reply;
}

export function makeCore(deps: CoreDeps): Core {
  const { knowledge, world } = deps;
  const cases = announcing(makeCases({ ...deps, ...world, settings: settingsOf(knowledge) }), () => {
    deps.onChange();
  });
  const talk = converse({
    knowledge,
    cases,
    newId: () => world.newId(),
    now: () => world.now(),
    mayTryFollowCode: (conversation) => deps.followCodeTries.mayTry(deps.followCodeKeys(conversation)),
    followCodeWorked: (conversation) => {
      deps.followCodeTries.worked(deps.followCodeKeys(conversation));
    },
  });
  const emergency = (text: string) => emergencyReply(text, knowledge);
  const fault = () => faultReply(knowledge);
  return {
    cases,
    ...makeTurn({ converse: talk, emergency, fault, log: deps.log, now: () => world.now() }),
    announce: (notice, form) => announce(notice, knowledge, form === 'short' ? 'short' : undefined),
    emergency,
    emergencyNumbers: () => emergencyNumbers(knowledge),
    fault,
  };
}

function settingsOf({ settings }: Knowledge) {
  return {
    countingPlanKinds: settings.plannen.teltAlsPlan,
    planOutdatedAfterDays: settings.plannen.verouderdNaDagen,
    answerWithinWerkdagen: settings.escalatie.antwoordBinnenWerkdagen,
    holidays: settings.feestdagen,
    proofWaitMs: PROOF_WAIT_MS,
    maxTries: MAX_TRIES,
  };
}

/** The same cases, which say so after every change that may have written a notice. */
function announcing(cases: Cases, onChange: () => void): Cases {
  const then = async <T>(change: Promise<T>): Promise<T> => {
    const outcome = await change;
    onChange();
    return outcome;
  };
  return {
    ...cases,
    file: (...args) => then(cases.file(...args)),
    take: (...args) => then(cases.take(...args)),
    decide: (...args) => then(cases.decide(...args)),
    withdraw: (...args) => then(cases.withdraw(...args)),
    requeue: (...args) => then(cases.requeue(...args)),
  };
}
