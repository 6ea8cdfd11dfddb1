import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { expect } from 'chai';
import type { Store } from '../../bot/store.ts';
import type { FamilyCase } from '../../cases/index.ts';
import { openLowdbRegister } from '../../register/index.ts';
import { aFamilyCase, aMember, aRegisseur } from '../support/a-family-case.ts';
import { type AProcess, processes } from '../support/a-process.ts';
import { anApp, aParent, aPersona, cardRefIn, type Person, type RunningApp } from '../support/an-app.ts';
import { type Answer, call, post, raw } from '../support/direct-line-client.ts';

const BSN = ['111222333', '123456782'];
/** BSN in other clothes: masked in whatever text they arrive. */
const WRITTEN_BSN = '111.222.333 of 1234 56 782';
const FAMILY = {
  label: 'kanarie-gezin',
  member: 'kanarie-lid',
  regisseur: 'kanarie-regisseur',
  party: 'kanarie-partij',
};
const SAID = {
  question: 'kanarie-vraag',
  ownWords: 'kanarie-woorden',
  phone: '06-31415926',
  workersWords: 'kanarie-gehoord',
  summary: 'kanarie-uitleg',
  reason: 'kanarie-reden',
};
const BROKEN = {
  body: 'kanarie-lichaam',
  path: 'kanarie-pad',
  token: 'kanarie-token',
  header: 'kanarie-kop',
  fault: 'kanarie-fout',
};
const ALL = [...BSN, WRITTEN_BSN, ...Object.values({ ...FAMILY, ...SAID, ...BROKEN })];

function found(text: string, canaries: readonly string[] = ALL): readonly string[] {
  return canaries.filter((canary) => text.toLowerCase().includes(canary));
}

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
    parties: [{ id: 'p1', organisation: FAMILY.party, task: 'begeleiding', since: null, until: null }],
    regisseurs: [aRegisseur({ name: FAMILY.regisseur }), aRegisseur({ id: 'r2', name: 'Een ander' })],
    plans: 0,
  });
}

/** Journey (a), and a filing as in (c). Gives the follow code. */
async function theParentTalks(parent: Person): Promise<string> {
  await parent.says(
    `Ik ben ${FAMILY.member}, bsn ${BSN[0]}, bel ${SAID.phone}. ${SAID.question}: hoe lang duurt een besluit?`,
  );
  for (const words of ['Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Ja']) await parent.says(words);
  await parent.says(`${SAID.ownWords}, mijn bsn is ${WRITTEN_BSN}, bel ${SAID.phone}`);
  const receipt = await parent.says('Ja, leg voor');
  return /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt)?.[0] ?? '';
}

/** Journey (b), and a filing of the worker's own. */
async function theWorkerChecksAndFiles(worker: Person): Promise<void> {
  await worker.says(`heeft gezin ${FAMILY.label} één plan en één regisseur? bsn ${BSN[1]}`);
  await worker.presses('form', { cardRef: cardRefIn(await worker.card()) });
  await worker.presses('file', {
    cardRef: cardRefIn(await worker.card()),
    ownWords: `${SAID.workersWords} ${WRITTEN_BSN}`,
    summary: `${SAID.summary} ${BSN[0]}`,
    complex: 'yes',
    stuck: 'stuck',
    harm: 'no',
  });
}

async function theOfficerDecides(officer: Person): Promise<void> {
  const cardRef = cardRefIn(await officer.card());
  await officer.presses('open', { cardRef });
  await officer.presses('take', { cardRef });
  await officer.presses('decide', {
    cardRef,
    verdict: 'perhaps',
    reason: `${SAID.reason} ${BSN[0]}`,
    effectiveOn: 'ooit',
  });
  await officer.presses('decide', {
    cardRef,
    verdict: 'granted',
    reason: `${SAID.reason}: er komt één regisseur. ${WRITTEN_BSN}`,
    effectiveOn: '2031-01-02',
  });
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
    await officer.hears(/L-[0-9A-Z]{6}/);
    await theOfficerDecides(officer);
    await parent.hears(new RegExp(SAID.reason));
    await (await aParent({ url })).says(code);
    await theWorkerChecksAndFiles(worker);
    refused = await refusedRequests(url, parent);
    for (const person of [parent, worker, officer]) transcripts.push(JSON.stringify(await person.transcript()));
    server.stop('SIGTERM');
    await server.ended;
    files = await filesIn(folder);
  });
  after(async () => {
    await killAll();
    await rm(folder, { recursive: true, force: true });
  });

  it('went the whole way, so that there was something to leak (the positive case)', () => {
    const [parent = '', worker = '', officer = ''] = transcripts;
    expect(found(parent)).to.include.members([SAID.question, SAID.ownWords, SAID.phone, SAID.reason, FAMILY.member]);
    expect(found(worker)).to.include.members([FAMILY.label, FAMILY.regisseur, SAID.workersWords]);
    expect(found(officer)).to.include.members([SAID.ownWords, SAID.phone, SAID.reason]);
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
    const elsewhere = [...files].filter(([name]) => !name.startsWith('cases/'));
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
    for (const canary of [SAID.phone, SAID.reason]) expect(where(canary)).to.deep.equal([filing]);
    for (const canary of [SAID.workersWords, SAID.summary, ...Object.values(FAMILY)])
      expect(where(canary)).to.deep.equal(['cases/kanarie.json']);
    for (const canary of [SAID.question, ...Object.values(BROKEN), code]) expect(where(canary)).to.deep.equal([]);
  });

  it('has the citizen service number nowhere: not in a file, a transcript, a card or the log', () => {
    const everything = [...files.values(), ...transcripts, server.output(), ...refused];
    for (const text of everything) {
      expect(found(text, [...BSN, WRITTEN_BSN])).to.deep.equal([]);
      expect(text).to.not.match(/111[ .-]?222[ .-]?333|1234[ .-]?56[ .-]?782/);
    }
    expect(everything.join('')).to.include('[nummer verwijderd]');
  });
});

