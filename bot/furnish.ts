/** The channels, the turn and what runs beside them, each handed what it needs of the others. */
import { randomBytes } from 'node:crypto';
import { maskBsn, type RoleTable } from '../cases/index.ts';
import type { Reply } from '../dialogs/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { toWebActivities } from './activities.ts';
import { tellingBook } from './address-book.ts';
import { FOLLOW_CODE_LIMITS, makeAttempts } from './attempts.ts';
import type { Config } from './config.ts';
import { type Core, makeCore, type World } from './core.ts';
import { makeDaily } from './daily.ts';
import { makeDemoRoles } from './demo/identities.ts';
import { type DirectLine, makeDirectLine } from './directline/direct-line.ts';
import { defaultLimits, type Limits } from './directline/types.ts';
import type { Log } from './log.ts';
import { standingIn } from './outbox/standing-card.ts';
import { makeOutbox, type Outbox } from './outbox.ts';
import { makePeople, type People } from './people.ts';
import { makeRoleTable, type StaffTable } from './roles.ts';
import type { Rounds } from './rounds.ts';
import { roundsFor } from './rounds-for.ts';
import type { Store } from './store.ts';
import { chatLink, type TeamsChannel } from './teams/index.ts';
import { teamsFor } from './teams-for.ts';
import { WebAdapter } from './web-adapter.ts';
import { conversationIdOf, makeWebTalk, type WebTalk, webKey } from './web-talk.ts';
import { workListFor } from './work-list-for.ts';
import { letOthersGo, realTimers } from './world.ts';

const OUTBOX_POLL_MS = 2_000;
const NO_TEAMS = { kind: 'unreachable', because: 'no-teams', alarm: null, tooLarge: false } as const;

export interface Parts {
  readonly config: Config;
  readonly limits?: Partial<Limits> | undefined;
  readonly world: World;
  /** Of the server itself, its conversations and limits: never moved by a visitor of the demo. */
  readonly real: World;
  readonly log: Log;
  readonly knowledge: Knowledge;
  readonly store: Store;
}

export interface House {
  readonly core: Core;
  readonly directLine: DirectLine;
  readonly outbox: Outbox;
  readonly people: People;
  readonly rounds: Rounds;
  readonly teams: TeamsChannel | null;
  readonly roles: RoleTable;
  readonly workList: ReturnType<typeof workListFor>;
}

