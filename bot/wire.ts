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
import { mountDemo } from './demo/routes.ts';
import { seedDemo } from './demo/seed.ts';
import { type DirectLine, makeDirectLine } from './directline/direct-line.ts';
import { defaultLimits, type Limits } from './directline/types.ts';
import { captureConsole, type Log, makeLog } from './log.ts';
import { makeOutbox, type Outbox } from './outbox.ts';
import { readKnowledge } from './read-knowledge.ts';
import { makeRoleTable } from './roles.ts';
import { makeServer } from './server.ts';
import { orRefuse } from './start-fault.ts';
import { openStore, type Store } from './store.ts';
import type { TeamsChannel } from './teams/index.ts';
import { teamsFor } from './teams-for.ts';
import { within } from './timers.ts';
import { WebAdapter } from './web-adapter.ts';
import { makeWebTalk, type WebTalk, webKey } from './web-talk.ts';
import { realTimers, realWorld } from './world.ts';

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
  readonly log: Log;
  /** Lets turns end, stores or sends what is due, closes everything. At most ten seconds. */
  stop(): Promise<void>;
}

/** Starts everything and listens. Rejects with a `StartFault` for whatever an operator can mend. */
export async function startApp(options: AppOptions): Promise<App> {
  const { config, root } = options;
  const world: World = { ...realWorld, ...options.world };
  const log = makeLog({ level: config.logLevel, stream: options.logTo, now: () => world.now() });
  const giveBackConsole = captureConsole(log, console);
  const [knowledge, opened] = await Promise.all([
    orRefuse(readKnowledge(root, config.knowledgeDir)),
    openOrRefuse(options, world, log),
  ]);
  const store = options.wrapStore?.(opened) ?? opened;
  const house = furnish({ options, world, log, knowledge, store });
  const { core, directLine, outbox, teams, roles } = house;
  // Read anew at every action; unreadable at the start means that nobody could ever decide.
  await orRefuse(roles.officers());
  const demo = config.mode !== 'teams';
  if (demo) await seedDemo(store.register, world.now());
  const staticFiles = await orRefuse(readBrowserFiles({ folder: join(root, 'dist', 'web'), demo, knowledge }));
  const server = makeServer({
    config,
    log,
    directLine,
    staticFiles,
    timers: realTimers,
    ...(teams ? { botMessages: teams.messages } : {}),
    extraRoutes: (restify) => {
      if (demo) mountDemo(restify, directLine);
    },
    ready: () => isReady(store, roles, log),
    now: () => world.now(),
    newId: () => world.newId(),
  });
  const url = await orRefuse(server.listen());
  outbox.start();
  const stopForgetting = realTimers.every(FORGET_EVERY_MS, () => {
    core.forgetSilent();
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
    log,
    async stop() {
      stopForgetting();
      await server.drain();
      // A connector that hangs holds a reply for ten seconds, which is all the time there is.
      await Promise.all([outbox.stop(), teams && within(realTimers, LAST_REPLIES_MS, teams.settled())]);
      await store.register.close();
      giveBackConsole();
    },
  };
}

interface Parts {
  readonly options: AppOptions;
  readonly world: World;
  readonly log: Log;
  readonly knowledge: Knowledge;
  readonly store: Store;
}

interface House {
  readonly core: Core;
  readonly directLine: DirectLine;
  readonly outbox: Outbox;
  readonly teams: TeamsChannel | null;
  readonly roles: RoleTable;
}

/** The channels need the turn, the turn wakes the outbox, and the outbox needs the channels: what comes later is reached through `late`. */
function furnish({ options, world, log, knowledge, store }: Parts): House {
  const { config } = options;
  const roles = rolesFor(config);
  const late: { wake(): void; talk?: WebTalk } = { wake: () => undefined };
  const core = makeCore({
    ...store,
    knowledge,
    roles,
    sources: [],
    world,
    log,
    followCodeTries: makeAttempts(FOLLOW_CODE_LIMITS, () => world.now()),
    followCodeKeys: (conversation) => [conversation, ...ipKeys(directLine, conversation)],
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
    now: () => world.now(),
    newId: () => world.newId(),
    maskText: (text) => maskBsn(text),
    emergency: (text) => {
      const reply = core.emergency(text);
      return reply && activityOf(reply);
    },
    emergencyNumbers: () => activityOf(core.emergencyNumbers()),
    onEnd: (conversationId) => {
      core.forget(webKey(conversationId));
    },
    onArrival: async (conversation, activity) => {
      await late.talk?.arrive(conversation, activity);
    },
  });
  const adapter = new WebAdapter({ directLine, log, failure: () => activityOf(core.fault()) });
  const talk = makeWebTalk({
    adapter,
    handle: core.handle,
    onPersona: (actorId, conversationId) => addressBook.put(actorId, { kind: 'web', conversationId }),
  });
  late.talk = talk;
  const teams = teamsFor(config, { knowledge, roles, core, store: { ...store, addressBook }, log, world });
  const outbox = makeOutbox({
    cases: core.cases,
    addressBook: store.addressBook,
    announce: core.announce,
    deliver: (address, replies) => (teams ? teams.deliver(address, replies) : Promise.resolve(NO_TEAMS)),
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
  return { core, directLine, outbox, teams, roles };
}

function rolesFor(config: Config): RoleTable {
  if (config.mode === 'teams') return makeRoleTable(config.rolesFile);
  return config.rolesFile === null ? makeDemoRoles() : makeRoleTable(config.rolesFile);
}

function ipKeys(directLine: DirectLine, conversation: string): string[] {
  const ipKey = directLine.ipKeyOf(conversation.replace(/^web:/, ''));
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
