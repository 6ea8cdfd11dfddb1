/** A family has one regisseur: who names another one hears who leads now, and ends that in the same write. */
import { expect } from 'chai';
import type { FamilyCase } from '../../cases/index.ts';
import { aDeskTalk } from '../support/a-desk-talk.ts';
import { aFamilyCase, aRegisseur } from '../support/a-family-case.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aWorkerTalk } from '../support/a-worker-talk.ts';
import { officer1 } from '../support/case-world.ts';

const today = '2026-11-23';
const answers = { canLead: 'yes', mandate: 'yes', match: 'yes' };
const petra = { name: 'Petra', organisation: 'MEE', ...answers };
const karel = aRegisseur({ name: 'Karel', organisation: 'Team Een', since: '2026-10-03' });
const days = ({ regisseurs }: FamilyCase) => regisseurs.map(({ name, since, until }) => [name, since, until]);

describe('a second regisseur, named by a worker', () => {
  const aTalk = (since = karel.since) =>
    aWorkerTalk({ families: [aFamilyCase({ regisseurs: [{ ...karel, since }] })] });

  it('is asked about first: who leads now, and since when', async () => {
    const talk = await aTalk();
    const form = await talk.says('regisseur benoemen De Vries');
    const said = aKnowledge().text('regisseur.er-is-al', { naam: 'Karel', datum: 'zaterdag 3 oktober 2026' });
    expect(form).to.include(said).and.include(textOf('formulier.replaces'));
  });

  it('is not written down without that answer, and everything typed is still there', async () => {
    const talk = await aTalk();
    await talk.says('regisseur benoemen De Vries');
    const told = await talk.presses('save-regisseur', { ...petra, on: today });
    expect(told).to.include(textOf('fout.werk.replaces')).and.include('Karel');
    expect(JSON.stringify(talk.newest())).to.include('"Petra"').and.include('"MEE"');
    expect(days(await talk.stored())).to.deep.equal([['Karel', '2026-10-03', null]]);
  });

  it('is asked about together with every other fault of the form', async () => {
    const talk = await aTalk();
    await talk.says('regisseur benoemen De Vries');
    expect(await talk.presses('save-regisseur', { ...petra, organisation: ' ', on: today }))
      .to.include(textOf('fout.werk.replaces'))
      .and.include(textOf('fout.werk.organisation'));
  });

  it('follows the first up on the day after, in one write, also when it is pressed again', async () => {
    const talk = await aTalk();
    await talk.says('regisseur benoemen De Vries');
    const { version } = await talk.stored();
    const fields = { cardRef: talk.ref(), ...petra, on: '2026-11-20', replaces: 'yes' };
    const told = await talk.presses('save-regisseur', fields);
    expect(told).to.include('De laatste dag van Karel als regisseur is donderdag 19 november 2026.');
    expect(await talk.presses('save-regisseur', fields)).to.include(textOf('vastgelegd.regisseur'));
    const stored = await talk.stored();
    expect(days(stored)).to.deep.equal([
      ['Karel', '2026-10-03', '2026-11-19'],
      ['Petra', '2026-11-20', null],
    ]);
    expect(stored.version).to.equal(version + 1);
  });

  it('is one regisseur in the check, also when the first began on the same day', async () => {
    const talk = await aTalk(today);
    await talk.says('regisseur benoemen De Vries');
    await talk.presses('save-regisseur', { ...petra, on: today, replaces: 'yes' });
    expect(await talk.says('heeft gezin De Vries één plan en één regisseur?')).to.include('Er is één regisseur');
  });

  it('is the first where nobody leads any more: then nothing is asked', async () => {
    const talk = await aWorkerTalk({ families: [aFamilyCase({ regisseurs: [{ ...karel, until: '2026-11-01' }] })] });
    expect(await talk.says('regisseur benoemen De Vries')).to.not.include(textOf('formulier.replaces'));
    await talk.presses('save-regisseur', { ...petra, on: today });
    expect(days(await talk.stored())).to.have.length(2);
  });
});

describe('a second regisseur, named by the officer', () => {
  const family = { regisseurs: [karel] };

  it('is asked about first, with the day on which the first stops', async () => {
    const talk = await aDeskTalk({ family });
    const { shown, told } = await talk.fills('regisseur', petra);
    expect(shown).to.include('Karel').and.include('3 oktober 2026').and.include('22 november 2026');
    expect(told).to.include(textOf('bureau.fout.replaces'));
    expect(JSON.stringify(talk.newest())).to.include('"Petra"');
    expect(days(await talk.stored())).to.deep.equal([['Karel', '2026-10-03', null]]);
  });

  it('takes over once it was said, and the desk hears until when the first led', async () => {
    const talk = await aDeskTalk({ family });
    const { told } = await talk.fills('regisseur', { ...petra, replaces: 'yes' });
    expect(told).to.include('De laatste dag van Karel als regisseur is zondag 22 november 2026.');
    expect(days(await talk.stored())).to.deep.equal([
      ['Karel', '2026-10-03', '2026-11-22'],
      ['Petra', today, null],
    ]);
  });

  it('may follow the first on one day, and the family still has one', async () => {
    const talk = await aDeskTalk({ family: { regisseurs: [] } });
    await talk.fills('regisseur', { ...petra, name: 'Karel' });
    await talk.fills('regisseur', { ...petra, replaces: 'yes' });
    const checked = await talk.world.cases.check(officer1, 'case-1');
    if (checked.kind !== 'checked') throw new Error(checked.kind);
    expect(checked.finding).to.have.nested.property('regisseur.kind', 'one');
  });
});

describe('a regisseur of whom something was answered with no', () => {
  const meanings = [
    ['canLead', 'vastgelegd.regisseur.kan-niet'],
    ['mandate', 'vastgelegd.regisseur.geen-mandaat'],
    ['match', 'vastgelegd.regisseur.past-niet'],
  ] as const;

  for (const [field, meaning] of meanings)
    it(`is written down, and worker and officer hear what it means: ${field}`, async () => {
      const worker = await aWorkerTalk({ families: [aFamilyCase({ regisseurs: 0 })] });
      await worker.says('regisseur benoemen De Vries');
      expect(await worker.presses('save-regisseur', { ...petra, [field]: 'no', on: today })).to.include(
        textOf(meaning),
      );
      expect((await worker.stored()).regisseurs).to.have.length(1);
      const desk = await aDeskTalk({ family: { regisseurs: 0 } });
      const { told } = await desk.fills('regisseur', { ...petra, [field]: 'no' });
      expect(told).to.include(textOf(meaning)).and.not.include(textOf('bureau.klaar.regisseur'));
    });

  it('is told nothing of the kind when every answer is yes', async () => {
    const desk = await aDeskTalk({ family: { regisseurs: 0 } });
    const { told } = await desk.fills('regisseur', petra);
    expect(told).to.include(textOf('bureau.klaar.regisseur'));
    for (const [, meaning] of meanings) expect(told).to.not.include(textOf(meaning));
  });
});
