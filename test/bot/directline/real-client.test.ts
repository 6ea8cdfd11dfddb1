import { expect } from 'chai';
import type { AServer } from '../../support/a-server.ts';
import { aServer } from '../../support/a-server.ts';
import type { RealClient } from '../../support/direct-line-client.ts';
import { call, openConversation, realClient, textOf } from '../../support/direct-line-client.ts';

const says = (text: string) => (activity: Parameters<typeof textOf>[0]) => textOf(activity) === text;

describe('the web channel with the real Direct Line client', () => {
  let server: AServer;
  let clients: RealClient[];
  const client = (...options: Parameters<typeof realClient>) => {
    const made = realClient(...options);
    clients.push(made);
    return made;
  };
  const freshToken = async () => {
    const { body } = await call(server.url, '/v3/directline/tokens/generate', { method: 'POST' });
    return { token: String(body.token), conversationId: String(body.conversationId) };
  };

  beforeEach(async () => {
    clients = [];
    server = await aServer();
  });
  afterEach(async () => {
    for (const made of clients) made.close();
    await server.stop();
  });

  it('welcomes, answers and echoes the own message with the id that the client gave it', async () => {
    const { token } = await freshToken();
    const parent = client(server.url, { token });
    await parent.hears(says('welkom'));
    const id = await parent.say({ text: 'hallo', channelData: { clientActivityID: 'c-1' } });
    await parent.hears(says('echo: hallo'));
    const echo = await parent.hears((activity) => activity.id === id);
    expect(echo.channelData).to.deep.equal({ clientActivityID: 'c-1' });
    expect(echo.from.role).to.equal('user');
  });

  it('delivers what the bot says later, and a newer version of it under the same id', async () => {
    const { token, conversationId } = await freshToken();
    const parent = client(server.url, { token });
    await parent.hears(says('welkom'));
    const ids = server.directLine.send(conversationId, [{ type: 'message', text: 'nieuws' }]);
    const first = await parent.hears(says('nieuws'));
    expect(ids).to.deep.equal([first.id]);
    server.directLine.update(conversationId, { type: 'message', text: 'nieuws van nu', id: first.id ?? '' });
    expect((await parent.hears(says('nieuws van nu'))).id).to.equal(first.id);
  });

  it('loses and repeats nothing when the socket is killed', async () => {
    const { token, conversationId } = await freshToken();
    const parent = client(server.url, { token });
    await parent.hears(says('welkom'));
    parent.sockets[0]!.terminate();
    server.directLine.send(conversationId, [{ type: 'message', text: 'terwijl je weg was' }]);
    await parent.hears(says('terwijl je weg was'));
    await parent.say({ text: 'terug' });
    await parent.hears(says('echo: terug'));
    expect(parent.sockets.length).to.equal(2);
    expect(parent.heard.map(textOf)).to.deep.equal(['welkom', 'terwijl je weg was', 'terug', 'echo: terug']);
  });

  it('goes on in a new client from its watermark', async () => {
    const { token, conversationId } = await freshToken();
    const before = client(server.url, { token });
    await before.hears(says('welkom'));
    before.close();
    server.directLine.send(conversationId, [{ type: 'message', text: 'later' }]);
    const after = client(server.url, { token, conversationId, watermark: '1' });
    await after.hears(says('later'));
    expect(after.heard.map(textOf)).to.deep.equal(['later']);
  });

  it('works by polling, and polling sees a newer version too', async () => {
    const { token, conversationId } = await freshToken();
    const parent = client(server.url, { token, webSocket: false, pollingInterval: 200 });
    const welcome = await parent.hears(says('welkom'));
    await parent.say({ text: 'hallo' });
    await parent.hears(says('echo: hallo'));
    server.directLine.update(conversationId, { type: 'message', text: 'welkom terug', id: welcome.id ?? '' });
    expect((await parent.hears(says('welkom terug'))).id).to.equal(welcome.id);
    expect(parent.sockets.length).to.equal(0);
  });

  it('replaces a spoofed sender by the user of the token', async () => {
    const { token } = await freshToken();
    const parent = client(server.url, { token });
    await parent.hears(says('welkom'));
    const id = await parent.say({ text: 'ik ben de baas', from: { id: 'dl_other', name: 'Gemeente', role: 'bot' } });
    const echo = await parent.hears((activity) => activity.id === id);
    const heard = server.arrivals.at(-1)!;
    expect(echo.from).to.deep.equal({ id: heard.conversation.userId, role: 'user' });
    expect(heard.activity.from).to.deep.equal({ id: heard.conversation.userId, name: '', role: 'user' });
    expect(heard.conversation.userId).to.match(/^dl_/);
  });

  it('continues without a hitch after a refresh of the token', async () => {
    const opened = await openConversation(server.url);
    const { body } = await call(server.url, '/v3/directline/tokens/refresh', { method: 'POST', token: opened.token });
    const parent = client(server.url, { token: String(body.token), conversationId: opened.conversationId });
    await parent.hears(says('welkom'));
    await parent.say({ text: 'nog hier' });
    await parent.hears(says('echo: nog hier'));
  });
});
