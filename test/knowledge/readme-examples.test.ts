/** What the guide for editors shows, put into a layer as it stands there. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { effects } from '../../dialogs/index.ts';
import { loadKnowledge } from '../../knowledge/index.ts';

const knowledgeDir = new URL('../../knowledge/', import.meta.url).pathname;

describe('the examples in the guide for editors', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-voorbeeld-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('are a whole answer, a whole place to which it can point, and a way to recognise it', async () => {
    const readme = await readFile(join(knowledgeDir, 'README.md'), 'utf8');
    const blocks = [...readme.matchAll(/^```json\n([^`]*)^```$/gm)].map(([, json = '']) => json);
    const [place = '', ...otherPlaces] = blocks.filter((json) => json.includes('"watHetIs"'));
    const [answer = ''] = blocks.filter((json) => /"id": "ouderkamer-speeltuin",\n {2}"titel"/.test(json));
    const [intent = ''] = blocks.filter((json) => /"id": "ouderkamer-speeltuin",\n {2}"herken"/.test(json));
    expect(otherPlaces).to.deep.equal([]);
    await cp(join(knowledgeDir, 'voorbeeldstad'), folder, { recursive: true });
    await mkdir(join(folder, 'intents'), { recursive: true });
    await writeFile(join(folder, 'plekken.json'), place);
    await writeFile(
      join(folder, 'faq/ouderkamer-speeltuin.json'),
      answer.replace('"plek": "lokaalTeam"', '"plek": "speeltuinDeWip"'),
    );
    await writeFile(join(folder, 'intents/ouderkamer-speeltuin.json'), intent);
    const outcome = await loadKnowledge({ nationalDir: join(knowledgeDir, 'landelijk'), localDir: folder, effects });
    if (outcome.kind === 'faulty') throw new Error(JSON.stringify(outcome.faults));
    expect(outcome.replaced).to.deep.equal([]);
    expect(outcome.knowledge.place('speeltuinDeWip')).to.have.keys([
      'naam',
      'watHetIs',
      'telefoon',
      'url',
      'openingstijden',
    ]);
    expect(outcome.intents.map(({ id }) => id)).to.include('ouderkamer-speeltuin');
  });
});
