import { expect } from 'chai';
import type { Store } from '../../bot/store.ts';
import { aFamilyCase } from '../support/a-family-case.ts';
import { anApp, aParent, type HeardActivity, type Person, type RunningApp } from '../support/an-app.ts';
import { call, post } from '../support/direct-line-client.ts';

/** What a visitor might try to find out whether a family is known here. */
const TURNS = [
  'Hallo, ik bel over gezin {}',
  'Kent u gezin {}?',
  'Heeft gezin {} één plan en één regisseur?',
  'Wie is de regisseur van gezin {}?',
  'Is er al een melding over familie {}?',
  'Wat staat er in het dossier van {}?',
  'Ik ben de moeder van gezin {} en ik wil één regisseur',
  'Waar kan ik terecht?',
  'Nee',
  'gezin {}',
  'stop',
  'Mijn vraag voorleggen',
  'Gezin {}',
  'stop',
  'Mijn naam is {}, hoe staat het met mijn aanvraag?',
];
const FILING = [
  'Mijn vraag voorleggen',
  'Nee',
  'Ja',
  'Het zit vast',
  'Ja',
  'Gezin Qvwxzq wil één regisseur.',
  'Ja, leg voor',
];
const codeIn = (receipt: string) => /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt)?.[0] ?? '';
const LIMITS = { messagesPerMinute: 1_000, startsPerMinutePerIp: 1_000 };
const READS = ['read', 'caseOfCard', 'caseOfFollowCode', 'casesOf', 'casesForOfficer'] as const;

/** The same store, which writes down who reads what. */
function counting(reads: string[]) {
  return (store: Store): Store => ({
    ...store,
    register: new Proxy(store.register, {
      get: (register: Store['register'], name: keyof Store['register']): unknown => {
        const asked = READS.find((read) => read === name);
        if (asked === undefined) return Reflect.get(register, name);
        return (key: string) => {
          reads.push(`${asked} ${key}`);
          return register[asked](key);
        };
      },
    }),
  });
}

/** Without what differs in any two conversations. */
function normalised(
  activities: readonly HeardActivity[],
  { conversationId }: Person['opened'],
  family: string,
): string {
  return JSON.stringify(activities, null, 1)
    .replaceAll(conversationId, 'CONVERSATION')
    .replace(/CONVERSATION\|\d+/g, 'ACTIVITY')
    .replace(/dl_[\w-]{22}/g, 'VISITOR')
    .replace(/"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g, '"TIME"')
    .replaceAll(family, 'FAMILY');
}

describe('journey: nobody learns from the chat whether a family is known (W11)', () => {
  const reads: string[] = [];
  let app: RunningApp;
  before(async () => {
    app = await anApp({ limits: LIMITS, wrapStore: counting(reads) });
    await app.store.register.commit(
      aFamilyCase({ id: 'known', version: 1, label: 'Gezin Qvwxzq', workers: ['demo-medewerker'] }),
    );
  });
  beforeEach(() => {
    reads.length = 0;
  });
  after(() => app.stop());

  async function transcriptAbout(family: string, on: RunningApp = app): Promise<string> {
    const parent = await aParent(on);
    await parent.hears(/112/);
    for (const turn of TURNS) await parent.says(turn.replaceAll('{}', family));
    return normalised(await parent.transcript(), parent.opened, family);
  }

  it('says the same in fifteen turns about a family that exists and one that does not', async () => {
    // Two names that begin and end alike, of letters that no word shares: what is recognised may depend on letters, never on
    // the register.
    const known = await transcriptAbout('Qvwxzq');
    expect(known.match(/"text": "[^"]*FAMILY/g)).to.have.length(TURNS.filter((turn) => turn.includes('{}')).length);
    expect(await transcriptAbout('Qvxwzq')).to.equal(known);
  });

  it('says the same about the same name where the family is in the register and where it is not', async () => {
    const elsewhere = await anApp({ limits: LIMITS });
    try {
      await elsewhere.store.register.commit(aFamilyCase({ id: 'known', version: 1, label: 'Gezin Zxqvwj' }));
      for (const name of ['Qvwxzq', 'Zxqvwj']) {
        expect(await transcriptAbout(name, elsewhere)).to.equal(await transcriptAbout(name));
      }
    } finally {
      await elsewhere.stop();
    }
  });

  it('reads nothing from the register on the way', async () => {
    await transcriptAbout('Qvwxzq');
    expect(reads).to.deep.equal([]);
  });

  it('does read for the worker who has a task for the family, so the counters count', async () => {
    const token = await call(app.url, '/demo/token', { json: { persona: 'worker' } });
    const opened = {
      conversationId: String(token.body['conversationId']),
      token: String(token.body['token']),
      streamUrl: '',
    };
    await post(app.url, opened, { text: 'heeft gezin Qvwxzq één plan en één regisseur?' });
    const deadline = Date.now() + 5_000;
    while (!reads.includes('read known') && Date.now() < deadline)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(reads).to.include('casesOf demo-medewerker').and.include('read known');
  });

  it('reads only the own new document when a parent files, and by code only with a follow code', async () => {
    const parent = await aParent(app);
    let receipt = '';
    for (const words of FILING) receipt = await parent.says(words);
    await app.outbox.idle();
    const ids = new Set(reads.map((read) => read.replace(/^\w+ /, '')));
    expect([...ids].filter((id) => !/^[0-9a-f]{32}$/.test(id))).to.deep.equal([]);
    expect(ids.size).to.equal(1);
    expect(reads.join()).to.not.match(/caseOf|casesOf/);
    reads.length = 0;
    await parent.says(codeIn(receipt));
    expect(reads.filter((read) => read.startsWith('caseOfFollowCode'))).to.have.length(1);
  });
});

