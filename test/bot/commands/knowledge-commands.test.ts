import { spawn } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { jsonSchemas } from '../../../knowledge/index.ts';

const root = new URL('../../../', import.meta.url).pathname;

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(
  command: string,
  input: string,
  env: Readonly<Record<string, string>> = {},
  options: readonly string[] = [],
): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', `bot/commands/${command}.ts`, ...options], {
      cwd: root,
      env: { ...process.env, ...env },
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code, out, err });
    });
    child.stdin.end(input);
  });
}

describe('knowledge:match', () => {
  it('gives a line for every good line, names a broken one by its number, and ends with 1', async () => {
    const lines = ['{"id":"a","text":"ik wil een regisseur"}', 'kapot', '', '{"id":"b","text":"mijn baby ademt niet"}'];
    const { code, out, err } = await run('knowledge-match', `${lines.join('\n')}\n`);
    const answers: unknown[] = out
      .trim()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(answers).to.have.length(2);
    expect(answers[0]).to.include({ id: 'a', crisis: false, level: null, decided: 'answer' });
    expect(answers[1]).to.include({ id: 'b', crisis: true, level: 'acuut', decided: 'answer' });
    expect(answers[0]).to.have.keys(['id', 'ranked', 'crisis', 'level', 'decided', 'because']);
    expect(err).to.include('Line 2');
    expect(code).to.equal(1);
  });

  it('ends with 0 when every line is good', async () => {
    expect((await run('knowledge-match', '{"id":"a","text":"hallo"}\n')).code).to.equal(0);
  });
});

describe('knowledge:check', () => {
  it('ends with 0 and one line for the layers of the project', async () => {
    const { code, out } = await run('knowledge-check', '');
    expect(out.trim().split('\n').at(-1)).to.match(
      /^Geen fouten\. \d+ antwoorden .*\d+ van \d+ voorbeelden raak, \d+ keer "let op"\.$/,
    );
    expect(code).to.equal(0);
  });

  it('tells all of the own layer and counts the national one, unless all is asked for', async () => {
    const short = (await run('knowledge-check', '')).out;
    const [, count = ''] = /^Nog (\d+) keer "let op" in de landelijke laag\..*--alles$/m.exec(short) ?? [];
    expect(short)
      .to.match(/^Let op: voorbeeldstad\//m)
      .and.not.match(/^Let op: landelijk\//m);
    const whole = (await run('knowledge-check', '', {}, ['--alles'])).out.split('\n');
    const others = whole.filter((line) => line.startsWith('Let op: ') && !line.startsWith('Let op: voorbeeldstad/'));
    expect(others).to.have.length(Number(count));
  }).timeout(90_000);

  it('writes a fault as the README shows it', async () => {
    const readme = await readFile(join(root, 'knowledge', 'README.md'), 'utf8');
    const [shown = 'nothing'] = /^voorbeeldstad\/faq\/.*"lokaalteam".*$/m.exec(readme) ?? [];
    const [example = ''] = /\{\n {2}"id": "ouderkamer-speeltuin",\n {2}"titel"[^`]*/.exec(readme) ?? [];
    const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-laag-'));
    try {
      await cp(join(root, 'knowledge', 'voorbeeldstad'), join(folder, 'voorbeeldstad'), { recursive: true });
      const wrong = example.replace('"plek": "lokaalTeam"', '"plek": "lokaalteam"');
      await writeFile(join(folder, 'voorbeeldstad', 'faq', 'ouderkamer-speeltuin.json'), wrong);
      const { out } = await run('knowledge-check', '', { KNOWLEDGE_DIR: join(folder, 'voorbeeldstad') });
      expect(out.split('\n')).to.include(shown);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('ends with 1 and names file and place of a fault in the local layer', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-laag-'));
    try {
      await cp(join(root, 'knowledge', 'voorbeeldstad'), join(folder, 'dorp'), { recursive: true });
      await writeFile(join(folder, 'dorp', 'plekken.json'), '{ "x": { "naam": "" } }');
      const { code, out } = await run('knowledge-check', '', { KNOWLEDGE_DIR: join(folder, 'dorp') });
      expect(out).to.include('dorp/plekken.json, x.naam: deze tekst is leeg');
      expect(code).to.equal(1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('knowledge:try', () => {
  it('tells what was recognised and what the reader sees, each question apart', async () => {
    const { code, out } = await run('knowledge-try', 'ik wil een regisseur\n\nmijn baby ademt niet\n');
    const [first = '', second = ''] = out.split(/(?=^Vraag: )/m);
    expect(first).to.include('Vraag: "ik wil een regisseur"').and.include('[regisseur-aanvragen]');
    expect(first).to.match(/De lezer ziet:\n {2}\| U mag vragen om een regisseur/);
    expect(second)
      .to.match(/^Gevaar: (?!geen)/m)
      .and.to.match(/\| {3}→ Bel 112/);
    expect(code).to.equal(0);
  });

  it('tells an editor of a fault in Dutch, with file and place', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regie-faulty-'));
    try {
      await cp(join(root, 'knowledge/voorbeeldstad'), folder, { recursive: true });
      await writeFile(join(folder, 'instellingen.json'), '{');
      const { code, err } = await run('knowledge-try', '', { KNOWLEDGE_DIR: folder }, ['hallo']);
      expect(code).to.equal(1);
      expect(err)
        .to.match(/^De kennis heeft \d+ fout(en)?\. /)
        .and.include('instellingen.json');
      expect(err).to.not.include('Failed');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('takes questions as arguments, also as a worker would ask, and refuses what it does not know', async () => {
    const asked = await run('knowledge-try', '', {}, ['--as', 'worker', 'wie voert de regie']);
    expect(asked.out).to.include('Vraag: "wie voert de regie"');
    const refused = await run('knowledge-try', '', {}, ['--as', 'koning', 'x']);
    expect([refused.code, refused.out]).to.deep.equal([2, '']);
    expect(refused.err).to.include('Gebruik: npm run -s knowledge:try');
    expect((await run('knowledge-try', '\n')).code).to.equal(2);
  });
});

describe('knowledge:schema', () => {
  it('writes a schema for every kind of file, to a folder or to stdout', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-schema-'));
    try {
      const { code, out } = await run('knowledge-schema', '', {}, [join(folder, 'nieuw')]);
      expect([code, (await readdir(join(folder, 'nieuw'))).length]).to.deep.equal([0, jsonSchemas().size]);
      expect(out).to.include(`${jsonSchemas().size} schema’s`);
      const blocked = await run('knowledge-schema', '', {}, [join(root, 'package.json')]);
      expect([blocked.code, blocked.err]).to.deep.equal([
        1,
        `Failed to write the schemas to ${join(root, 'package.json')}: EEXIST. Choose another folder.\n`,
      ]);
      const all: unknown = JSON.parse((await run('knowledge-schema', '')).out);
      expect(all).to.include.keys(['faq', 'flows', 'instellingen']);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
