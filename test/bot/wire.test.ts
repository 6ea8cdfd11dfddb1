import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { anApp, aParent, type RunningApp } from '../support/an-app.ts';
import { post } from '../support/direct-line-client.ts';

const HOUR = 60 * 60 * 1000;

describe('the wired application', () => {
  const apps: RunningApp[] = [];
  const start = async (options: Parameters<typeof anApp>[0] = {}) => {
    const app = await anApp(options);
    apps.push(app);
    return app;
  };
  afterEach(() => Promise.all(apps.splice(0).map((app) => app.stop())));

  it('remembers nothing of a conversation that the visitor wiped, and everything of another', async () => {
    const app = await start();
    const [mine, other] = [await aParent(app), await aParent(app)];
    await mine.says('Ik heb te veel hulpverleners');
    await other.says('hallo');
    expect(app.core.conversations()).to.equal(2);
    expect((await post(app.url, mine.opened, { type: 'endOfConversation' })).status).to.equal(200);
    expect(app.core.conversations()).to.equal(1);
  });

  it('lets go of the audit log when it stops', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regie-wire-'));
    const app = await anApp({ env: { DATA_DIR: folder } });
    const look = { at: '2026-11-22T09:00:00.000Z', event: 'case-checked', actor: 'w-1', subject: 'case-1' };
    await app.store.auditLog.append(look);
    await app.stop();
    const after = await app.store.auditLog.append(look).then(
      () => 'written',
      () => 'refused',
    );
    expect(after).to.equal('refused');
    await rm(folder, { recursive: true });
  });

  it('forgets what was said in a conversation that fell silent', async () => {
    const clock = { now: Date.now() };
    const app = await start({ world: { now: () => new Date(clock.now) } });
    const mine = await aParent(app);
    await mine.says('Ik heb te veel hulpverleners');
    clock.now += 4 * HOUR + 1;
    app.core.forgetSilent();
    expect(app.core.conversations()).to.equal(0);
    const answer = await post(app.url, mine.opened, { text: 'hallo' });
    expect(answer.status).to.equal(403);
  });

  it('gives the emergency numbers with the refusal when texts come too fast to be searched', async () => {
    const app = await start({ limits: { scansPerMinute: 1 } });
    const mine = await aParent(app);
    await mine.says('hallo');
    const refused = await post(app.url, mine.opened, { text: 'ik wil dood' });
    expect(refused.status).to.equal(429);
    expect(refused.text).to.contain('Bel 112').and.to.contain('0800-0113').and.to.contain('"tone":"urgent"');
    await mine.hears(/Bel 112/);
  });
});
