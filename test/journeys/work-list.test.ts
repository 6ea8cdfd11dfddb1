/** From what a parent types or presses to the editors' list (K4, K8). */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readUnanswered, unansweredFile } from '../../bot/unanswered.ts';
import { anApp, aParent, type Person, ROOT, type RunningApp } from '../support/an-app.ts';
import { call } from '../support/direct-line-client.ts';

describe('the work list of the editors', () => {
  let folder: string;
  let app: RunningApp;
  let parent: Person;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-werklijst-'));
    app = await anApp({ env: { DATA_DIR: folder } });
    parent = await aParent(app);
  });
  afterEach(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const judge = (value: object, token = parent.opened.token) =>
    call(app.url, `/v3/directline/conversations/${parent.opened.conversationId}/activities`, {
      token,
      json: { type: 'event', name: 'regie/feedback', value },
    });
  /** Everything is on disk once the service has stopped. */
  const kept = async () => {
    await app.stop();
    return (await readUnanswered(unansweredFile(folder))).lines.map(({ why, text, answer }) => [why, text, answer]);
  };

  it('holds a declined question without the name in it, and never words of danger', async () => {
    await parent.says('wat kost een vliegreis naar Mars voor Kevin');
    await parent.says('mijn man slaat mij en wat kost een vliegreis');
    const lines = await kept();
    expect(lines.map(([why, text]) => [why, text])).to.deep.equal([
      ['declined', 'wat kost een vliegreis naar … voor …'],
    ]);
    expect(await readFile(unansweredFile(folder), 'utf8')).not.to.match(/slaat|Kevin/);
  });

  it('holds an answer that did not help, which is no turn: nothing appears in the conversation', async () => {
    await parent.says('ik wil een regisseur');
    const before = (await parent.transcript()).length;
    const answer = await judge({ answer: 'regisseur-aanvragen', helped: false });
    expect([answer.status, answer.body]).to.deep.equal([200, { id: '' }]);
    expect((await parent.transcript()).length).to.equal(before);
    expect(await kept()).to.deep.equal([['unhelpful', 'ik wil een regisseur', 'regisseur-aanvragen']]);
  });

  it('takes nothing without a token, in another shape, or about an answer that was not given', async () => {
    expect((await judge({ answer: 'pgb', helped: false }, 'x')).status).to.equal(403);
    expect((await judge({ answer: 'pgb', helped: 'misschien' })).status).to.equal(400);
    expect((await judge({ answer: '../x', helped: false })).status).to.equal(400);
    expect((await judge({ answer: 'pgb', helped: false })).status).to.equal(200);
    expect(await kept()).to.deep.equal([]);
  });

  it('takes no more judgements than messages', async () => {
    const answers = [];
    for (let count = 0; count < 25; count += 1) answers.push((await judge({ answer: 'pgb', helped: true })).status);
    expect(answers).to.include(429);
  });

  it('is printed with counts and the nearest answer, also as JSON', async () => {
    await parent.says('wat kost een vliegreis naar mars');
    await parent.says('wat kost een vliegreis naar mars dan');
    await app.stop();
    const run = (...options: readonly string[]) =>
      spawnSync(process.execPath, ['--import', 'tsx', 'bot/commands/knowledge-unanswered.ts', ...options], {
        cwd: ROOT,
        env: { ...process.env, DATA_DIR: folder },
        encoding: 'utf8',
      });
    expect(run().stdout).to.match(/2 × {2}wat kost een vliegreis naar ….*\n.*2 × geen antwoord; op \d{4}-/);
    expect(run().stdout).to.include('Nog geen oordeel over een antwoord.').and.not.include('Oordeel over antwoorden:');
    const parsed: unknown = JSON.parse(run('--json').stdout);
    expect(parsed).to.have.nested.property('questions[0].count', 2);
    expect(run('--wat').status).to.equal(2);
  });
});
