import { expect } from 'chai';
import { type FakeConnector, startConnector } from '../../support/fake-connector.ts';
import {
  aMessage,
  OFFICER_ID,
  startTeams,
  STRANGER_ID,
  type Teams,
  type TeamsSetup,
} from '../../support/teams-client.ts';
import { APP_ID, type Issuer, startIssuer, TENANT_ID } from '../../support/token-issuer.ts';

const bot = { id: `28:${APP_ID}` };

describe('bot/teams: reachability', () => {
  let issuer: Issuer;
  let connector: FakeConnector;
  let teams: Teams;

  const start = async (setup: TeamsSetup = {}) => {
    teams = await startTeams(setup);
  };
  beforeEach(() => {
    issuer = startIssuer();
    connector = startConnector();
  });
  afterEach(async () => {
    connector.stop();
    await teams.stop();
    issuer.stop();
  });

  describe('the address book', () => {
    const address = {
      kind: 'teams',
      conversationId: 'a:officer',
      serviceUrl: 'https://smba.trafficmanager.net/emea/',
      tenantId: TENANT_ID,
      botId: bot.id,
      userId: '29:officer',
    };
    it('knows where an officer is after a message, and holds plain data', async () => {
      await start();
      await teams.post(aMessage());
      expect(await teams.addressBook.get(OFFICER_ID)).to.deep.equal(address);
    });
    it('knows it after an installation, and opens the conversation for somebody with a role', async () => {
      await start();
      await teams.post(aMessage({ type: 'installationUpdate', action: 'add' }));
      await teams.post(aMessage({ type: 'conversationUpdate', membersAdded: [bot, { id: '29:officer' }] }));
      expect(await teams.addressBook.get(OFFICER_ID)).to.deep.equal(address);
      expect(teams.arrivals.map(({ input }) => input.kind)).to.deep.equal(['opened']);
    });
    it('knows a stranger too, so that a role given later works, but says nothing to him', async () => {
      await start();
      const from = { id: '29:x', aadObjectId: STRANGER_ID };
      await teams.post(aMessage({ type: 'conversationUpdate', membersAdded: [bot], from }));
      expect(await teams.addressBook.get(STRANGER_ID)).to.include({ userId: '29:x' });
      expect(connector.requests).to.have.length(0);
    });
    for (const removal of [
      { type: 'installationUpdate', action: 'remove' },
      { type: 'conversationUpdate', membersRemoved: [bot] },
    ]) {
      it(`forgets somebody after ${removal.type}`, async () => {
        await start();
        await teams.post(aMessage());
        await teams.post(aMessage({ ...removal, conversation: { id: 'a:other', tenantId: TENANT_ID } }));
        expect(await teams.addressBook.get(OFFICER_ID)).to.deep.equal(address);
        await teams.post(aMessage(removal));
        expect(await teams.addressBook.get(OFFICER_ID)).to.equal(undefined);
      });
    }
  });
});