describe('journey: a follow code can not be guessed (P10, W11)', () => {
  const UNKNOWN = /Deze volgcode ken ik niet/;
  const TOO_OFTEN =
    /^U heeft te vaak een volgcode geprobeerd\. Wacht even en probeer het later opnieuw\. Of bel 0123-456789\.$/;
  let app: RunningApp;
  let clock: Date;
  beforeEach(async () => {
    clock = new Date('2026-11-23T09:00:00.000Z');
    app = await anApp({ limits: LIMITS, env: { TRUSTED_PROXY_HOPS: '1' }, world: { now: () => clock } });
  });
  afterEach(() => app.stop());

  const code = (index: number) => `ABCD-${String(1_000 + index)}`;

  /** A visitor as our own proxy tells where it comes from; `forged` is what the visitor wrote itself. */
  async function visitorFrom(address: string, forged = ''): Promise<Person> {
    return aParent(app, { 'X-Forwarded-For': forged === '' ? address : `${forged}, ${address}` });
  }

  it('ten tries an hour for a conversation, then one fixed text, also for a code that is good', async () => {
    const filer = await visitorFrom('198.51.100.9');
    let receipt = '';
    for (const words of FILING) receipt = await filer.says(words);
    const good = codeIn(receipt);
    const parent = await visitorFrom('198.51.100.1');
    for (let index = 0; index < 10; index += 1) expect(await parent.says(code(index))).to.match(UNKNOWN);
    expect(await parent.says(code(10))).to.match(TOO_OFTEN);
    expect(await parent.says(good)).to.match(TOO_OFTEN);
    expect(await parent.says('hoe lang duurt een besluit?')).to.not.match(TOO_OFTEN);
    clock = new Date(clock.getTime() + 29 * 60_000);
    expect(await parent.says(code(12))).to.match(TOO_OFTEN);
  });

  it('ten tries an hour for an address, whatever conversation and whatever the visitor says about where it comes from', async () => {
    for (let index = 0; index < 10; index += 1) {
      const parent = await visitorFrom('198.51.100.1', `203.0.113.${index}`);
      expect(await parent.says(code(index))).to.match(UNKNOWN);
    }
    expect(await (await visitorFrom('198.51.100.1', '203.0.113.99')).says(code(10))).to.match(TOO_OFTEN);
    expect(await (await visitorFrom('198.51.100.2')).says(code(11))).to.match(UNKNOWN);
    clock = new Date(clock.getTime() + 60 * 60_000);
    expect(await (await visitorFrom('198.51.100.1')).says(code(12))).to.match(UNKNOWN);
  });
});
