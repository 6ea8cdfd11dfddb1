import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { cardOf, shownBy } from '../support/a-teams-app.ts';
import { cardRefIn, eventually, textsIn } from '../support/an-app.ts';
import { type LocalConnector, startLocalConnector } from '../support/local-connector.ts';
import { type PlainAnswer, plainHttp } from '../support/plain-http.ts';
import { aMessage, aPress } from '../support/teams-client.ts';

const TENANT = '00000000-0000-0000-0000-0000000000001';
/** Longer than a card of which nobody knows whether it arrived waits for proof. */
const A_LIFE_MS = 60_000;
/** The processes run on the real clock, and a day that is promised lies within ten years. */
const IN_A_YEAR = new Date(Date.now() + 365 * 24 * 3_600_000).toISOString().slice(0, 10);
const NUMBER = /L-[0-9A-Z]{6}/;
const ready = z.object({ url: z.string() });

interface Life {
  readonly url: string;
  kill(): Promise<void>;
}

describe('journey: the process is killed while it brings cards (7.1, R7)', () => {
  let dataDir: string;
  let connector: LocalConnector;
  let children: ChildProcess[];
  let activities: number;
  let lives: number;

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'regiewijzer-outbox-kill-'));
    connector = await startLocalConnector();
    [children, activities, lives] = [[], 0, 0];
  });
  afterEach(async () => {
    for (const child of children) child.kill('SIGKILL');
    await connector.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function live(): Promise<Life> {
    const arguments_ = [dataDir, String(lives * A_LIFE_MS)];
    lives += 1;
    const child = fork(new URL('outbox-kill-child.ts', import.meta.url), arguments_, { execArgv: ['--import', 'tsx'] });
    children.push(child);
    const exited = once(child, 'exit');
    const started = once(child, 'message').then(([message]) => ready.parse(message));
    const { url } = await Promise.race([started, exited.then(() => Promise.reject(new Error('It did not start.')))]);
    return {
      url,
      async kill() {
        child.kill('SIGKILL');
        await exited;
        // The process is surely gone, so its lock need not go stale first.
        await rm(join(dataDir, 'cases', '.lock'), { recursive: true });
      },
    };
  }

  const from = (who: 'medewerker' | 'aanspreekpunt') => ({
    id: `activity-${(activities += 1)}`,
    serviceUrl: connector.serviceUrl,
    from: { id: `29:${who}`, aadObjectId: `demo-${who}` },
    conversation: { id: who, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  });
  const post = (url: string, json: unknown) => plainHttp(`${url}/api/messages`, { json });
  const says = (url: string, who: 'medewerker' | 'aanspreekpunt', text: string) =>
    post(url, aMessage({ ...from(who), text }));
  const presses = (url: string, verb: string, data: object) =>
    post(url, aPress(data, { ...from('aanspreekpunt'), verb }));

  /** Resolves when the filing is acknowledged, with its number. */
  async function files(url: string, family: string): Promise<string> {
    await says(url, 'medewerker', `ik wil een vraag voorleggen over gezin ${family}`);
    const form = cardOf(connector.chat('medewerker').at(-1));
    const data = {
      cardRef: cardRefIn(form),
      ownWords: 'Niemand belt terug.',
      complex: 'yes',
      stuck: 'stuck',
      harm: 'no',
    };
    const filed = textsIn(shownBy(await post(url, aPress(data, { ...from('medewerker'), verb: 'file' })))).join('\n');
    return NUMBER.exec(filed)?.[0] ?? 'not filed';
  }

  const pushed = () =>
    connector
      .chat('aanspreekpunt')
      .map((activity) => cardOf(activity))
      .filter((card) => card !== undefined);
  const numberOf = (card: unknown) => NUMBER.exec(JSON.stringify(card))?.[0] ?? 'no number';
  const cardArrives = (count = 1) =>
    eventually(() => Promise.resolve(connector.cardsSeen() >= count || null), `${count} card(s) at the connector`);

  /** What each card in the officer's chat is good for, pressed one by one. */
  async function opened(url: string): Promise<readonly { card: unknown; number: string; shown: unknown }[]> {
    const rows: { card: unknown; number: string; shown: unknown }[] = [];
    for (const card of pushed()) {
      const shown = shownBy(await presses(url, 'open', { cardRef: cardRefIn(card) }));
      rows.push({ card, number: numberOf(card), shown });
    }
    return rows;
  }
  const isActionable = ({ shown }: { readonly shown: unknown }) => JSON.stringify(shown).includes('"verb":"decide"');

  it('loses no filing and no decision over four kills, and leaves one card on which somebody can act', async function () {
    this.timeout(60_000);
    connector.cards('put-then-hang');
    const first = await live();
    await says(first.url, 'aanspreekpunt', 'hallo');
    const numbers = [await files(first.url, 'Jansen')];
    await cardArrives();
    await first.kill();

    // The second filing is acknowledged and the process is gone before anybody knows whether its card went out.
    connector.cards('put-then-500', 'put-then-hang');
    const second = await live();
    await cardArrives();
    numbers.push(await files(second.url, 'Bakker'));
    await second.kill();

    connector.cards('drop', 'put-then-500', 'put-then-hang');
    const third = await live();
    await cardArrives(2);
    numbers.push(await files(third.url, 'De Vries'));
    await cardArrives(3);
    await third.kill();

    connector.cards('accept');
    const fourth = await live();
    await eventually(
      async () =>
        new Set((await opened(fourth.url)).filter(isActionable).map(({ number }) => number)).size === 3 || null,
      'three cards that work',
    );
    const rows = await opened(fourth.url);
    expect(rows.filter(isActionable).map(({ number }) => number)).to.have.members(numbers);
    expect(new Set(numbers)).to.have.length(3);
    const rest = rows.filter((row) => !isActionable(row));
    expect(rest.length).to.be.above(2);
    for (const { shown } of rest) expect(shown).to.match(/^Deze kaart is vervallen/);

    const decision = { verdict: 'granted', reason: 'Er komt één regisseur.', effectiveOn: IN_A_YEAR };
    // Nothing is decided by it, and the words that were typed come back.
    for (const { card } of rest) {
      const shown = JSON.stringify(shownBy(await decides(fourth.url, card)));
      expect(shown).to.include('Deze kaart is vervallen').and.to.include(decision.reason);
    }
    const answers: PlainAnswer[] = [];
    for (const { card } of rows.filter(isActionable)) answers.push(await decides(fourth.url, card));
    await fourth.kill();
    for (const answer of answers) expect(JSON.stringify(shownBy(answer))).to.include('Er is besloten');

    const fifth = await live();
    for (const number of numbers) {
      await eventually(
        () =>
          Promise.resolve(connector.chat('medewerker').some(({ text }) => text?.includes(`${number}: Johan`)) || null),
        `news about ${number}`,
      );
    }
    for (const row of rows) {
      const shown = JSON.stringify(shownBy(await decides(fifth.url, row.card)));
      // An old card may say that it is old, or what was decided; it never decides again.
      expect(shown).to.match(isActionable(row) ? /Er is besloten/ : /Deze kaart is vervallen|Er is besloten/);
    }

    function decides(url: string, card: unknown): Promise<PlainAnswer> {
      return presses(url, 'decide', { cardRef: cardRefIn(card), ...decision });
    }
  });
});
