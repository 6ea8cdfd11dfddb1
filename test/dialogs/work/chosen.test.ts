/** What a worker chose is what is written down, whatever changed between the showing of a form and the press. */
import { expect } from 'chai';
import { maskBsn } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { choicesIn } from '../../support/card-walk.ts';

const on = '2026-11-23';

function withProviders(...names: readonly string[]): Knowledge {
  const knowledge = aKnowledge();
  const aanbieders = names.map((naam) => ({
    id: naam.toLowerCase(),
    naam,
    kanRegie: 'ja' as const,
    wachtlijstSinds: null,
    registraties: [],
    levert: [],
  }));
  return {
    ...knowledge,
    settings: { ...knowledge.settings, regie: { ...knowledge.settings.regie, aanbieders } },
  };
}

const members = Array.from({ length: 12 }, (_, at) => ({
  id: `kind-${at}`,
  name: `Kind ${at}`,
  role: 'kind' as const,
}));
const family = (of: typeof members) => ({ kind: 'known', label: 'Gezin De Vries', members: of, domains: [] }) as const;

async function aPlanForm() {
  const talk = await aWorkerTalk({ families: [aFamilyCase({ plans: 0, family: family(members) })] });
  await talk.says('vastleggen De Vries');
  await talk.presses('new-plan');
  const sends = (of: string | undefined) =>
    talk.presses('save-plan', { planKind: 'gezinsplan', priorities: 'Rust en slaap', on, members: of });
  return { talk, sends, boxes: choicesIn(talk.newest(), 'members') };
}

describe('a choice on a form about a family', () => {
  it('refers to the party that was chosen, also when the register changed before the press', async () => {
    const talk = await aWorkerTalk({ knowledge: withProviders('MEE', 'CJG', 'Homestart') });
    await talk.says('verwijzing De Vries');
    const provider = choicesIn(talk.newest(), 'provider')[1];
    Object.assign(talk.deps, { knowledge: withProviders('MEE', 'Buurtteam', 'CJG', 'Homestart') });
    await talk.presses('save-referral', { provider, purpose: 'Hulp thuis', on });
    expect((await talk.stored()).referrals.map(({ to }) => to)).to.deep.equal(['CJG']);
  });

  for (const [what, chosen] of [
    ['left the register', undefined],
    ['was chosen before an update', '1'],
  ] as const)
    it(`is asked again, with what was typed, when the party ${what}`, async () => {
      const talk = await aWorkerTalk({ knowledge: withProviders('MEE', 'CJG') });
      await talk.says('verwijzing De Vries');
      const provider = chosen ?? choicesIn(talk.newest(), 'provider')[1];
      Object.assign(talk.deps, { knowledge: withProviders('MEE') });
      expect(await talk.presses('save-referral', { provider, purpose: 'Hulp thuis', on }))
        .to.include(textOf('fout.keuze-weg'))
        .and.include(textOf('fout.werk.provider'));
      expect(JSON.stringify(talk.newest())).to.include('"value":"Hulp thuis"');
      expect((await talk.stored()).referrals).to.deep.equal([]);
    });

  it('keeps every member that is ticked, however many there are, behind what takes out citizen service numbers', async () => {
    const { talk, sends, boxes } = await aPlanForm();
    await sends(maskBsn(boxes.join(',')));
    expect((await talk.stored()).plans.at(-1)?.members).to.deep.equal(members.map(({ id }) => id));
  });

  it('keeps the members that are ticked when somebody came before them', async () => {
    const { talk, sends, boxes } = await aPlanForm();
    const stored = await talk.stored();
    const more = family([{ id: 'kind-nieuw', name: 'Baby', role: 'kind' }, ...members]);
    await talk.world.register.commit({ ...stored, version: stored.version + 1, family: more });
    await sends(boxes.slice(0, 2).join(','));
    expect((await talk.stored()).plans.at(-1)?.members).to.deep.equal(['kind-0', 'kind-1']);
  });

  for (const [what, ticked] of [
    ['who is ticked left the family', undefined],
    ['the form was open before an update', '0,1,2'],
  ] as const)
    it(`is asked again, with what was typed, when ${what}`, async () => {
      const { talk, sends, boxes } = await aPlanForm();
      const stored = await talk.stored();
      const less = family(members.slice(1));
      await talk.world.register.commit({ ...stored, version: stored.version + 1, family: less });
      expect(await sends(ticked ?? boxes.slice(0, 2).join(','))).to.include(textOf('fout.keuze-weg'));
      expect(JSON.stringify(talk.newest())).to.include('"value":"Rust en slaap"');
      expect((await talk.stored()).plans).to.deep.equal([]);
    });

  it('never stands on the card as an id', async () => {
    const { talk } = await aPlanForm();
    expect(JSON.stringify(talk.newest())).to.not.match(/kind-\d/);
  });
});
