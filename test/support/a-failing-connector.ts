/** Teams whose connector does what the test scripts, with a second one that gives up early. */
import { type FakeConnector, startConnector } from './fake-connector.ts';
import { startTeams, type Teams } from './teams-client.ts';
import { type Issuer, startIssuer } from './token-issuer.ts';

export interface FailingConnector {
  readonly issuer: Issuer;
  readonly connector: FakeConnector;
  readonly teams: Teams;
  /** For answers that never come; a machine under load is slower than its deadline. */
  readonly hasty: Teams;
  stop(): Promise<void>;
}

export async function aFailingConnector(): Promise<FailingConnector> {
  const issuer = startIssuer();
  const connector = startConnector();
  const teams = await startTeams();
  const hasty = await startTeams({ timeouts: { turnMs: 250, outboxMs: 250 } });
  return {
    ...{ issuer, connector, teams, hasty },
    async stop() {
      connector.stop();
      await Promise.all([teams.stop(), hasty.stop()]);
      issuer.stop();
    },
  };
}
