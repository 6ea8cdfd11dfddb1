/** The house in memory with the demo families and without doors: for the terminal and for measuring. */
import { makeMemoryAuditLog, makeMemoryRegister } from '../../register/index.ts';
import { type Core, makeCore } from '../core.ts';
import { makeLog } from '../log.ts';
import { readKnowledge } from '../read-knowledge.ts';
import { realWorld } from '../world.ts';
import { demoPersona, makeDemoRoles } from './identities.ts';
import escalation from './escalation.json' with { type: 'json' };
import { seedDemo } from './seed.ts';

export interface DemoCore extends Core {
  /** The demo worker files what stands in escalation.json, so that the officer has something on the desk. */
  fileDemoEscalation(): Promise<void>;
}

export async function makeDemoCore(root: string, localDir: string | null = null): Promise<DemoCore> {
  const register = makeMemoryRegister();
  const core = makeCore({
    knowledge: await readKnowledge(root, localDir),
    register,
    auditLog: makeMemoryAuditLog(),
    roles: makeDemoRoles(),
    sources: [],
    world: realWorld,
    log: makeLog({ level: 'error', stream: process.stderr, now: () => realWorld.now() }),
    followCodeTries: { mayTry: () => true, worked: () => undefined },
    followCodeKeys: (conversation) => [conversation],
    onChange: () => undefined,
  });
  await seedDemo(register, realWorld.now());
  return {
    ...core,
    async fileDemoEscalation() {
      const answers = { complex: 'yes', stuck: 'stuck', harm: 'unknown' } as const;
      const filing = { ...escalation, answers, replyTo: null };
      const filed = await core.cases.file(demoPersona('worker'), filing, 'demo-escalation');
      if (filed.kind !== 'filed') throw new Error(`Failed to file the demo escalation: ${filed.kind}.`);
    },
  };
}
