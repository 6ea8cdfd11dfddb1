import { expect } from 'chai';
import { processes } from '../support/a-process.ts';
import { type AgentsPlayground, findAgentsPlayground, startAgentsPlayground } from '../support/agents-playground.ts';

describe('journey: with Microsoft 365 Agents Playground in front (skipped where it isn’t installed)', () => {
  const { start, killAll } = processes();
  let playground: AgentsPlayground | undefined;

  afterEach(async () => {
    await playground?.stop();
    playground = undefined;
    await killAll();
  });

  it('answers what the worker types there with the verdict card', async function () {
    this.timeout(60_000);
    const tool = await findAgentsPlayground();
    // Microsoft's tool is no dependency of ours: where it isn't installed CI counts this one as skipped.
    if (tool === null) return this.skip();
    const url = await start({ env: { REGIEWIJZER_PLAYGROUND: '1' } }).listens();
    playground = await startAgentsPlayground(tool, url, 'worker');
    expect(await playground.says('Heeft gezin De Vries één plan en één regisseur?')).to.equal(200);
    expect(await playground.hears(/Er is meer dan één regisseur/)).to.contain('Eén gezin, één plan, één regisseur');
  });

  it('says so when PLAYGROUND_PATH leads nowhere, instead of being skipped', async () => {
    const fault = await findAgentsPlayground({ PLAYGROUND_PATH: '/nowhere/agentsplayground' }).catch(String);
    expect(fault).to.contain('PLAYGROUND_PATH (/nowhere/agentsplayground) is not there');
    expect(await findAgentsPlayground({ PATH: '/nowhere' })).to.equal(null);
  });
});
