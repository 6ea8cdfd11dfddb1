import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { keepAsLastGood, reloadKnowledge, sourceKnowledge } from '../../bot/knowledge-source.ts';
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

  describe('in a running service', () => {
    let app: RunningApp;
    afterEach(() => app.stop());

    it('can be read anew while people talk; a fault is named by /ready and changes nothing', async () => {
      app = await anApp({ env: { KNOWLEDGE_DIR: layer } });
      const parent = await aParent(app);
      await rename('0123-456789', '0987-654321');
      await app.knowledge.reload();
      await parent.says('wat kost een vliegreis naar mars');
      await parent.hears(/0987-654321/);
      await spoil();
      await app.knowledge.reload();
      const ready = await call(app.url, '/ready');
      expect([ready.status, ready.body['status']]).to.deep.equal([200, 'ready']);
      expect(ready.body['knowledge']).to.have.property('from', 'last-good');
      expect(JSON.stringify(ready.body['knowledge'])).to.include('dorp/instellingen.json, regel 1');
      await parent.says('en wat kost een raket');
      await parent.hears(/0987-654321/);
    });
  });
});
