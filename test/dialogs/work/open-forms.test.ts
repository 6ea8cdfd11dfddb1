/** A form stays on the screen while the server starts anew, or while nobody speaks for hours. */
import { join } from 'node:path';
import { expect } from 'chai';
import { workForms } from '../../../cards/index.ts';
import { openLowdbRegister } from '../../../register/index.ts';
import { aDataFolder } from '../../support/a-data-folder.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { worker2 } from '../../support/case-world.ts';
import { heard } from '../../support/scripted-cases.ts';

const families = [aFamilyCase(), aFamilyCase({ id: 'case-2', label: 'Gezin Bakker' })];
const heardThat = { codes: 'complaint', from: 'ouder', words: 'Niemand belt terug.', on: '2026-11-23' };
const HOUR_MS = 3_600_000;
const fails = (fault: Error) => {
  throw fault;
};

async function anOpenForm() {
  const talk = await aWorkerTalk({ families });
  await talk.says('signaal De Vries');
  return { talk, cardRef: talk.ref(), data: { cardRef: talk.ref(), ...heardThat } };
}

describe('a form that was open when the server started anew', () => {
  it('is written down once, for the family it was about, however often it is pressed', async () => {
    const { talk, data } = await anOpenForm();
    talk.forgets();
    expect(await talk.presses('save-signals', data))
      .to.include(textOf('vastgelegd.signals'))
      .and.include('Gezin De Vries');
    const { version } = await talk.stored();
    talk.forgets();
    expect(await talk.presses('save-signals', data)).to.include(textOf('vastgelegd.signals'));
    expect((await talk.stored()).signals).to.have.length(1);
    expect((await talk.stored()).version).to.equal(version);
    expect((await talk.stored('case-2')).version).to.equal(1);
  });

  it('was sent before: it says so again, and writes nothing', async () => {
    const { talk, data } = await anOpenForm();
    await talk.presses('save-signals', data);
    const before = await talk.stored();
    talk.forgets();
    expect(await talk.presses('save-signals', data)).to.include(textOf('vastgelegd.signals'));
    expect(await talk.stored()).to.deep.equal(before);
  });

  it('comes back with its faults and everything typed, as it would have before', async () => {
    const { talk, data } = await anOpenForm();
    talk.forgets();
    await talk.presses('save-signals', { ...data, codes: '' });
    expect(JSON.stringify(talk.newest()))
      .to.include(textOf('fout.werk.codes'))
      .and.include('Niemand belt terug.')
      .and.include(data.cardRef);
  });

  for (const { name } of workForms)
    it(`can be opened from any card that is still on the screen: ${name}`, async () => {
      const talk = await aWorkerTalk({ families });
      await talk.says('vastleggen De Vries');
      talk.forgets();
      expect(await talk.presses(`new-${name}`)).to.include('Gezin De Vries');
    });

  it('does nothing for a colleague without a task for this family, or with another reference', async () => {
    const { talk, data, cardRef } = await anOpenForm();
    const stranger = await aWorkerTalk({ as: worker2, families });
    const refused = await stranger.replies({ kind: 'submit', verb: 'save-signals', data });
    expect(heard(refused)).to.equal(textOf('weiger.verlopen'));
    talk.forgets();
    const changed = `${cardRef.slice(0, -1)}${cardRef.endsWith('0') ? '1' : '0'}`;
    for (const other of [changed, cardRef.slice(1), `x${cardRef.slice(1)}`])
      expect(await talk.presses('save-signals', { ...data, cardRef: other })).to.equal(textOf('weiger.verlopen'));
    expect((await talk.stored()).signals).to.deep.equal([]);
  });

  it('is shown again with everything typed after more than a day, and written down at the next press, once', async () => {
    const { talk, data } = await anOpenForm();
    talk.world.pass(25 * HOUR_MS);
    expect(await talk.presses('save-signals', data)).to.include(textOf('werk.stond-open'));
    const cardRef = talk.ref();
    expect(cardRef).to.not.equal(data.cardRef);
    expect(JSON.stringify(talk.newest())).to.include('Niemand belt terug.').and.include('"value":"complaint"');
    expect((await talk.stored()).signals).to.deep.equal([]);
    expect(await talk.presses('save-signals', { ...data, cardRef })).to.include(textOf('vastgelegd.signals'));
    await talk.presses('save-signals', { ...data, cardRef });
    expect((await talk.stored()).signals).to.have.length(1);
  });

  it('is never written down by itself again, also when the family forgot that it was', async () => {
    const { talk, data } = await anOpenForm();
    await talk.presses('save-signals', data);
    talk.world.pass(72 * HOUR_MS);
    await talk.says('belofte De Vries');
    await talk.presses('save-promise', { what: 'Wij bellen', toWhom: 'Ouder', owner: 'Wil', on: '2026-11-26' });
    expect((await talk.stored()).processed).to.have.length(1);
    for (const fresh of [false, true]) {
      if (fresh) talk.forgets();
      expect(await talk.presses('save-signals', data)).to.include(textOf('werk.stond-open'));
    }
    expect((await talk.stored()).signals).to.have.length(1);
  });
});

