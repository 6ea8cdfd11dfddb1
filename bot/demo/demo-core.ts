/** The house in memory with the demo families and without doors: for the terminal and for measuring. */
import { auditedRegister, makeMemoryAuditLog, makeMemoryRegister } from '../../register/index.ts';
import { type Core, makeCore } from '../core.ts';
import { makeLog } from '../log.ts';
import { makePeople } from '../people.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { dueDates, makeRounds, nightRules, ROUNDS_EVERY_MS } from '../rounds.ts';
import { letOthersGo, realTimers, realWorld } from '../world.ts';
import { openDemoClock } from './demo-clock.ts';
import { demoPersona, makeDemoRoles } from './identities.ts';
import escalation from './escalation.json' with { type: 'json' };
import { type Inbox, makeInbox } from './inbox.ts';
import { type DemoDays, makeDemoDays } from './next-day.ts';
import { seedDemo } from './seed.ts';

export interface DemoCore extends Core {
  /** The demo worker files what stands in escalation.json, so that the officer has something on the desk. */
  fileDemoEscalation(): Promise<void>;
  readonly days: DemoDays;
  readonly inbox: Inbox;
}

export async function makeDemoCore(root: string, localDir: string | null = null): Promise<DemoCore> {
  const auditLog = makeMemoryAuditLog();
  const register = auditedRegister(makeMemoryRegister(), auditLog);
  const roles = makeDemoRoles();
  const clock = await openDemoClock(() => realWorld.now(), null);
  const log = makeLog({ level: 'error', stream: process.stderr, now: () => realWorld.now() });
  // One person at a terminal: there is nobody else who could join.
  const people = makePeople({
    isStaff: () => Promise.resolve(false),
    tellColleague: () => Promise.resolve(false),
    tellVisitor: () => Promise.resolve(false),
    saidIn: () => [],
    auditLog,
    timers: realTimers,
    log,
    now: () => realWorld.now(),
  });
  const core = makeCore({
    knowledge: await readKnowledge(root, localDir),
    register,
    auditLog,
    roles,
    sources: [],
    people,
    world: { ...realWorld, now: () => clock.now() },
    conversationNow: () => realWorld.now(),
    log,
    followCodeTries: { mayTry: () => true, worked: () => undefined },
    followCodeKeys: (conversation) => [conversation],
    onChange: () => undefined,
    pause: letOthersGo,
  });
  await seedDemo(register, { now: realWorld.now(), dataDir: null });
  const rounds = makeRounds({
    rounds: [dueDates(core.cases), nightRules(core.cases)],
    log,
    timers: realTimers,
    everyMs: ROUNDS_EVERY_MS,
    pause: letOthersGo,
  });
  return {
    ...core,
    inbox: makeInbox(core),
    days: makeDemoDays({
      clock,
      register,
      knowledge: () => core.knowledge(),
      runRounds: () => rounds.runNow(),
      nameOf: async (actorId) => (await roles.roleOf(actorId))?.name ?? actorId,
    }),
    async fileDemoEscalation() {
      const answers = { complex: 'yes', stuck: 'stuck', harm: 'unknown' } as const;
      const filing = { ...escalation, answers, replyTo: null };
      const filed = await core.cases.file(demoPersona('worker'), filing, 'demo-escalation');
      if (filed.kind !== 'filed') throw new Error(`Failed to file the demo escalation: ${filed.kind}.`);
    },
  };
}
