import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import type { FamilyCase } from '../../cases/index.ts';
import { seedDemo } from '../../bot/demo/seed.ts';
import { openLowdbRegister } from '../../register/index.ts';
import { aFamilyCase, aMember, aRegisseur } from '../support/a-family-case.ts';
import { type AProcess, processes } from '../support/a-process.ts';
import { aParent, aPersona, cardRefIn, numberIn, type Person } from '../support/an-app.ts';
import { BROKEN, BSN, FAMILY, found, SAID, theParentTalks, WRITTEN_BSN } from '../support/canaries.ts';
import { type Answer, call, post, raw } from '../support/direct-line-client.ts';

function theFamily(): FamilyCase {
  return aFamilyCase({
    id: 'kanarie',
    version: 1,
    label: `Gezin ${FAMILY.label}`,
    family: {
      kind: 'known',
      label: `Gezin ${FAMILY.label}`,
      members: [aMember({ name: FAMILY.member })],
      domains: ['jeugdhulp'],
    },
    workers: ['demo-medewerker'],
    parties: [
      {
        id: 'p1',
        organisation: FAMILY.party,
        person: null,
        task: 'begeleiding',
        domain: null,
        since: null,
        until: null,
      },
    ],
    regisseurs: [aRegisseur({ name: FAMILY.regisseur }), aRegisseur({ id: 'r2', name: 'Een ander' })],
    plans: 0,
  });
}

/** Journey (b), and a filing of the worker's own. */
async function theWorkerChecksAndFiles(worker: Person): Promise<string> {
  await worker.says(`heeft gezin ${FAMILY.label} één plan en één regisseur? bsn ${BSN[1]}`);
  // The demo's own rounds bring cards about other families meanwhile.
  await worker.presses('form', { cardRef: cardRefIn(await worker.card(FAMILY.label)) });
  await worker.presses('file', {
    cardRef: cardRefIn(await worker.card(FAMILY.label)),
    ownWords: `${SAID.workersWords} ${WRITTEN_BSN}`,
    summary: `${SAID.summary} ${BSN[0]}`,
    complex: 'yes',
    stuck: 'stuck',
    harm: 'no',
  });
  const [number = ''] = /L-[0-9A-Z]{6}/.exec(JSON.stringify(await worker.card('L-'))) ?? [];
  return number;
}

/** Journey (c). Gives every card that was shown: a decision takes the place of the card before it. */
async function theOfficerDecides(officer: Person, number = ''): Promise<readonly string[]> {
  const cardRef = cardRefIn(await officer.card(number));
  const cards: string[] = [];
  const presses = async (verb: string, data: object = {}) => {
    await officer.presses(verb, { cardRef, ...data });
    cards.push(JSON.stringify(await officer.card()));
  };
  await presses('open');
  await presses('take');
  await presses('decide', { verdict: 'perhaps', reason: `${SAID.reason} ${BSN[0]}`, effectiveOn: 'ooit' });
  const reason = `${SAID.reason}: er komt één regisseur. ${WRITTEN_BSN}`;
  await presses('decide', { verdict: 'granted', reason, effectiveOn: '2031-01-02' });
  return cards;
}

/** Requests that are refused, with canaries wherever a caller can put one. */
async function refusedRequests(url: string, parent: Person): Promise<readonly string[]> {
  const { opened } = parent;
  const path = `/v3/directline/conversations/${opened.conversationId}/activities`;
  const { host } = new URL(url);
  const headers = { 'User-Agent': BROKEN.header, 'X-Forwarded-For': BROKEN.header, Referer: `${url}/${BROKEN.path}` };
  const json = { 'Content-Type': 'application/json' };
  const bodies = [
    `{"text":"${BROKEN.body}`,
    `["${BROKEN.body}"]`,
    `{"type":{"${BROKEN.body}":1}}`,
    `{"type":"${BROKEN.body}"}`,
    `{"text":5,"value":"${BROKEN.body}"}`,
  ];
  const answers: Answer[] = [];
  for (const body of bodies) {
    answers.push(
      await call(url, path, { method: 'POST', body, token: opened.token, headers: { ...headers, ...json } }),
    );
    answers.push(await call(url, '/demo/token', { method: 'POST', body, headers: { ...headers, ...json } }));
  }
  for (const token of [BROKEN.token, `a.${BROKEN.token}.b`, `${opened.token}${BROKEN.token}`]) {
    answers.push(await call(url, path, { token, headers }));
    answers.push(await call(url, path, { token, headers, json: { text: BROKEN.body } }));
  }
  answers.push(await call(url, `/${BROKEN.path}?naam=${BROKEN.path}`, { headers }));
  answers.push(
    await call(url, `/v3/directline/conversations/${BROKEN.path}/activities?watermark=${BROKEN.path}`, {
      token: opened.token,
      headers,
    }),
  );
  answers.push(
    await call(url, path, {
      method: 'POST',
      body: BROKEN.body,
      token: opened.token,
      headers: { ...headers, 'Content-Type': `text/${BROKEN.body}` },
    }),
  );
  answers.push(await post(url, opened, { text: `${BROKEN.body} `.repeat(1_000) }));
  const byHand = [
    await raw(url, `GET /%${BROKEN.path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`),
    await raw(
      url,
      `GET http://${BROKEN.path}\u0001 HTTP/1.1\r\nHost: ${BROKEN.header}:::\r\nConnection: close\r\n\r\n`,
    ),
    await raw(url, `${BROKEN.body.toUpperCase()} / HTTP/1.1\r\nHost: ${host}\r\n\r\n`),
  ];
  for (const { status, text } of answers) expect(status, text).to.be.within(400, 499);
  return [...answers.map(({ text, headers: told }) => text + JSON.stringify([...told])), ...byHand];
}

