/** Puts the house together: which register, which channels, which roles, and what each is handed. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { maskBsn, type RoleTable } from '../cases/index.ts';
import type { Reply } from '../dialogs/index.ts';
import type { Knowledge } from '../knowledge/index.ts';
import { toWebActivities } from './activities.ts';
import { tellingBook } from './address-book.ts';
import { FOLLOW_CODE_LIMITS, makeAttempts } from './attempts.ts';
import { readBrowserFiles } from './browser-files.ts';
import type { Config } from './config.ts';
import { type Core, makeCore, type World } from './core.ts';
import { makeDemoRoles } from './demo/identities.ts';
import { demoClockFor, demoDaysFor } from './demo/days-for.ts';
import { mountDemo } from './demo/routes.ts';
import { seedDemo } from './demo/seed.ts';
import { type DirectLine, makeDirectLine } from './directline/direct-line.ts';
import { defaultLimits, type Limits } from './directline/types.ts';
import { type KnowledgeKeeper, makeKnowledgeKeeper } from './knowledge-keeper.ts';
import { sourceKnowledge } from './knowledge-source.ts';
import { makeDaily } from './daily.ts';
import { captureConsole, type Log, makeLog } from './log.ts';
import { standingIn } from './outbox/standing-card.ts';
import { makeOutbox, type Outbox } from './outbox.ts';
import { makeRoleTable, type StaffTable } from './roles.ts';
import type { Rounds } from './rounds.ts';
import { roundsFor } from './rounds-for.ts';
import { publicFor } from './public/public-for.ts';
import { mountPublic } from './public/routes.ts';
import { makeServer } from './server.ts';
import { orRefuse } from './start-fault.ts';
import { openStore, type Store } from './store.ts';
import { chatLink, type TeamsChannel } from './teams/index.ts';
import { teamsFor } from './teams-for.ts';
import { within } from './timers.ts';
import { WebAdapter } from './web-adapter.ts';
import { makePeople, type People } from './people.ts';
import { conversationIdOf, makeWebTalk, type WebTalk, webKey } from './web-talk.ts';
import { workListFor } from './work-list-for.ts';
import { letOthersGo, realTimers, realWorld } from './world.ts';

const OUTBOX_POLL_MS = 2_000;
const FORGET_EVERY_MS = 60_000;
/** As long as the outbox waits for what it has under way. */
const LAST_REPLIES_MS = 5_000;
const NO_TEAMS = { kind: 'unreachable', because: 'no-teams', alarm: null, tooLarge: false } as const;

export interface AppOptions {
  readonly config: Config;
  /** The folder that holds `knowledge/` and `dist/`. */
  readonly root: string;
  readonly logTo: { write(line: string): unknown };
  onFatal(fault: Error): void;
  /** For tests: a clock that can be moved, narrower limits, a store that counts or breaks. */
  readonly world?: Partial<World>;
  readonly limits?: Partial<Limits>;
  readonly wrapStore?: (store: Store) => Store;
}

export interface App {
  /** The address on this machine, without a slash at the end. */
  readonly url: string;
  /** One line for the person who started it. */
  readonly greeting: string;
  readonly core: Core;
  readonly store: Store;
  readonly outbox: Outbox;
  readonly rounds: Rounds;
  readonly log: Log;
  readonly knowledge: KnowledgeKeeper;
  /** Lets turns end, stores or sends what is due, closes everything. At most ten seconds. */
  stop(): Promise<void>;
}