describe('a server that starts anew on the same data folder', () => {
  it('takes the form that was shown before, once', async () => {
    const data = await aDataFolder(families);
    const open = () => openLowdbRegister({ folder: join(data.folder, 'cases'), onFatal: fails });
    const before = await open();
    const shown = await aWorkerTalk({ families: [], world: { register: before } });
    await shown.says('signaal De Vries');
    const press = { kind: 'submit', verb: 'save-signals', data: { cardRef: shown.ref(), ...heardThat } } as const;
    await before.close();
    for (let start = 0; start < 2; start += 1) {
      const after = await open();
      const talk = await aWorkerTalk({ families: [], world: { register: after } });
      expect(heard(await talk.replies(press))).to.equal(`(${textOf('vastgelegd.samenvatting')})`);
      expect((await talk.stored()).signals.map(({ words }) => words?.text)).to.deep.equal(['Niemand belt terug.']);
      await after.close();
    }
    await data.remove();
  });
});

describe('the form to file something', () => {
  const filing = { ownWords: 'Niemand belt terug.', summary: '', complex: 'yes', stuck: 'stuck', harm: 'unknown' };

  it('is filed once after the server started anew, also when the family was still to be chosen', async () => {
    for (const said of ['leg gezin De Vries voor', 'leg voor']) {
      const talk = await aWorkerTalk({ families });
      await talk.says(said);
      const family = /"title":"Gezin De Vries","value":"([\w-]+)"/.exec(JSON.stringify(talk.newest()))?.[1];
      const data = { cardRef: talk.ref(), ...filing, family };
      talk.forgets();
      expect(await talk.presses('file', data), said).to.include(textOf('ingediend.samenvatting'));
      talk.forgets();
      await talk.presses('file', data);
      expect((await talk.stored()).escalations, said).to.have.length(1);
    }
  });

  it('files nothing about another family that is chosen after the server started anew, and says so', async () => {
    const talk = await aWorkerTalk({ families });
    await talk.says('leg voor');
    const shown = JSON.stringify(talk.newest());
    const refOf = (label: string) => new RegExp(`"title":"${label}","value":"([\\w-]+)"`).exec(shown)?.[1];
    const data = { cardRef: talk.ref(), ...filing };
    await talk.presses('file', { ...data, family: refOf('Gezin De Vries') });
    talk.forgets();
    const again = await talk.presses('file', { ...data, family: refOf('Gezin Bakker') });
    expect(again).to.include(textOf('ingediend.ander-gezin'));
    expect((await talk.stored()).escalations).to.have.length(1);
    expect((await talk.stored('case-2')).escalations).to.have.length(0);
  });

  it('is shown again with everything typed after more than a day', async () => {
    const talk = await aWorkerTalk({ families });
    await talk.says('leg gezin De Vries voor');
    talk.world.pass(25 * HOUR_MS);
    talk.forgets();
    expect(await talk.presses('file', filing)).to.include(textOf('werk.stond-open'));
    expect(JSON.stringify(talk.newest())).to.include('Niemand belt terug.');
    expect((await talk.stored()).escalations).to.deep.equal([]);
    await talk.presses('file', filing);
    await talk.presses('file', filing);
    expect((await talk.stored()).escalations).to.have.length(1);
  });

  it('can be taken back after the server started anew', async () => {
    const talk = await aWorkerTalk({ families });
    await talk.says('leg gezin De Vries voor');
    await talk.presses('file', filing);
    talk.forgets();
    await talk.presses('withdraw', { reason: 'Het is al opgelost met het gezin.' });
    expect((await talk.stored()).escalations[0]?.state.kind).to.equal('withdrawn');
  });
});