async function filesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, string]> => [relative(folder, file), await readFile(file, 'utf8')]),
    ),
  );
}

describe('journeys (a), (b) and (c) leave no personal data where it does not belong (I6, B8, W12)', () => {
  const { start, killAll } = processes();
  const transcripts: string[] = [];
  let folder: string;
  let server: AProcess;
  let refused: readonly string[];
  let files: ReadonlyMap<string, string>;
  let code: string;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'regie-kanarie-'));
    const register = await openLowdbRegister({ folder: join(folder, 'cases'), onFatal: () => undefined });
    await register.commit(theFamily());
    // The demo starts only on a folder that a demo made.
    await seedDemo(register, { now: new Date(), dataDir: null });
    await register.close();
    server = start({ env: { DATA_DIR: folder, LOG_LEVEL: 'trace' } });
    const url = await server.listens();
    const [parent, worker, officer] = [
      await aParent({ url }),
      await aPersona({ url }, 'worker'),
      await aPersona({ url }, 'officer'),
    ];
    await officer.hears(/mijn kaarten/);
    code = await theParentTalks(parent);
    const own = numberIn(JSON.stringify(await parent.transcript()));
    await officer.hears(new RegExp(own));
    transcripts.push(...(await theOfficerDecides(officer, own)));
    await parent.hears(new RegExp(SAID.reason));
    await (await aParent({ url })).says(code);
    const number = await theWorkerChecksAndFiles(worker);
    await officer.hears(new RegExp(number));
    transcripts.push(...(await theOfficerDecides(officer, number)));
    refused = await refusedRequests(url, parent);
    for (const person of [worker, parent]) transcripts.unshift(JSON.stringify(await person.transcript()));
    server.stop('SIGTERM');
    await server.ended;
    files = await filesIn(folder);
  });
  after(async () => {
    await killAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('went the whole way, so that there was something to leak (the positive case)', () => {
    const [parent = '', worker = '', ...cards] = transcripts;
    expect(found(parent)).to.include.members([SAID.question, SAID.ownWords, SAID.phone, SAID.reason, FAMILY.member]);
    expect(found(worker)).to.include.members([FAMILY.label, FAMILY.regisseur]);
    const told = [SAID.ownWords, SAID.phone, SAID.reason, SAID.workersWords, SAID.summary, FAMILY.label, FAMILY.party];
    expect(found(cards.join(''))).to.include.members(told);
    expect(code).to.match(/^.{4}-.{4}$/);
    expect(refused.length).to.be.above(20);
    expect(server.output())
      .to.include('"route":"/v3/directline/conversations/:id/activities"')
      .and.include('"level":"debug"');
  });

  it('shows no canary in the log, on stdout or on stderr', () => {
    expect(found(server.output())).to.deep.equal([]);
    expect(server.output()).to.not.include(code);
  });

  it('repeats nothing of a refused request in a body or a header', () => {
    for (const answer of refused) expect(found(answer)).to.deep.equal([]);
  });

  it('keeps words, names and reasons in the documents of the cases only', () => {
    // The last good knowledge is the municipality's own text, and no person's.
    const elsewhere = [...files].filter(([name]) => !/^(?:cases|knowledge-last-good)\//.test(name));
    expect(elsewhere.map(([name]) => name)).to.have.members(['audit.jsonl', 'addresses.json']);
    for (const [name, text] of elsewhere) expect(found(text), name).to.deep.equal([]);
    expect(
      [...files.keys()].filter((name) => found(name, [...Object.values(SAID), ...Object.values(BROKEN)]).length > 0),
    ).to.deep.equal([]);
  });

  it('keeps the words of a filing in the document of that filing only, and what was merely asked nowhere', () => {
    const where = (canary: string) =>
      [...files].filter(([, text]) => found(text, [canary]).length > 0).map(([name]) => name);
    const [filing, ...more] = where(SAID.ownWords);
    expect(filing).to.match(/^cases\/[0-9a-f]{32}\.json$/);
    expect(more).to.deep.equal([]);
    expect(where(SAID.phone)).to.deep.equal([filing]);
    expect(where(SAID.reason)).to.have.members([filing, 'cases/kanarie.json']);
    for (const canary of [SAID.workersWords, SAID.summary, ...Object.values(FAMILY)])
      expect(where(canary)).to.deep.equal(['cases/kanarie.json']);
    for (const canary of [SAID.question, ...Object.values(BROKEN), code]) expect(where(canary)).to.deep.equal([]);
  });

  it('has the citizen service number nowhere: not in a file, a transcript, a card or the log', () => {
    const everything = [...files.values(), ...transcripts, server.output(), ...refused];
    for (const text of everything) {
      expect(found(text, [...BSN, WRITTEN_BSN])).to.deep.equal([]);
      expect(text).to.not.match(/111[ .-]?222[ .-]?333|2718[ .-]?28[ .-]?183/);
    }
    expect(everything.join('')).to.include('[nummer verwijderd]');
  });
});
