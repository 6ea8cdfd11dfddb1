/** Puts the house together: which register, which channels, which roles, and what each is handed. */
import { join } from 'node:path';
import { localDay, type RoleTable } from '../cases/index.ts';
import { learnsEveryTime, missingForFiling } from '../knowledge/index.ts';
import { readBrowserFiles } from './browser-files.ts';
import type { Config } from './config.ts';
import type { Core, World } from './core.ts';
import { demoClockFor, demoDaysFor } from './demo/days-for.ts';
import { furnish } from './furnish.ts';
import { mountDemo } from './demo/routes.ts';
import { seedDemo } from './demo/seed.ts';
import type { Limits } from './directline/types.ts';
import { type KnowledgeKeeper, makeKnowledgeKeeper } from './knowledge-keeper.ts';
import { sourceKnowledge } from './knowledge-source.ts';
import { createLearntFile, type LearntPlace } from './learnt-file.ts';
import { captureConsole, type Log, makeLog } from './log.ts';
import type { Outbox } from './outbox.ts';
import type { Rounds } from './rounds.ts';
import { publicFor } from './public/public-for.ts';
import { mountPublic } from './public/routes.ts';
import { makeServer } from './server.ts';
import { orRefuse } from './start-fault.ts';
import { openStore, type Store } from './store.ts';
import { within } from './timers.ts';
import { realTimers, realWorld } from './world.ts';

const FORGET_EVERY_MS = 60_000;
/** As long as the outbox waits for what it has under way. */
const LAST_REPLIES_MS = 5_000;

export interface AppOptions {
  readonly config: Config;
  /** The folder that holds `knowledge/` and `dist/`. */
  readonly root: string;
  /** Where what was learnt from the examples is kept until the next start; without it, it is learnt at every start. */
  readonly learntFile?: LearntPlace;
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
  const learnt = options.learntFile === undefined ? learnsEveryTime : createLearntFile(options.learntFile, log);
  const places = { root, localDir: config.knowledgeDir, dataDir: config.dataDir, log, learnt };
  const [sourced, opened] = await Promise.all([orRefuse(sourceKnowledge(places)), openOrRefuse(options, real, log)]);
  const { knowledge } = sourced;
  const store = options.wrapStore?.(opened) ?? opened;
  const demo = config.mode !== 'teams';
  const clock = demo ? await orRefuse(demoClockFor(config, () => real.now())) : null;
  const world: World = clock ? { ...real, now: () => clock.now() } : real;
  const house = furnish({ config, limits: options.limits, world, real, log, knowledge, store });
  const { core, directLine, outbox, people, rounds, teams, roles, workList } = house;
  // Read anew at every action; unreadable at the start means that nobody could ever decide.
  await orRefuse(roles.officers());
  if (demo) await orRefuse(seedDemo(store.register, { now: world.now(), dataDir: config.dataDir }));
  const missing = () => missingForFiling(core.knowledge().settings, localDay(world.now()));
  const canFile = () => missing().length === 0;
  const staticFiles = await orRefuse(readBrowserFiles({ folder: join(root, 'dist', 'web'), demo, knowledge, canFile }));
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
      mountPublic(
        restify,
        publicFor({ config, core, register: store.register, now: () => world.now(), newId: () => world.newId() }),
      );
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
  if (store.unlogged > 0) log.error('audit-incomplete', { count: store.unlogged });
  if (!canFile()) log.warn('filing-not-ready', { count: missing().length, key: missing().join('|') });
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
