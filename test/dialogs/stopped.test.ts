/** What a worker stopped, the parent reads with the follow code: what was seen, by whom it was stopped, when and why. */
import { expect } from 'chai';
import type { CaseEntry, Recorded, Refusal } from '../../cases/index.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { aParentTalk } from '../support/a-parent-talk.ts';
import { aFiling, worker1 } from '../support/case-world.ts';
import { withoutOneThing } from '../support/not-ready.ts';
import { parentKnowledge } from '../support/a-parent-talk.ts';
import { standing } from '../../dialogs/parent/standing.ts';
import { heard } from '../support/scripted-cases.ts';
import { filingGate } from '../../dialogs/filing-gate.ts';

const REASON = 'Moeder wil eerst {{zelf}} met school praten.\nDaarna <b>bellen</b> wij haar.';
const today = '2026-11-23';
const cry: CaseEntry = {
  kind: 'signals',
  codes: ['cry-for-help'],
  from: 'ouder',
  words: 'Kanarie: het gaat echt niet goed.',
  note: 'Kanarie: tante belde ook.',
  on: today,
};

const keyOf = (outcome: Recorded | Refusal): string => {
  if (outcome.kind !== 'recorded') throw new Error(`Expected it to be recorded, got ${outcome.kind}.`);
  return outcome.found[0]?.key ?? '';
};

const ownRules = [{ id: 'huisregel-7', codes: ['complaint'], fires: 'any', mode: 'file' }] as const;

async function aStop(entry: CaseEntry = cry) {
  const talk = await aParentTalk({ ownRules });
  const { world } = talk;
  await world.register.commit({ ...aFamilyCase({ plans: 0, regisseurs: 0 }), version: 1 });
  const key = keyOf(await world.cases.record(worker1, 'case-1', entry, 'c1'));
  const stops = () => world.cases.stopFinding(worker1, 'case-1', { key, reason: REASON }, 's1');
  const files = async () => {
    const filed = await world.cases.file(worker1, aFiling(), 'f1');
    if (filed.kind !== 'filed') throw new Error(`Expected it to be filed, got ${filed.kind}.`);
    return filed.followCode ?? '';
  };
  return { talk, world, stops, files };
}

describe('a finding that a worker stopped, for the parent (O5)', () => {
  it('is read with the code: what the computer saw, who stopped it on which day, why, and what can be done', async () => {
    const { talk, stops, files, world } = await aStop();
    const code = await files();
    expect(await talk.says(code)).to.not.include('computer zag');
    await stops();
    world.pass(86_400_000);
    expect(await talk.chat().says(code))
      .to.include('Dit zag de computer:\nOp maandag 23 november 2026 liet het gezin weten dat het echt niet goed gaat.')
      .and.include('Wil Werker stopte de melding op maandag 23 november 2026. De reden:')
      .and.include(REASON)
      .and.match(/niet mee eens\? Bel 0123-\d+ en noem uw nummer/)
      .and.include('Reageren op mijn vraag')
      .and.include('nog een keer voorleggen');
  });

  it('can still be read when a code exists only later', async () => {
    const { talk, stops, files, world } = await aStop();
    await stops();
    expect((await world.stored()).escalations.map(({ state }) => state.kind)).to.deep.equal(['withdrawn']);
    expect(await talk.says(await files())).to.include(REASON);
  });

  it('tells no name of a rule, and nothing else of what was written down about the family', async () => {
    for (const entry of [cry, { ...cry, codes: ['complaint'] } as const]) {
      const { talk, stops, files, world } = await aStop(entry);
      await stops();
      const said = await talk.says(await files());
      expect(said).to.include('Dit zag de computer').and.include(REASON);
      expect(said).to.not.match(/\bK\d|huisregel|Kanarie|De Vries|case-1|worker-1/);
      const [finding] = (await world.stored()).stuck.findings;
      expect(said).to.not.include(finding?.key ?? '@');
    }
  });

  it('is not there for who has a code of another family', async () => {
    const { talk, stops } = await aStop();
    await stops();
    const code = await talk.files();
    expect(await talk.says(code))
      .to.include('Niemand belt terug.')
      .and.not.include('computer zag');
  });

  it('offers no filing where the municipality is not ready for one', async () => {
    const { world, stops, files, talk } = await aStop();
    await stops();
    const code = await files();
    const followed = await world.cases.follow({ kind: 'parent', address: 'web:1' }, code);
    if (followed.kind !== 'followed') throw new Error(followed.kind);
    const [missing] = withoutOneThing;
    const whole = { ...parentKnowledge(), ...(missing === undefined ? {} : { settings: missing.settings }) };
    const { knowledge } = filingGate({ ...talk.deps, knowledge: whole })();
    expect(heard(standing(followed, knowledge)))
      .to.include(REASON)
      .and.include('Reageren op mijn vraag')
      .and.not.include('nog een keer voorleggen');
  });
});
