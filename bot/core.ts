/** The house without its doors: the subject, the talk and the one turn, over whatever register, roles and clock it is given. */
import {
  type Archive,
  type AuditLog,
  type CaseSource,
  type Cases,
  localDay,
  makeCases,
  type Register,
  type RoleTable,
} from '../cases/index.ts';
import {
  announce,
  announceWork,
  type Converse,
  converse,
  type Dealt,
  type DeskPort,
  emergencyNumbers,
  emergencyReply,
  faultReply,
  handOut,
  type PeoplePort,
  type Reply,
} from '../dialogs/index.ts';
import { type Knowledge, missingForFiling } from '../knowledge/index.ts';
import type { Tries } from './attempts.ts';
import { caseSettings } from './case-settings.ts';
import type { Log } from './log.ts';
import type { Announce } from './outbox/one-delivery.ts';
import { makeSteadyClock } from './steady-clock.ts';
import { makeTurn, type Turn } from './turn.ts';

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
  readonly register: Register & Pick<Archive, 'ids'>;
  readonly auditLog: AuditLog;
  readonly roles: RoleTable;
  readonly sources: readonly CaseSource[];
  readonly world: World;
  readonly log: Log;
  readonly followCodeTries: Tries;
  /** What counts together for the limit on follow codes, e.g. the conversation and the address it comes from. */
  followCodeKeys(conversation: string): readonly string[];
  /** Opens a chat with this colleague; left out where there are no such chats. */
  chatLink?(actorId: string): Promise<string | null>;
  /** Colleagues who can join a chat. */
  readonly people: PeoplePort;
  /** How a parent's question was dealt with. */
  onDealt?(conversation: string, dealt: Dealt): void;
  /** Lets other turns go on in the middle of something long. */
  pause(): Promise<void>;
  /** A change was stored and may have written notices. */
  onChange(): void;
  /** By which conversations fall silent; as `world.now` when left out. The clock of a demo can be moved, people can't. */
  conversationNow?(): Date;
}

export interface Core extends Turn {
  /** The one that is used now. */
  knowledge(): Knowledge;
  /** From the next turn on. The settings of the cases stay as they were at the start. */
  use(knowledge: Knowledge): void;
  readonly cases: Cases;
  readonly announce: Announce;
  emergency(text: string): Reply | null;
  emergencyNumbers(): Reply;
  fault(): Reply;
}

export function makeCore(deps: CoreDeps): Core {
  const { world } = deps;
  const settings = caseSettings(deps.knowledge.settings);
  const isReady = () => missingForFiling(used.knowledge.settings, localDay(world.now())).length === 0;
  const clock = makeSteadyClock(() => world.now());
  const waitingNow = () => new Date(clock());
  const cases = announcing(makeCases({ ...deps, ...world, settings, isReady, waitingNow }), () => {
    deps.onChange();
  });
  let used = { knowledge: deps.knowledge, talk: talkOver(deps.knowledge, cases, deps) };
  const emergency = (text: string) => emergencyReply(text, used.knowledge);
  const fault = () => faultReply(used.knowledge);
  return {
    cases,
    knowledge: () => used.knowledge,
    use(knowledge) {
      used = { knowledge, talk: talkOver(knowledge, cases, deps) };
    },
    ...makeTurn({
      converse: (state, turn) => used.talk(state, turn),
      emergency,
      fault,
      onDealt: (conversation, dealt) => {
        deps.onDealt?.(conversation, dealt);
      },
      log: deps.log,
      now: () => deps.conversationNow?.() ?? world.now(),
    }),
    announce: (notice, form, standing) =>
      'work' in notice
        ? announceWork(notice.work, notice.notice.cardRef, used.knowledge)
        : announce(notice, used.knowledge, {
            variant: form === 'short' ? 'short' : undefined,
            cardRef: standing?.cardRef,
            newRef: (caseId) => handOut(world, caseId),
          }),
    emergency,
    emergencyNumbers: () => emergencyNumbers(used.knowledge),
    fault,
  };
}

function talkOver(knowledge: Knowledge, cases: Cases, deps: CoreDeps): Converse {
  const { world, followCodeTries } = deps;
  return converse({
    knowledge,
    cases,
    desk: deskOver(deps),
    people: deps.people,
    newId: () => world.newId(),
    sha256: (text) => world.sha256(text),
    now: () => world.now(),
    pause: () => deps.pause(),
    mayTryFollowCode: (conversation) => followCodeTries.mayTry(deps.followCodeKeys(conversation)),
    followCodeWorked: (conversation) => {
      followCodeTries.worked(deps.followCodeKeys(conversation));
    },
  });
}

function deskOver(deps: CoreDeps): DeskPort {
  return {
    officers: () => deps.roles.officers(),
    caseIds: () => deps.register.ids(),
    chatWith: (actorId) => deps.chatLink?.(actorId) ?? Promise.resolve(null),
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
    asOfficer: (...args) => then(cases.asOfficer(...args)),
    react: (...args) => then(cases.react(...args)),
    record: (...args) => then(cases.record(...args)),
    endFirstContact: (...args) => then(cases.endFirstContact(...args)),
    stopFinding: (...args) => then(cases.stopFinding(...args)),
    pushFinding: (...args) => then(cases.pushFinding(...args)),
    lookAtAll: (...args) => then(cases.lookAtAll(...args)),
    actOnDueDates: (...args) => then(cases.actOnDueDates(...args)),
    requeue: (...args) => then(cases.requeue(...args)),
  };
}
