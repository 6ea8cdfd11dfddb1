import { expect } from 'chai';
import type { Store } from '../../bot/store.ts';
import { anApp, aParent, aPersona, cardRefIn, type RunningApp } from '../support/an-app.ts';
import { BROKEN, BSN, FAMILY, found, SAID, theParentTalks } from '../support/canaries.ts';
import { call } from '../support/direct-line-client.ts';

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
    unlogged: store.unlogged,
    auditHead: () => store.auditHead(),
    addressBook: breaking(store.addressBook),
    digests: store.digests,
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
    expect(heard).to.not.include('K7QP-3M2X');
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
