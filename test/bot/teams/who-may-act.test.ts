import { expect } from 'chai';
import { type FakeConnector, startConnector } from '../../support/fake-connector.ts';
import {
  aMessage,
  aPress,
  OFFICER_ID,
  startTeams,
  STRANGER_ID,
  type Teams,
  type TeamsSetup,
} from '../../support/teams-client.ts';
import { FOREIGN_TENANT_ID, type Issuer, startIssuer, TENANT_ID } from '../../support/token-issuer.ts';

const MESSAGE = 'application/vnd.microsoft.activity.message';

describe('bot/teams: who may act', () => {
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
  const texts = () => connector.seen('a:officer').map(({ text }) => text);

  describe('who may act (B5)', () => {
    const foreign = { tenant: { id: FOREIGN_TENANT_ID } };
    const conversation = { id: 'a:officer', conversationType: 'personal' };
    const refused: Record<string, Record<string, unknown>> = {
      'a foreign tenant in the conversation': {
        conversation: { ...conversation, tenantId: FOREIGN_TENANT_ID },
        channelData: undefined,
      },
      'a foreign tenant in the channel data': { conversation, channelData: foreign },
      'two tenants that contradict': { channelData: foreign },
      'two tenants that contradict the other way': { conversation: { ...conversation, tenantId: FOREIGN_TENANT_ID } },
      'no tenant at all': { conversation, channelData: undefined },
      'a sender without an Entra id': { from: { id: '29:officer' } },
    };
    for (const [what, changes] of Object.entries(refused)) {
      for (const build of [aMessage, (more: Record<string, unknown>) => aPress({ cardRef: 'x' }, more)]) {
        it(`refuses ${what}, with an audit line and no turn (${String(build({}).type)})`, async () => {
          await start();
          expect((await teams.post(build(changes))).status).to.equal(403);
          expect(teams.arrivals).to.have.length(0);
          expect(connector.requests).to.have.length(0);
          expect(teams.audit.map(({ event }) => event)).to.deep.equal(['tenant_refused']);
        });
      }
    }

    it('writes no audit line for somebody without a token', async () => {
      await start();
      const body = aMessage({ conversation: { ...conversation, tenantId: FOREIGN_TENANT_ID } });
      expect((await teams.post(body, null)).status).to.equal(401);
      expect(teams.audit).to.have.length(0);
    });

    it("refuses all the same when the audit can't be written", async () => {
      await start({ auditLog: { append: () => Promise.reject(new Error('disk full')) } });
      const body = aMessage({ channelData: foreign });
      expect((await teams.post(body)).status).to.equal(403);
      expect(teams.arrivals).to.have.length(0);
    });

    it('takes one tenant that is ours, in any case', async () => {
      await start();
      const body = aMessage({ conversation, channelData: { tenant: { id: TENANT_ID.toUpperCase() } } });
      expect((await teams.post(body)).status).to.equal(200);
      expect(teams.arrivals).to.have.length(1);
    });

    it('gives a person without a role a sentence and no turn, whatever name or role the body claims', async () => {
      await start();
      const from = { id: '29:officer', name: 'Aanspreekpunt', role: 'officer', aadObjectId: STRANGER_ID };
      await teams.post(aMessage({ from }));
      const press = await teams.post(aPress({ cardRef: 'x', role: 'officer', aadObjectId: OFFICER_ID }, { from }));
      expect(teams.arrivals).to.have.length(0);
      expect(texts()).to.deep.equal(['U staat niet in de lijst.']);
      expect(press.body).to.deep.equal({ statusCode: 200, type: MESSAGE, value: 'U staat niet in de lijst.' });
    });

    it('looks the role up at every press: what was taken away is gone at the next', async () => {
      let role: 'officer' | undefined = 'officer';
      const roleOf = () => Promise.resolve(role && { role, name: 'A' });
      await start({ roles: { roleOf, officers: () => Promise.resolve([]) } });
      await teams.post(aPress({ cardRef: 'x' }));
      role = undefined;
      await teams.post(aPress({ cardRef: 'x' }, { id: 'p-2' }));
      expect(teams.arrivals).to.have.length(1);
    });

    it('gives nobody authority while the role table is broken', async () => {
      const broken = () => Promise.reject(new Error('broken'));
      await start({ roles: { roleOf: broken, officers: broken } });
      const { status, body } = await teams.post(aPress({ cardRef: 'x' }));
      expect(status).to.equal(200);
      expect(body).to.include({ value: 'Er ging iets mis.' });
      expect(teams.arrivals).to.have.length(0);
    });

    it('gives the numbers to who writes of danger, also with a broken role table and to a stranger (W15)', async () => {
      const broken = () => Promise.reject(new Error('broken'));
      await start({ roles: { roleOf: broken, officers: broken } });
      await teams.post(aMessage({ text: 'een kind is in gevaar' }));
      await teams.stop();
      await start({ roles: { roleOf: () => Promise.resolve(undefined), officers: () => Promise.resolve([]) } });
      await teams.post(aMessage({ text: 'een kind is in gevaar', id: 'm-2' }));
      expect(texts()).to.deep.equal(['Bel nu 112.', 'Bel nu 112.']);
    });

    it('answers in a conversation of one person only (C7)', async () => {
      await start();
      await teams.post(
        aMessage({
          conversation: { id: 'a:officer', conversationType: 'channel', isGroup: true, tenantId: TENANT_ID },
        }),
      );
      expect(teams.arrivals).to.have.length(0);
      expect(texts()).to.deep.equal(['Alleen in een gesprek met mij.']);
      expect(await teams.addressBook.get(OFFICER_ID)).to.equal(undefined);
    });
  });
});
