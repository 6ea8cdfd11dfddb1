import { expect } from 'chai';
import { openDemoClock } from '../../bot/demo/demo-clock.ts';
import { makeDemoDays } from '../../bot/demo/next-day.ts';
import { makeCases } from '../../cases/index.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aCaseWorld, aFiling, officer1, officer2, worker1 } from '../support/case-world.ts';

/** Two officers, the second a level up; a question that neither answers, and a visitor who lets days pass. */
async function aDemo() {
  const world = await aCaseWorld({ cases: [aFamilyCase()] });
  const clock = await openDemoClock(() => new Date('2026-11-23T09:00:00.000Z'), null);
  const roles = {
    ...world.deps.roles,
    officers: () =>
      Promise.resolve([
        { id: officer1.id, name: officer1.name },
        { id: officer2.id, name: officer2.name, level: 1 },
      ]),
  };
  const cases = makeCases({ ...world.deps, roles });
  await cases.file(worker1, aFiling(), 'file-1');
  const days = makeDemoDays({
    clock,
    register: world.register,
    knowledge: aKnowledge,
    async runRounds() {
      world.setTime(clock.now().toISOString());
      await cases.actOnDueDates(() => Promise.resolve());
    },
    nameOf: async (actorId) => (await world.deps.roles.roleOf(actorId))?.name ?? actorId,
  });
  const passDays = async (count: number): Promise<readonly string[]> => {
    const told: string[] = [];
    for (let passed = 0; passed < count; passed += 1) told.push(...(await days.next()).happened);
    return told;
  };
  return { passDays, stored: world.stored };
}

const wentTo = (sentence: string): string | undefined => /ging naar ([^.]+)\./.exec(sentence)?.[1];
const endOf = (key: string): string => textOf(key).split('}}: ')[1]?.split('{{')[0] ?? '?';

describe('a day passes in the demo', () => {
  it('never says that a question went to who has it already, and tells by name what happened, many misses long', async () => {
    const demo = await aDemo();
    const told = await demo.passDays(40);
    const [escalation] = (await demo.stored()).escalations;
    expect(escalation?.steps.filter(({ kind }) => kind === 'raised').length).to.be.above(3);
    let owner: string = officer1.name;
    for (const name of told.map(wentTo).filter((one) => one !== undefined)) {
      expect(name).to.not.equal(owner);
      owner = name;
    }
    expect(owner).to.equal(officer2.name);
    expect(told.filter((sentence) => sentence.includes(endOf('demo.gebeurd.anders')))).to.deep.equal([]);
    expect(told.join('\n'))
      .to.include(endOf('demo.gebeurd.raised.blijft'))
      .and.include(endOf('demo.gebeurd.nobody-higher'));
  });
});
