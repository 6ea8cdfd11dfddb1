import { expect } from 'chai';
import type { AServer, AServerOptions } from '../../support/a-server.ts';
import { aServer } from '../../support/a-server.ts';
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
