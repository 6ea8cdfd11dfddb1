import { expect } from 'chai';
import { seedDemo } from '../../bot/demo/seed.ts';
import { makeMemoryRegister } from '../../register/index.ts';
import { aCaseWorld } from '../support/case-world.ts';

describe('the families of the demo', () => {
  it('hold one that is stuck, for which the rules fire at the first look, and no other', async () => {
    const register = makeMemoryRegister();
    await seedDemo(register, { now: new Date('2026-11-23T09:00:00.000Z'), dataDir: null });
    const { cases, stored } = await aCaseWorld({ register });
    const { changed, failed } = await cases.lookAtAll(() => Promise.resolve());
    expect({ changed, failed }).to.deep.equal({ changed: 1, failed: [] });
    const jansen = await stored('demo-jansen');
    const rules = jansen.stuck.findings.map(({ rule }) => rule);
    expect([...new Set(rules)]).to.have.members(['K1', 'K2', 'K2b', 'K3', 'K4', 'K5']);
    expect(jansen.escalations).to.have.length(1);
    expect(jansen.escalations[0]?.ownWords.text).to.equal('Ik heb extra hulp nodig bij het voeren van de regie.');
    expect((await stored('demo-bakker')).stuck.findings).to.deep.equal([]);
  });
});
