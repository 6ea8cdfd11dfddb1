import { expect } from 'chai';
import nock from 'nock';
import type { Address } from '../../../bot/arrival.ts';
import { startConnector } from '../../support/fake-connector.ts';
import { aCard, aText } from '../../support/teams-client.ts';
import { APP_ID, FOREIGN_TENANT_ID, SERVICE_URL, TENANT_ID } from '../../support/token-issuer.ts';
import { aFailingConnector, type FailingConnector } from '../../support/a-failing-connector.ts';

const officer: Address = {
  kind: 'teams',
  conversationId: 'a:officer',
  serviceUrl: SERVICE_URL,
  tenantId: TENANT_ID,
  botId: `28:${APP_ID}`,
  userId: '29:officer',
};

describe('bot/teams: one delivery', () => {
  let started: FailingConnector;
  let connector: FailingConnector['connector'];
  let teams: FailingConnector['teams'];
  let hasty: FailingConnector['hasty'];
  let issuer: FailingConnector['issuer'];

  beforeEach(async () => {
    started = await aFailingConnector();
    ({ connector, teams, hasty, issuer } = started);
  });
  afterEach(() => started.stop());

  it('addresses the activity to the person and the conversation of the address', async () => {
    await teams.channel.deliver(officer, [aCard()]);
    const [request] = connector.requests;
    expect(request?.path).to.equal('/emea/v3/conversations/a%3Aofficer/activities');
    expect(request?.authorization).to.equal('Bearer bot-token-1');
    expect(request?.activity).to.deep.include({ type: 'message', summary: 'Nieuwe kaart' });
    expect(request?.activity).to.have.nested.property('recipient.id', '29:officer');
  });

  it('fetches a new token once after 401, and delivers', async () => {
    connector.script({ kind: 'status', status: 401 });
    const delivery = await teams.channel.deliver(officer, [aCard()]);
    expect(delivery).to.include({ kind: 'delivered', alarm: null });
    expect(connector.requests.map(({ authorization }) => authorization)).to.deep.equal([
      'Bearer bot-token-1',
      'Bearer bot-token-2',
    ]);
    expect(connector.seen('a:officer')).to.have.length(1);
  });

  it('alarms after a second 401', async () => {
    connector.script({ kind: 'status', status: 401 }, { kind: 'status', status: 401 });
    const delivery = await teams.channel.deliver(officer, [aCard()]);
    expect(delivery).to.include({ kind: 'not-delivered', alarm: 'token-refused' });
    expect(connector.requests).to.have.length(2);
  });

  it('has surely not delivered when the bot gets no token, and alarms', async () => {
    nock.cleanAll();
    nock('https://login.microsoftonline.com').persist().post(/.*/).query(true).reply(400, { error: 'invalid_client' });
    const fresh = startConnector();
    const delivery = await teams.channel.deliver(officer, [aCard()]);
    expect(delivery).to.include({ kind: 'not-delivered', because: 'token-unavailable', alarm: 'token-unavailable' });
    expect(fresh.requests).to.have.length(0);
  });

  it('has surely not delivered when the token does not come in time, also not a moment later', async () => {
    nock.cleanAll();
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    nock('https://login.microsoftonline.com')
      .persist()
      .post(/.*/)
      .query(true)
      .reply(async () => {
        await released;
        return [200, { token_type: 'Bearer', expires_in: 3600, access_token: 'late' }];
      });
    const fresh = startConnector();
    const delivery = await hasty.channel.deliver(officer, [aCard()]);
    expect(delivery).to.include({ kind: 'not-delivered', because: 'deadline' });
    release();
    // The first one asked for its token before the next: when this one has arrived, that one would have too.
    await teams.channel.deliver(officer, [aText('tweede')]);
    expect(fresh.seen('a:officer').map(({ text }) => text)).to.deep.equal(['tweede']);
  });

  const refused: Record<string, Address> = {
    'another host': { ...officer, serviceUrl: 'https://smba.trafficmanager.net.evil.nl/' },
    'a host on this machine': { ...officer, serviceUrl: 'http://localhost:1/_connector' },
    'another tenant': { ...officer, tenantId: FOREIGN_TENANT_ID },
    'the widget': { kind: 'web', conversationId: 'x' },
  };
  for (const [what, address] of Object.entries(refused)) {
    it(`refuses a stored address of ${what}, sends nothing and alarms (B4)`, async () => {
      const delivery = await teams.channel.deliver(address, [aCard()]);
      expect(delivery).to.include({ kind: 'unreachable', because: 'address-refused', alarm: 'address-refused' });
      expect(connector.requests).to.have.length(0);
      expect(issuer.botTokens).to.have.length(0);
    });
  }

  describe('a card that takes the place of an earlier one', () => {
    const card = aCard({ replaces: 'ref-1', title: 'Nieuw' });
    const sends = () => connector.requests.map(({ method }) => method);
    const send = async () => {
      const sent = await teams.channel.deliver(officer, [aCard({ title: 'Oud' })]);
      return sent.kind === 'delivered' ? (sent.activityId ?? '') : '';
    };

    it('stands there once, as it is now, and says the line beside it after it', async () => {
      const id = await send();
      const delivered = await teams.channel.deliver(officer, [aText('Er is werk.'), card], id);
      expect(delivered).to.include({ kind: 'delivered', activityId: id });
      expect(sends()).to.deep.equal(['POST', 'PUT', 'POST']);
      const [first, second, ...more] = connector.seen('a:officer');
      expect(JSON.stringify(first)).to.include('Nieuw').and.not.include('Oud').and.not.include('Er is werk.');
      expect(second?.text).to.equal('Er is werk.');
      expect(more).to.deep.equal([]);
    });

    for (const status of [404, 400])
      it(`is sent anew when the earlier one can't be changed any more (${status})`, async () => {
        connector.script({ kind: 'status', status });
        const delivered = await teams.channel.deliver(officer, [aText('Er is werk.'), card], 'gone');
        expect(delivered.kind).to.equal('delivered');
        expect(sends()).to.deep.equal(['PUT', 'POST']);
        expect(connector.seen('a:officer')).to.have.length(1);
      });

    it('is tried again when nobody knows whether it was put there, and nothing is said yet', async () => {
      const id = await send();
      connector.script({ kind: 'accept-then-reset' });
      expect(await teams.channel.deliver(officer, [aText('Er is werk.'), card], id)).to.include({
        kind: 'not-delivered',
      });
      expect(connector.seen('a:officer')).to.have.length(1);
    });

    it('refreshes by itself for its reader only', async () => {
      const refresh = { action: { type: 'Action.Execute', verb: 'open', data: {} }, userIds: ['29:somebody-else'] };
      const refreshing = card.kind === 'card' ? { ...card, card: { ...card.card, refresh } } : card;
      await teams.channel.deliver(officer, [refreshing]);
      expect(JSON.stringify(connector.seen('a:officer'))).to.include('"userIds":["29:officer"]');
    });
  });
});
