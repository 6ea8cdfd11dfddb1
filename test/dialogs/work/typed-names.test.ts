import { expect } from 'chai';
import type { Knowledge } from '../../../knowledge/index.ts';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aWorkerTalk } from '../../support/a-worker-talk.ts';
import { nationalKnowledge } from '../../support/national-knowledge.ts';
import { aTalk, heard, parent } from '../../support/scripted-cases.ts';

const elsewhere = { workers: ['worker-9'] };
const families = [
  aFamilyCase(),
  aFamilyCase({ id: 'case-2', label: 'Gezin Jansen' }),
  aFamilyCase({ id: 'case-3', label: 'Gezin Yilmaz' }),
];
const unknown = textOf('medewerker.gezin-onbekend');
const asks = (name: string) => `Bedoelt u gezin ${name}?`;

describe('a name as a colleague types it', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const talking = (others = families) => aWorkerTalk({ families: others, knowledge });

  for (const [said, name] of [
    ['check Janssen', 'Jansen'],
    ['check jansn', 'Jansen'],
    ['check Yilmas', 'Yilmaz'],
    ['signaal Janssen', 'Jansen'],
    ['nazorg jansn', 'Jansen'],
    ['verzoek De Vris', 'De Vries'],
    ['leg Yilmas voor', 'Yilmaz'],
    ['Hoe gaat het met gezin Janssen?', 'Jansen'],
    ['heeft gezin Janssen één plan en één regisseur?', 'Jansen'],
    ['Janssen', 'Jansen'],
  ] as const)
    it(`is asked about when it is near to an own family: "${said}"`, async () => {
      expect(await (await talking()).says(said))
        .to.include(asks(name))
        .and.include(unknown)
        .and.include(`[Ja, gezin ${name}]`);
    });

  it('is what was meant when that is said, and the command is carried out', async () => {
    const talk = await talking();
    await talk.says('signaal Janssen');
    expect(await talk.says('Ja, gezin Jansen'))
      .to.include(textOf('werk.signals'))
      .and.include('Gezin Jansen');
    await talk.says('check jansn');
    expect(await talk.says('ja'))
      .to.include(textOf('check.kop'))
      .and.include('Gezin Jansen');
  });

  it('is one of the others when that is said', async () => {
    const talk = await talking();
    for (const said of ['signaal Janssen', 'check Janssen']) {
      await talk.says(said);
      expect(await talk.says(textOf('medewerker.bedoelt-u.nee')), said).to.include(textOf('kies-gezin.kop'));
    }
  });

  for (const said of ['check Pietersen', 'signaal Pietersen', 'nazorg Pietersen', 'leg Pietersen voor', 'belofte Smit'])
    it(`is told to be unknown, with the own families to choose from: "${said}"`, async () => {
      expect(await (await talking()).says(said))
        .to.include(unknown)
        .and.include(textOf('kies-gezin.kop'))
        .and.not.include('Bedoelt u');
    });

  it('is told to be unknown where somebody asks how they are', async () => {
    expect(await (await talking()).says('hoe staat het met Pietersen')).to.include(unknown);
  });

  it('reads the same whether the family exists elsewhere or not', async () => {
    const foreign = aFamilyCase({ id: 'case-9', label: 'Gezin Pietersen', ...elsewhere });
    const near = aFamilyCase({ id: 'case-8', label: 'Gezin Janssen', ...elsewhere });
    const withNames = (said: string) => said.replaceAll(/ref-\w+|[\w-]{40,}/g, 'ref');
    for (const said of ['check Pietersen', 'signaal Pieterse', 'check Janssen', 'Pietersen']) {
      const alone = await (await talking()).says(said);
      const beside = await (await talking([...families, foreign, near])).says(said);
      expect(withNames(beside), said).to.equal(withNames(alone)).and.not.include('Gezin Pietersen');
    }
  });

  it('is not asked about when the names can not be shown and written down', async () => {
    const auditLog = { append: () => Promise.reject(new Error('disk full')) };
    const talk = await aWorkerTalk({ families, knowledge, world: { auditLog } });
    expect(await talk.says('check Janssen'))
      .to.include(textOf('weiger.audit-unavailable'))
      .and.not.include('Jansen');
  });

  it('does not stand in the way of questions', async () => {
    for (const said of ['verwijzing ggz', 'hoe kan ik opschalen', 'wat zegt de meldcode', 'Wat is Triple P?'])
      expect(await (await talking()).says(said), said).to.not.include(unknown);
  });

  it('reaches no family from the channel of parents', async () => {
    for (const said of [
      'check Janssen',
      'leg Jansen voor',
      'hoe gaat het met gezin Jansen',
      'mijn gezinnen',
      'Jansen',
    ]) {
      const talk = aTalk({ as: parent, knowledge });
      expect(heard(await talk.says(said)), said)
        .to.not.include('Bedoelt u gezin')
        .and.not.include(unknown);
      expect(talk.calls, said).to.deep.equal([]);
    }
  });

  for (const said of [
    'Hoe gaat het met gezin Jansen?',
    'hoe staat het met Jansen',
    'jansen',
    'wat staat er open bij Jansen',
  ])
    it(`of an own family shows how it stands: "${said}"`, async () => {
      expect(await (await talking()).says(said))
        .to.include(textOf('check.kop'))
        .and.include('Gezin Jansen');
    });

  it('of an own family opens the form to file about it', async () => {
    for (const said of ['leg Jansen voor', 'Jansen voorleggen', 'Jansen voorleggen aan het aanspreekpunt'])
      expect(await (await talking()).says(said), said)
        .to.include(textOf('formulier.kop'))
        .and.include('Gezin Jansen');
  });

  it('asks which family when only the command is typed', async () => {
    for (const said of ['check', 'mijn gezinnen', 'beloftes'])
      expect(await (await talking()).says(said), said).to.include(textOf('kies-gezin.kop'));
  });

  it('is the list of what waits when somebody asks what to do', async () => {
    for (const said of ['wat moet ik vandaag doen', 'wat staat er open', 'mijn lijst'])
      expect(await (await talking()).says(said), said).to.include('Plan opnieuw bespreken');
  });
});