describe('a fault with personal data in its message stays inside (B8, I6)', () => {
  const message = `${BROKEN.fault} ${FAMILY.member} ${BSN[0]}`;
  const FAULT = /ging iets mis/;
  let armed: boolean;
  let app: RunningApp;

  /** Every call of the port throws once it is armed; some faults are no errors at all. */
  const breaking = <T extends object>(port: T): T =>
    new Proxy(port, {
      get: (target, name): unknown => {
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function' || name === 'close') return value;
        return (...args: unknown[]): unknown => {
          if (!armed) return Reflect.apply(value, target, args);
          return Promise.reject(Object.assign(new Error(message), { code: message, name: message }));
        };
      },
    });
  const breakingStore = (store: Store): Store => ({
    register: breaking(store.register),
    auditLog: breaking(store.auditLog),
    addressBook: breaking(store.addressBook),
  });

  beforeEach(async () => {
    armed = false;
    app = await anApp({
      env: { LOG_LEVEL: 'trace' },
      wrapStore: breakingStore,
      world: {
        newFollowCode: () => {
          if (armed) throw new Error(message);
          return 'K7QP-3M2X';
        },
      },
    });
  });
  afterEach(async () => {
    armed = false;
    await app.stop();
  });

  const nothingLeaked = (...texts: readonly string[]) => {
    for (const text of [...texts, app.logLines.join('')])
      expect(found(text, [BROKEN.fault, FAMILY.member, ...BSN])).to.deep.equal([]);
  };

  it('says a fixed sentence with a number to call to the parent, the worker and the officer', async () => {
    const [parent, worker, officer] = [
      await aParent(app),
      await aPersona(app, 'worker'),
      await aPersona(app, 'officer'),
    ];
    await officer.hears(/mijn kaarten/);
    await theParentTalks(parent);
    await officer.hears(/L-[0-9A-Z]{6}/);
    const cardRef = cardRefIn(await officer.card());
    armed = true;
    const heard = [
      await (await aParent(app)).says('K7QP-3M2X'),
      await worker.says('heeft gezin De Vries één plan en één regisseur?'),
      await officer.presses('open', { cardRef }),
      await officer.presses('decide', {
        cardRef,
        verdict: 'granted',
        reason: 'Een goede reden.',
        effectiveOn: '2031-01-02',
      }),
    ];
    for (const words of heard) expect(words).to.match(FAULT).and.include('0123-');
    nothingLeaked(...heard);
    expect(app.logLines.filter((line) => line.includes('-failed'))).to.not.have.length(0);
  });

  it('keeps the words of a parent whose filing fails in the chat only', async () => {
    const parent = await aParent(app);
    for (const words of ['Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Ja', SAID.ownWords])
      await parent.says(words);
    armed = true;
    const heard = await parent.says('Ja, leg voor');
    expect(heard).to.include('0123-');
    expect(heard).to.not.match(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/);
    nothingLeaked(heard);
    expect(app.logLines.join('')).to.not.include(SAID.ownWords);
  });

  it('gives the crisis numbers all the same', async () => {
    const parent = await aParent(app);
    armed = true;
    expect(await parent.says('mijn man slaat mijn zoon nu met een riem')).to.include('112');
  });

  it('says no more than not ready to who asks whether it works', async () => {
    armed = true;
    const { status, text, headers } = await call(app.url, '/ready');
    expect([status, text]).to.deep.equal([503, '{"status":"not-ready"}']);
    nothingLeaked(text, JSON.stringify([...headers]));
    expect(app.logLines.join('')).to.include('not-ready');
  });
});

describe('a fault in the way in itself (B8)', () => {
  it('answers 500 with a fixed body', async () => {
    let armed = false;
    let count = 0;
    const app = await anApp({
      world: {
        newId: () => {
          if (armed) throw new Error(`${BROKEN.fault} ${BSN[0]}`);
          count += 1;
          return `id-${count}`;
        },
      },
    });
    try {
      armed = true;
      for (const path of ['/health', '/v3/directline/tokens/generate', '/', '/nergens']) {
        const { status, text, headers } = await call(app.url, path, path.endsWith('generate') ? { json: {} } : {});
        expect(status, path).to.equal(500);
        expect(text).to.include('"code":"internal"');
        expect(found(text + JSON.stringify([...headers]) + app.logLines.join(''))).to.deep.equal([]);
      }
      armed = false;
      expect((await call(app.url, '/health')).status).to.equal(200);
    } finally {
      armed = false;
      await app.stop();
    }
  });
});