/** The channels need the turn, the turn wakes the outbox, and the outbox needs the channels: what comes later is reached through `late`. */
export function furnish({ config, limits, world, real, log, knowledge, store }: Parts): House {
  const roles = rolesFor(config);
  const late: { wake(): void; firstPersona?: (() => void) | null; talk?: WebTalk; teams?: TeamsChannel | null } = {
    wake: () => undefined,
  };
  const workList = workListFor(config, {
    knowledge: () => core.knowledge(),
    settings: knowledge.settings,
    log,
    world: real,
  });
  const people = makePeople({
    isStaff: async (actorId) => (await roles.roleOf(actorId)) !== undefined,
    tellColleague: async (actorId, replies) => {
      const address = await store.addressBook.get(actorId);
      if (address?.kind === 'web') return (await late.talk?.send(address.conversationId, replies)) ?? false;
      return address !== undefined && (await late.teams?.deliver(address, replies))?.kind === 'delivered';
    },
    tellVisitor: async (key, replies) => (await late.talk?.send(conversationIdOf(key), replies)) ?? false,
    saidIn: (key) => directLine.saidIn(conversationIdOf(key)),
    auditLog: store.auditLog,
    timers: realTimers,
    log,
    now: () => world.now(),
  });
  const core: Core = makeCore({
    ...store,
    knowledge,
    roles,
    people,
    sources: [],
    world,
    log,
    followCodeTries: makeAttempts(FOLLOW_CODE_LIMITS, () => real.now()),
    conversationNow: () => real.now(),
    followCodeKeys: (conversation) => [conversation, ...ipKeys(directLine, conversation)],
    pause: letOthersGo,
    chatLink: (actorId) => chatWith(roles, actorId),
    onDealt: (conversation, dealt) => {
      workList.dealt(conversation, dealt);
    },
    onChange: () => {
      late.wake();
    },
  });
  const addressBook = tellingBook(store.addressBook, (key) => core.cases.requeue(key));
  const directLine: DirectLine = makeDirectLine({
    key: config.tokenKey ? Buffer.from(config.tokenKey.reveal(), 'base64') : randomBytes(32),
    limits: { ...defaultLimits, ...limits },
    log,
    timers: realTimers,
    allowPersonas: config.mode !== 'teams',
    parentsMaySubmit: false,
    now: () => real.now(),
    newId: () => real.newId(),
    maskText: (text) => maskBsn(text),
    emergency: (text) => {
      const reply = core.emergency(text);
      return reply && activityOf(reply);
    },
    emergencyNumbers: () => activityOf(core.emergencyNumbers()),
    onEnd: (conversationId) => {
      core.forget(webKey(conversationId));
      people.visitorLeft(webKey(conversationId));
      workList.forget(webKey(conversationId));
    },
    onFeedback: ({ id }, feedback) => {
      workList.feedback(webKey(id), feedback);
    },
    onArrival: async (conversation, activity) => {
      await late.talk?.arrive(conversation, activity);
    },
  });
  const adapter = new WebAdapter({ directLine, log, failure: () => activityOf(core.fault()) });
  const talk = makeWebTalk({
    adapter,
    handle: core.handle,
    onPersona: async (actorId, conversationId) => {
      await addressBook.put(actorId, { kind: 'web', conversationId });
      late.firstPersona?.();
    },
  });
  late.talk = talk;
  const teams = teamsFor(config, {
    knowledge: () => core.knowledge(),
    roles: noticing(roles, (actorId) => {
      people.roleGone(actorId);
    }),
    core,
    store: { ...store, addressBook },
    log,
    world,
    timers: realTimers,
  });
  late.teams = teams;
  const daily = makeDaily({
    ledger: store.digests,
    register: store.register,
    addressBook: store.addressBook,
    auditLog: store.auditLog,
    roles,
    cases: core.cases,
    settings: () => core.knowledge().settings,
    now: () => world.now(),
    newId: () => world.newId(),
    wake: () => {
      late.wake();
    },
  });
  const outbox = makeOutbox({
    cases: daily.withDigests(core.cases),
    addressBook: store.addressBook,
    waitsForWindow: config.mode === 'demo',
    announce: core.announce,
    standing: standingIn(store.register),
    deliver: (address, replies, inPlaceOf) =>
      teams ? teams.deliver(address, replies, inPlaceOf) : Promise.resolve(NO_TEAMS),
    sendWeb: (conversationId, replies) => talk.send(conversationId, replies),
    log,
    timers: realTimers,
    pollMs: OUTBOX_POLL_MS,
    now: () => world.now(),
    random: Math.random,
  });
  late.wake = () => {
    outbox.wake();
  };
  const rounds = roundsFor({
    cases: core.cases,
    daily,
    log,
    now: () => real.now(),
    auditHead: () => store.auditHead(),
  });
  late.firstPersona = () => {
    late.firstPersona = null;
    rounds.wake();
  };
  return { core, directLine, outbox, people, rounds, teams, roles, workList };
}

function rolesFor(config: Config): StaffTable {
  if (config.mode === 'teams') return makeRoleTable(config.rolesFile);
  return config.rolesFile === null ? demoStaff() : makeRoleTable(config.rolesFile, 'any-ids');
}

/** The same roles, which tell of who speaks up without having one (any more). */
const noticing = (roles: RoleTable, onNone: (actorId: string) => void): RoleTable => ({
  ...roles,
  async roleOf(actorId) {
    const found = await roles.roleOf(actorId);
    if (found === undefined) onNone(actorId);
    return found;
  },
});

/** The people of the demo have no account anywhere. */
const demoStaff = (): StaffTable => ({ ...makeDemoRoles(), signInNameOf: () => Promise.resolve(null) });

async function chatWith(roles: StaffTable, actorId: string): Promise<string | null> {
  const name = await roles.signInNameOf(actorId);
  return name === null ? null : chatLink(name);
}

function ipKeys(directLine: DirectLine, conversation: string): string[] {
  const ipKey = directLine.ipKeyOf(conversationIdOf(conversation));
  return ipKey === null ? [] : [`ip:${ipKey}`];
}

function activityOf(reply: Reply) {
  const [first] = toWebActivities([reply]);
  if (!first) throw new Error('Failed to put a reply into an activity: it was empty.');
  return first.activity;
}
