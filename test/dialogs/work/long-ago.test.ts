/** A year of three digits is a slip of the pen: it is told at its field, and everything typed stays. */
import { expect } from 'chai';
import { firstDay } from '../../../cases/index.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';

const forms = [
  ['signaal', 'signals', { codes: 'complaint', from: 'ouder', words: 'Niemand belt terug.' }],
  [
    'regisseur benoemen',
    'regisseur',
    { name: 'Karel', organisation: 'MEE', canLead: 'yes', mandate: 'yes', match: 'yes' },
  ],
] as const;

describe('a day that lies too long ago', () => {
  for (const [asked, form, fields] of forms)
    for (const on of ['0206-11-20', '1800-01-01', '0001-01-01', '1989-12-31'])
      it(`is refused at its field by "${form}" (${on})`, async () => {
        const talk = await aWorkerTalk();
        await talk.says(`${asked} De Vries`);
        const { version } = await talk.stored();
        const told = await talk.presses(`save-${form}`, { ...fields, on });
        expect(told).to.include(textOf('fout.werk.on')).and.include(firstDay.slice(0, 4));
        expect(JSON.stringify(talk.newest())).to.include(Object.values(fields).at(-1));
        expect((await talk.stored()).version).to.equal(version);
      });
});