/** Starts everything and listens. Rejects with a `StartFault` for whatever an operator can mend. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, root } = options;
  const real: World = { ...realWorld, ...options.world };
  const log = makeLog({ level: config.logLevel, stream: options.logTo, now: () => real.now() });
  const giveBackConsole = captureConsole(log, console);
  const places = { root, localDir: config.knowledgeDir, dataDir: config.dataDir, log };
  const [sourced, opened] = await Promise.all([orRefuse(sourceKnowledge(places)), openOrRefuse(options, real, log)]);
  const { knowledge } = sourced;
  const store = options.wrapStore?.(opened) ?? opened;
  const demo = config.mode !== 'teams';
  const clock = demo ? await orRefuse(demoClockFor(config, () => real.now())) : null;
  const world: World = clock ? { ...real, now: () => clock.now() } : real;
  const house = furnish({ options, world, real, log, knowledge, store });
  const { core, directLine, outbox, people, rounds, teams, roles, workList } = house;
  // Read anew at every action; unreadable at the start means that nobody could ever decide.
  await orRefuse(roles.officers());
  if (demo) await orRefuse(seedDemo(store.register, { now: world.now(), dataDir: config.dataDir }));
  const staticFiles = await orRefuse(readBrowserFiles({ folder: join(root, 'dist', 'web'), demo, knowledge }));
  const keeper = makeKnowledgeKeeper({
    places,
    sourced,
    use: (newer) => {
      core.use(newer);
    },
  });
  const server = makeServer({
    config,
    log,
    directLine,
    staticFiles,
    timers: realTimers,
    ...(teams ? { botMessages: teams.messages } : {}),
    extraRoutes: (restify) => {
      mountPublic(restify, publicFor({ config, core, register: store.register, now: () => world.now() }));
      if (clock) mountDemo(restify, directLine, demoDaysFor({ ...house, register: store.register, clock }));
    },
    ready: () => isReady(store, roles, log),
    readyDetails: () => keeper.state(),
    now: () => real.now(),
    newId: () => real.newId(),
  });
  const url = await orRefuse(server.listen());
  outbox.start();
  rounds.start();
  // In a demo nobody is there yet, and what is filed for nobody goes on to the next: it waits for the first of its people.
  if (!demo) rounds.wake();
  const stopForgetting = realTimers.every(FORGET_EVERY_MS, () => {
    core.forgetSilent();
    workList.forgetOld();
  });
  // The matcher is worked out now, so that the first visitor does not wait for it.
  realTimers.after(0, () => void knowledge.crisisLevel(''));
  log.info('listening', { mode: config.mode, port: Number(new URL(url).port) });
  return {
    url,
    greeting: `Regiewijzer (${knowledge.settings.gemeente}, ${config.mode}) listens on ${url}${demo ? ` and ${url}/demo` : ''}`,
    core,
    store,
    outbox,
    rounds,
    log,
    knowledge: keeper,
    async stop() {
      stopForgetting();
      const roundsEnded = rounds.stop();
      await server.drain();
      people.stop();
      // A connector that hangs holds a reply for ten seconds, which is all the time there is.
      await Promise.all([
        outbox.stop(),
        within(realTimers, LAST_REPLIES_MS, roundsEnded),
        within(realTimers, LAST_REPLIES_MS, people.settled()),
        teams && within(realTimers, LAST_REPLIES_MS, teams.settled()),
      ]);
      await store.auditLog.close();
      await Promise.all([keeper.settled(), workList.settled()]);
      await store.register.close();
      giveBackConsole();
    },
  };
}

interface Parts {
  readonly options: AppOptions;
  readonly world: World;
  /** Of the server itself, its conversations and limits: never moved by a visitor of the demo. */
  readonly real: World;
  readonly log: Log;
  readonly knowledge: Knowledge;
  readonly store: Store;
}

interface House {
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
function furnish({ options, world, real, log, knowledge, store }: Parts): House {
  const { config } = options;
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
    limits: { ...defaultLimits, ...options.limits },
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
    roles,
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
  const rounds = roundsFor({ cases: core.cases, daily, log });
  late.firstPersona = () => {
    late.firstPersona = null;
    rounds.wake();
  };
  return { core, directLine, outbox, people, rounds, teams, roles, workList };
}

function rolesFor(config: Config): StaffTable {
  if (config.mode === 'teams') return makeRoleTable(config.rolesFile);
  return config.rolesFile === null ? demoStaff() : makeRoleTable(config.rolesFile);
}

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

async function isReady(store: Store, roles: RoleTable, log: Log): Promise<boolean> {
  try {
    await store.register.due('', 1);
    return (await roles.officers()).length > 0;
  } catch (error) {
    log.error('not-ready', log.faultOf(error));
    return false;
  }
}

function openOrRefuse(options: AppOptions, world: World, log: Log): Promise<Store> {
  return orRefuse(
    openStore({
      dataDir: options.config.dataDir,
      sha256: (text) => world.sha256(text),
      onFatal(fault) {
        log.error('register-failed', log.faultOf(fault));
        options.onFatal(fault);
      },
    }),
  );
}

function activityOf(reply: Reply) {
  const [first] = toWebActivities([reply]);
  if (!first) throw new Error('Failed to put a reply into an activity: it was empty.');
  return first.activity;
}
