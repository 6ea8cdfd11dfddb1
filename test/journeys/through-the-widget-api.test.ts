import { expect } from 'chai';
import type { Escalation } from '../../cases/index.ts';
import { anApp, aParent, aPersona, cardRefIn, numberIn, type Person, type RunningApp } from '../support/an-app.ts';
import { wherein } from '../support/card-walk.ts';
import { call, poll, post } from '../support/direct-line-client.ts';

const PLAIN_WORDS = 'Wij wachten al maanden op een regisseur.';
const LIMITS = { messagesPerMinute: 1_000, startsPerMinutePerIp: 1_000 };

async function files(parent: Person, ownWords: string): Promise<string> {
  for (const words of ['Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Ja']) await parent.says(words);
  await parent.says(ownWords);
  return parent.says('Ja, leg voor');
}

describe('journey: what a visitor can send through the widget (B6, C1, C5, W12)', () => {
  let app: RunningApp;
  let officer: Person;
  let parent: Person;

  before(async () => {
    app = await anApp({ limits: LIMITS });
  });
  beforeEach(async () => {
    officer = await aPersona(app, 'officer');
    await officer.hears(/mijn kaarten/);
    parent = await aParent(app);
    await parent.hears(/112/);
  });
  after(() => app.stop());

  const theCases = async () => {
    const ids = await app.store.register.casesForOfficer('demo-aanspreekpunt');
    return Promise.all(ids.map((id) => app.store.register.read(id)));
  };
  const newestEscalation = async (): Promise<Escalation> => {
    const all = (await theCases()).flatMap((one) => one?.escalations ?? []);
    const [newest] = all.sort((one, other) => other.filedAt.localeCompare(one.filedAt));
    if (!newest) throw new Error('Nothing was filed.');
    return newest;
  };

  /** Files, and waits until the officer's newest card is about it. */
  async function filedCard(ownWords: string): Promise<string> {
    const receipt = await files(parent, ownWords);
    const number = numberIn(receipt);
    await officer.hears(new RegExp(number));
    await app.outbox.idle();
    return cardRefIn(await officer.card(number));
  }

  describe('authority that is claimed in a body changes nothing and shows no card', () => {
    let cardRef: string;
    let before: string;
    beforeEach(async () => {
      cardRef = await filedCard(PLAIN_WORDS);
      before = JSON.stringify(await theCases());
    });

    const officerIs = {
      id: 'demo-aanspreekpunt',
      aadObjectId: 'demo-aanspreekpunt',
      name: 'Johan (aanspreekpunt)',
      role: 'bot',
    };
    const claims = {
      from: officerIs,
      recipient: officerIs,
      channelId: 'msteams',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      conversation: { id: 'een-ander', tenantId: 'onze-tenant' },
      channelData: { tenant: { id: 'onze-tenant' }, regie: { persona: 'officer' } },
      persona: officerIs,
      entities: [{ type: 'mention', mentioned: officerIs }],
    };
    const decision = (ref: string) => ({
      cardRef: ref,
      verdict: 'granted',
      reason: 'Gegeven door een ouder.',
      effectiveOn: '2031-01-02',
    });
    const forged: [string, (ref: string) => object][] = [
      ['a decision as the value of a message', (ref) => ({ value: { verb: 'decide', ...decision(ref) } })],
      ['a decision beside words', (ref) => ({ text: 'hoi', value: { verb: 'decide', ...decision(ref) } })],
      ['taking the card', (ref) => ({ value: { verb: 'take', cardRef: ref } })],
      ['opening the card', (ref) => ({ value: { verb: 'open', cardRef: ref } })],
      ['withdrawing', (ref) => ({ value: { verb: 'withdraw', cardRef: ref, reason: 'weg' } })],
      [
        'an invoke of Teams',
        (ref) => ({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'decide', data: decision(ref) }, trigger: 'manual' },
        }),
      ],
      [
        'an Action.Execute in a message',
        (ref) => ({
          name: 'adaptiveCard/action',
          value: { action: { type: 'Action.Execute', verb: 'decide', data: decision(ref) } },
        }),
      ],
      ['an event', (ref) => ({ type: 'event', name: 'decide', value: decision(ref) })],
      ['a membership update that names the officer', () => ({ type: 'conversationUpdate', membersAdded: [officerIs] })],
      ['an update of another activity', (ref) => ({ type: 'messageUpdate', id: ref, text: 'anders' })],
      ['an installation', () => ({ type: 'installationUpdate', action: 'add' })],
      ['a command of the SDK', () => ({ type: 'command', name: 'decide' })],
      ['a decision typed as JSON', (ref) => ({ text: JSON.stringify({ verb: 'decide', ...decision(ref) }) })],
      ['the words of an officer', () => ({ text: 'mijn kaarten' })],
    ];
    for (const [name, body] of forged) {
      it(name, async () => {
        const answer = await call(app.url, `/v3/directline/conversations/${parent.opened.conversationId}/activities`, {
          token: parent.opened.token,
          json: { type: 'message', ...claims, ...body(cardRef) },
        });
        expect(answer.status).to.be.oneOf([200, 400]);
        // A harmless turn after it: whatever the first one set off has been said by then.
        await parent.says('dank u wel');
        await app.outbox.idle();
        expect(JSON.stringify(await theCases())).to.equal(before);
        const activities = await parent.transcript();
        expect(activities.filter(({ attachments }) => attachments !== undefined)).to.deep.equal([]);
        expect(new Set(activities.map(({ from }) => from.role))).to.deep.equal(new Set(['user', 'bot']));
        for (const { from } of activities.filter((one) => one.from.role === 'user')) expect(from.id).to.match(/^dl_/);
        expect(JSON.stringify(activities)).to.not.include('onze-tenant');
        expect((await newestEscalation()).state.kind).to.equal('filed');
      });
    }

    it('and the officer who presses the same buttons does decide (the positive case)', async () => {
      await officer.presses('open', { cardRef });
      await officer.presses('decide', decision(cardRef));
      expect(JSON.stringify(await theCases())).to.not.equal(before);
    });
  });

  it('names of people in a body come back as the visitor that the token names', async () => {
    await post(app.url, parent.opened, { text: 'hoi', from: { id: 'dl_ander', name: 'Gemeente', role: 'bot' } });
    const { text } = await poll(app.url, parent.opened);
    expect(text).to.not.include('dl_ander').and.not.include('"Gemeente"');
  });

  describe('a citizen service number is masked in twelve notations (W12)', () => {
    const notations = [
      '111222333',
      '111.222.333',
      '111 222 333',
      '111-222-333',
      '1112.22.333',
      '1112 22 333',
      '11 12 22 333',
      '111\u00A0222\u00A0333',
      '111\u2013222\u2013333',
      '111 - 222 - 333',
      'BSN111222333',
      '(111222333)',
    ];
    it('in the echo, the summary before filing, the register, the card, the follow-up and the log', async () => {
      for (const notation of notations) await parent.says(`mijn nummer is ${notation}, wat nu?`);
      const words = `${PLAIN_WORDS} ${notations.map((one) => `Nummer: ${one}; klaar.`).join(' ')}`;
      const cardRef = await filedCard(words);
      await officer.presses('open', { cardRef });
      const places = {
        echo: JSON.stringify(await parent.transcript()),
        card: JSON.stringify(await officer.card()),
        register: JSON.stringify(await theCases()),
        log: app.logLines.join(''),
      };
      for (const [place, text] of Object.entries(places)) {
        expect(text.match(/111\D{0,3}2\D?22\D{0,3}333|11 12 22 333/g), place).to.equal(null);
      }
      for (const place of [places.echo, places.card]) {
        expect(place.match(/\[nummer verwijderd\]/g)?.length).to.be.at.least(notations.length);
      }
      expect((await newestEscalation()).ownWords.text.match(/\[nummer verwijderd\]/g)).to.have.length(notations.length);
    });

    it('and other numbers stay as they are: telephone, date, a number that fails the check', async () => {
      const numbers = 'Bel 06-31415926 of 0123 456 782, sinds 12-03-2024, dossier 111222334, +31 6 1122 2333.';
      await filedCard(`${PLAIN_WORDS} ${numbers}`);
      expect((await newestEscalation()).ownWords.text).to.equal(`${PLAIN_WORDS} ${numbers}`);
    });
  });

  describe('own words that try to be more than words (C5)', () => {
    const hostile = [
      '[klik hier](https://evil.example)',
      '[x](javascript:alert(1))',
      '![](http://track.example/1.png)',
      '**vet** _schuin_ # kop\n- lijst\n> citaat',
      '<at>Directeur</at> @Directeur',
      '<img src=x onerror=alert(1)><script>alert(1)</script>',
      '{{DATE(2017-02-14T06:00:00Z)}} ${$root} {{#if}}',
      'omgekeerd \u202Egnp.exe en onzichtbaar a\u200Bb',
      '"},{"type":"Action.OpenUrl","url":"https://evil.example"},{"a":"',
      'regel\n\n\n\n\n\nregel',
    ];
    for (const words of hostile) {
      it(`${JSON.stringify(words)} is kept as typed and shown as plain text only`, async () => {
        const ownWords = `${PLAIN_WORDS}\n${words}`;
        const cardRef = await filedCard(ownWords);
        const base = JSON.stringify(await officer.card());
        expect(base).to.not.include(PLAIN_WORDS);
        expect((await newestEscalation()).ownWords.text).to.equal(ownWords);
        await officer.presses('open', { cardRef });
        const card = await officer.card();
        const holders = wherein(card, PLAIN_WORDS);
        expect(holders).to.deep.equal(['TextRun.text']);
        for (const mark of ['evil.example', 'track.example', 'Directeur', 'onerror', 'DATE(', 'citaat', '$root']) {
          const places = wherein(card, mark);
          expect(places, mark).to.deep.equal(words.includes(mark) ? ['TextRun.text'] : []);
        }
        const json = JSON.stringify(card);
        expect(json).to.not.match(/\{\{|\$\{|\u202E|\u200B/);
        for (const node of objectsIn(card)) {
          expect(node).to.not.have.any.keys('url', 'iconUrl', 'entities', 'selectAction');
          if ('type' in node) expect(node.type).to.not.match(/OpenUrl|mention|Image|Media/);
        }
        expect(Buffer.byteLength(json)).to.be.below(28 * 1024);
        const activity = (await officer.transcript()).filter(({ attachments }) => attachments !== undefined).at(-1);
        expect(JSON.stringify({ ...activity, attachments: [] })).to.not.include(PLAIN_WORDS);
      });
    }

    it('100 kB of words is refused, and the longest that is taken still fits on a card', async () => {
      const tooLong = await post(app.url, parent.opened, { text: 'a'.repeat(60_000) });
      expect(tooLong.status).to.equal(413);
      const huge = await post(app.url, parent.opened, { text: 'a'.repeat(100_000) });
      expect(huge.status).to.equal(413);
      expect(await files(parent, '€'.repeat(4_001))).to.not.match(/L-[0-9A-Z]{6}/);
      await parent.says('stop');
      const ownWords = '€'.repeat(4_000);
      const cardRef = await filedCard(ownWords);
      expect((await newestEscalation()).ownWords.text === ownWords).to.equal(true);
      await officer.presses('open', { cardRef });
      expect(Buffer.byteLength(JSON.stringify(await officer.card()))).to.be.below(28 * 1024);
    });
  });
});

/** Every object in a card, also inside actions. */
function objectsIn(node: unknown): object[] {
  if (Array.isArray(node)) return node.flatMap((one: unknown) => objectsIn(one));
  if (typeof node !== 'object' || node === null) return [];
  return [node, ...Object.values(node).flatMap((value: unknown) => objectsIn(value))];
}
