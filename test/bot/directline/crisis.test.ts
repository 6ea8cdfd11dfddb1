import { expect } from 'chai';
import type { AServer, AServerOptions } from '../../support/a-server.ts';
import { aServer, NUMBERS } from '../../support/a-server.ts';
import type { Opened } from '../../support/direct-line-client.ts';
import { openConversation, poll, post } from '../../support/direct-line-client.ts';

const urgent = (text: string) => ({ type: 'message', text, channelData: { regie: { tone: 'urgent' } } });
const inDanger = (text: string) => (/112|dood/.test(text) ? urgent('Bel 112') : null);

describe('crisis words over the web channel', () => {
  const servers: AServer[] = [];
  const start = async (options: AServerOptions = {}) => {
    const server = await aServer(options);
    servers.push(server);
    return { server, mine: await openConversation(server.url) };
  };
  afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));
  const textsOf = async (server: AServer, opened: Opened) =>
    (await poll(server.url, opened)).body.activities!.map(({ text }) => text);

  describe('loses no crisis words (W15)', () => {
    const expectHelp = async (server: AServer, mine: Opened, text = 'ik wil dood') => {
      const { status, body } = await post(server.url, mine, { text });
      expect(status).to.equal(200);
      expect(body.activities!.map((activity) => activity.text)).to.deep.equal(['Bel 112']);
      expect(body.activities![0]!.id).to.be.a('string');
      expect(await textsOf(server, mine)).to.include('Bel 112');
    };

    it('when the limit is full', async () => {
      const { server, mine } = await start({ directLine: { emergency: inDanger, limits: { messagesPerMinute: 1 } } });
      await post(server.url, mine, { text: 'x' });
      expect((await post(server.url, mine, { text: 'y' })).status).to.equal(429);
      await expectHelp(server, mine);
    });

    it('and gives the numbers with every text that it turns away, because nobody has looked at it well', async () => {
      const { server, mine } = await start({ directLine: { limits: { messagesPerMinute: 1 } } });
      await post(server.url, mine, { text: 'x' });
      for (const [text, status] of [
        ['er wordt geschoten', 429],
        ['a'.repeat(9_000), 413],
      ] as const) {
        const answer = await post(server.url, mine, { text });
        expect([answer.status, answer.body.activities!.map((one) => one.text)]).to.deep.equal([status, [NUMBERS]]);
      }
      expect((await textsOf(server, mine)).filter((text) => text === NUMBERS)).to.have.length(1);
    });

    it('and gives the numbers when the search itself breaks', async () => {
      const emergency = () => {
        throw new Error('kapot');
      };
      const { server, mine } = await start({ directLine: { emergency } });
      const { status, body } = await post(server.url, mine, { text: 'hallo' });
      expect([status, body.activities!.map((one) => one.text)]).to.deep.equal([200, [NUMBERS]]);
    });

    it('when the turn throws', async () => {
      const { server, mine } = await start({
        directLine: { emergency: inDanger, onArrival: () => Promise.reject(new Error('kapot')) },
      });
      await expectHelp(server, mine);
    });

    it('when the turn says something else', async () => {
      const { server, mine } = await start({ directLine: { emergency: inDanger } });
      await expectHelp(server, mine);
    });

    it('when the turn hangs', async () => {
      const { server, mine } = await start({
        directLine: {
          emergency: inDanger,
          onArrival: () => new Promise(() => undefined),
          limits: { emergencyMs: 50, closeMs: 50 },
        },
      });
      await expectHelp(server, mine);
    });

    it('when the text is too long', async () => {
      const { server, mine } = await start({ directLine: { emergency: inDanger } });
      await expectHelp(server, mine, `ik wil dood ${'a'.repeat(9_000)}`);
      expect(await textsOf(server, mine)).to.deep.equal(['welkom', 'Bel 112']);
    });

    it('and gives the numbers unasked above the number of texts it searches in a minute', async () => {
      let searched = 0;
      const emergency = (text: string) => {
        searched += 1;
        return inDanger(text);
      };
      const { server, mine } = await start({ directLine: { emergency, limits: { scansPerMinute: 3 } } });
      const answers = [];
      for (let index = 0; index < 6; index += 1) answers.push(await post(server.url, mine, { text: 'ik wil dood' }));
      expect(answers.map(({ status }) => status)).to.deep.equal([200, 200, 200, 429, 429, 429]);
      for (const { body, headers } of answers.slice(3)) {
        expect(body.activities!.map(({ text }) => text)).to.deep.equal([NUMBERS]);
        expect(body.error).to.include({ code: 'too-many' });
        expect(headers.get('retry-after')).to.equal('20');
      }
      expect(searched).to.equal(3);
      expect((await textsOf(server, mine)).filter((text) => text === NUMBERS)).to.have.length(1);
      server.clock.now = new Date(server.clock.now.getTime() + 20_000);
      await expectHelp(server, mine);
    });

    it('and counts those searches per address too', async () => {
      const limits = { scansPerMinutePerIp: 1 };
      const { server, mine } = await start({ directLine: { emergency: inDanger, limits } });
      await post(server.url, mine, { text: 'x' });
      const other = await openConversation(server.url);
      const { status, body } = await post(server.url, other, { text: 'ik wil dood' });
      expect([status, body.activities!.map(({ text }) => text)]).to.deep.equal([429, [NUMBERS]]);
      server.clock.now = new Date(server.clock.now.getTime() + 60_000);
      server.directLine.sweep();
      await expectHelp(server, other);
    });

    it('and does not say it twice when the turn said it', async () => {
      const { server, mine } = await start({
        directLine: {
          emergency: inDanger,
          onArrival: ({ id }, { type }) => {
            if (type === 'message') servers[0]!.directLine.send(id, [urgent('Bel 112 of 0800-2000')]);
            return Promise.resolve();
          },
        },
      });
      const { body } = await post(server.url, mine, { text: 'ik wil dood' });
      expect(body.activities!.map(({ text }) => text)).to.deep.equal(['Bel 112 of 0800-2000']);
      expect(await textsOf(server, mine)).to.deep.equal(['ik wil dood', 'Bel 112 of 0800-2000']);
    });
  });
});
