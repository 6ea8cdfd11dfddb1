import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keepAsLastGood, reloadKnowledge, sourceKnowledge } from '../../bot/knowledge-source.ts';
import { makeKnowledgeKeeper } from '../../bot/knowledge-keeper.ts';
import { makeLog } from '../../bot/log.ts';
import { learnsEveryTime } from '../../knowledge/index.ts';
import { anApp, aParent, ROOT, type RunningApp } from '../support/an-app.ts';
import { call } from '../support/direct-line-client.ts';

describe('the knowledge the service runs on', () => {
  let folder: string;
  let layer: string;
  let logged: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-kennis-'));
    layer = join(folder, 'dorp');
    logged = [];
    await cp(join(ROOT, 'knowledge/voorbeeldstad'), layer, { recursive: true });
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const places = () => ({
    root: ROOT,
    localDir: layer,
    dataDir: join(folder, 'data'),
    learnt: learnsEveryTime,
    log: makeLog({ level: 'info', stream: { write: (line) => logged.push(line) }, now: () => new Date() }),
  });
  const settings = () => join(layer, 'instellingen.json');
  const rename = async (from: string, to: string) => {
    const text = await readFile(settings(), 'utf8');
    expect(text).to.include(from);
    await writeFile(settings(), text.replaceAll(from, to));
  };
  const spoil = () => writeFile(settings(), '{ "gemeente": ');

  it('is the municipality’s own layer when that is whole', async () => {
    const { knowledge, from, faults } = await sourceKnowledge(places());
    expect([from, faults, knowledge.settings.gemeente]).to.deep.equal(['local', [], 'Voorbeeldstad']);
  });

  it('is the last good layer after a fault, and the fault is named', async () => {
    await keepAsLastGood(places());
    await spoil();
    const { knowledge, from, faults } = await sourceKnowledge(places());
    expect([from, knowledge.settings.gemeente]).to.deep.equal(['last-good', 'Voorbeeldstad']);
    expect(faults.map(({ file }) => file)).to.deep.equal(['dorp/instellingen.json']);
    expect(logged.join('')).to.include('knowledge-faulty').and.include('dorp/instellingen.json');
  });

  it('is the national layer alone when there is no last good one, and still gives a way to a person', async () => {
    await spoil();
    const { knowledge, from } = await sourceKnowledge(places());
    expect(from).to.equal('national');
    expect(knowledge.fill('Bel {{gemeente.telefoon}}.')).to.equal('Bel het nummer op de website van uw gemeente.');
    expect(knowledge.match('mijn baby ademt niet', 'ouder').crisis).to.equal(true);
  });

  it('is refused when the national layer has a fault: that one is ours', async () => {
    const refused = await sourceKnowledge({ ...places(), root: folder }).catch((error: unknown) => error);
    expect(String(refused)).to.include('Failed to start: the knowledge has');
  });

  it('stays as it was when a layer that is read anew has a fault, and follows when it is mended', async () => {
    const before = await sourceKnowledge(places());
    await spoil();
    const kept = await reloadKnowledge(places(), before);
    expect(kept).to.include({ knowledge: before.knowledge, from: 'last-good' });
    expect(kept.faults).to.have.length(1);
    await cp(join(ROOT, 'knowledge/voorbeeldstad/instellingen.json'), settings());
    await rename('Voorbeeldstad', 'Dorp');
    const mended = await reloadKnowledge(places(), kept);
    expect([mended.from, mended.faults, mended.knowledge.settings.gemeente]).to.deep.equal(['local', [], 'Dorp']);
  });

  it('stays as it was when there are more examples than can be learnt from, and names their number', async () => {
    const before = await sourceKnowledge(places());
    const voorbeelden = Array.from({ length: 65_537 }, (_, at) => `speeltuin ${at}`);
    await mkdir(join(layer, 'intents'));
    await writeFile(
      join(layer, 'intents/informele-steun.json'),
      JSON.stringify({ id: 'informele-steun', herken: [], voorbeelden }),
    );
    const kept = await reloadKnowledge(places(), before);
    expect(kept).to.include({ knowledge: before.knowledge, from: 'last-good' });
    expect(kept.faults.map(({ file, place }) => `${file} ${place}`)).to.deep.equal([
      'dorp/intents/informele-steun.json voorbeelden',
    ]);
    expect(kept.faults[0]?.problem).to.match(/hebben \d{5,} voorbeelden; hooguit 65536 mag$/);
  });

  describe('with a number that can be no telephone number', () => {
    const wrong = '0123-45678';

    it('names it, shows the general number instead, and leaves the last good copy as it is', async () => {
      await keepAsLastGood(places());
      await rename('0123-456782', wrong);
      await rename('Voorbeeldstad', 'Dorp');
      const sourced = await sourceKnowledge(places());
      expect([sourced.from, sourced.knowledge.settings.gemeente]).to.deep.equal(['local', 'Dorp']);
      expect(sourced.knowledge.fill('Bel {{clientondersteuning.telefoon}}.')).to.equal(
        'Bel 0123-456789 (dit is de gemeente, vraag naar de cliëntondersteuning).',
      );
      expect(sourced.faults.map(({ place }) => place)).to.deep.equal(['feiten["clientondersteuning.telefoon"]']);
      expect(logged.join('')).to.include('knowledge-fault').and.include('feiten.clientondersteuning.telefoon');
      const keeper = makeKnowledgeKeeper({ places: places(), sourced, use: () => undefined });
      await keeper.settled();
      const kept = await readFile(join(folder, 'data/knowledge-last-good/instellingen.json'), 'utf8');
      expect(kept).to.include('Voorbeeldstad');
      expect(JSON.stringify(keeper.state())).to.include('clientondersteuning.telefoon');
    });

    it('of a place shows the general number there', async () => {
      const place = { naam: 'Het wijkteam', watHetIs: 'Het team van uw wijk.', telefoon: wrong };
      await writeFile(join(layer, 'plekken.json'), JSON.stringify({ lokaalTeam: place }));
      const { knowledge, from, faults } = await sourceKnowledge(places());
      expect(from).to.equal('local');
      expect(faults.map(({ place: where }) => where)).to.deep.equal(['["lokaalTeam"].telefoon']);
      expect(knowledge.fill(knowledge.place('lokaalTeam')?.telefoon ?? '')).to.equal(
        '0123-456789 (dit is de gemeente)',
      );
    });

    it('of a place that has the number of somebody else for danger, shows the general number there', async () => {
      const place = { naam: 'Speeltuin De Wip', watHetIs: 'Een speeltuin.', telefoon: '112' };
      await writeFile(join(layer, 'plekken.json'), JSON.stringify({ speeltuin: place }));
      const { knowledge, faults } = await sourceKnowledge(places());
      expect(faults.map(({ place: where }) => where)).to.deep.equal(['["speeltuin"].telefoon']);
      expect(knowledge.fill(knowledge.place('speeltuin')?.telefoon ?? '')).to.not.include('112');
    });

    it('as the general number is the last good layer, or words where there is none', async () => {
      await rename('0123-456789', wrong);
      const without = await sourceKnowledge(places());
      expect(without.from).to.equal('local');
      expect(without.knowledge.fill('Bel {{gemeente.telefoon}}.')).to.equal(
        'Bel het nummer op de website van uw gemeente.',
      );
      await rename(wrong, '0123-456789');
      const before = await sourceKnowledge(places());
      await keepAsLastGood(places());
      await rename('0123-456789', wrong);
      for (const sourced of [await sourceKnowledge(places()), await reloadKnowledge(places(), before)]) {
        expect(sourced.from).to.equal('last-good');
        expect(sourced.knowledge.fill('Bel {{gemeente.telefoon}}.')).to.equal('Bel 0123-456789.');
        expect(sourced.faults).to.not.have.length(0);
      }
    });
  });

  describe('in a running service', () => {
    let app: RunningApp;
    afterEach(() => app.stop());

    it('can be read anew while people talk; a fault is named by /ready and changes nothing', async () => {
      app = await anApp({ env: { KNOWLEDGE_DIR: layer } });
      const parent = await aParent(app);
      await rename('0123-456789', '0187-654321');
      await app.knowledge.reload();
      await parent.says('wat kost een vliegreis naar mars');
      await parent.hears(/0187-654321/);
      await spoil();
      await app.knowledge.reload();
      const ready = await call(app.url, '/ready');
      expect([ready.status, ready.body['status']]).to.deep.equal([200, 'ready']);
      expect(ready.body['knowledge']).to.have.property('from', 'last-good');
      expect(JSON.stringify(ready.body['knowledge'])).to.include('dorp/instellingen.json, regel 1');
      await parent.says('en wat kost een raket');
      await parent.hears(/0187-654321/);
    });
  });
});
