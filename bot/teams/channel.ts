/** The Teams channel: who may call, what comes in, what goes out. `makePlaygroundChannel` is the same without tokens. */
import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { type BotFrameworkAuthentication, MicrosoftAppCredentials } from 'botframework-connector';
import type { Timers } from '../timers.ts';
import type { Delivery } from '../outbox/outcome.ts';
import { makeTeamsEndpoint, type TeamsRequest, type TeamsResponse } from './adapter.ts';
import type { ConnectorLimits } from './connector.ts';
import { type Deliver, makeDeliver } from './deliver.ts';
import { addressOf } from './reachability.ts';
import { makeReceive, type ReceiveDeps } from './receive.ts';
import { isPlaygroundServiceUrl, type ServiceUrlCheck, teamsServiceUrls } from './service-url.ts';
import { StrictAuth } from './strict-auth.ts';

/** In a turn somebody waits; outside one, only the outbox does. */
const TURN_TIMEOUT_MS = 3000;
const OUTBOX_TIMEOUT_MS = 10_000;

export interface TeamsCredentials {
  readonly appId: string;
  readonly tenantId: string;
  readonly password: string;
}

export interface TeamsChannelOptions extends Omit<ReceiveDeps, 'tenantId' | 'sayLater'> {
  readonly timers: Pick<Timers, 'after'>;
  readonly timeouts?: { readonly turnMs: number; readonly outboxMs: number };
}

export interface TeamsChannel {
  /** Handler of `POST /api/messages`; wants a parsed body of limited size. */
  readonly messages: (request: TeamsRequest, response: TeamsResponse) => Promise<void>;
  readonly deliver: Deliver;
  /** Resolves when everything that was to be said after an answer has been said, or has failed. */
  settled(): Promise<void>;
}

/** `allowedHosts`: hosts of Teams; the default is that of the worldwide cloud. */
export function makeTeamsChannel(
  options: TeamsChannelOptions & { readonly credentials: TeamsCredentials; readonly allowedHosts?: readonly string[] },
): TeamsChannel {
  const { appId, tenantId, password } = options.credentials;
  const auth = new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppPassword: password,
    MicrosoftAppTenantId: tenantId,
    // Any other type, or a typo in it, makes the SDK accept an empty app id: then authentication is off.
    MicrosoftAppType: 'SingleTenant',
  });
  return assemble(options, {
    auth,
    appId,
    tenantId,
    tokens: 'required',
    isServiceUrl: teamsServiceUrls(options.allowedHosts),
    mayCall: () => true,
    async refreshToken() {
      await new MicrosoftAppCredentials(appId, password, tenantId).getToken(true);
    },
  });
}

/** For the Agents Playground on this machine: no tokens, so nobody from outside may reach it. */
export function makePlaygroundChannel(
  options: TeamsChannelOptions & { readonly mode: 'playground'; readonly tenantId: string },
): TeamsChannel {
  return assemble(options, {
    auth: new ConfigurationBotFrameworkAuthentication({}),
    appId: '',
    tenantId: options.tenantId,
    tokens: 'off',
    isServiceUrl: isPlaygroundServiceUrl,
    mayCall: ({ socket }) => /^(127\.0\.0\.1|::1|::ffff:127\.0\.0\.1)$/.test(socket?.remoteAddress ?? ''),
    refreshToken: () => Promise.resolve(),
  });
}

interface Trust {
  readonly auth: BotFrameworkAuthentication;
  readonly appId: string;
  readonly tenantId: string;
  readonly tokens: 'required' | 'off';
  readonly isServiceUrl: ServiceUrlCheck;
  mayCall(request: TeamsRequest): boolean;
  refreshToken(): Promise<void>;
}

function assemble(options: TeamsChannelOptions, trust: Trust): TeamsChannel {
  const { log, timers, timeouts = { turnMs: TURN_TIMEOUT_MS, outboxMs: OUTBOX_TIMEOUT_MS } } = options;
  const { isServiceUrl } = trust;
  const turnLimits: ConnectorLimits = { isServiceUrl, timeoutMs: timeouts.turnMs, freshConnection: false, timers };
  const outboxLimits: ConnectorLimits = { isServiceUrl, timeoutMs: timeouts.outboxMs, freshConnection: true, timers };
  const deliver = makeDeliver({ ...options, ...trust, limits: outboxLimits });
  const underWay = new Set<Promise<void>>();

  const receive = makeReceive({
    ...options,
    tenantId: trust.tenantId,
    sayLater(activity, replies) {
      const said: Promise<void> = deliver(addressOf(activity, trust.tenantId), replies)
        .then((delivery) => {
          if (delivery.kind !== 'delivered') log.error('teams-reply-failed', { code: codeOf(delivery) });
        })
        .catch((error: unknown) => {
          log.error('teams-reply-failed', log.faultOf(error));
        })
        .finally(() => underWay.delete(said));
      underWay.add(said);
    },
  });

  return {
    messages: makeTeamsEndpoint({
      auth: new StrictAuth(trust.auth, turnLimits, trust.tokens),
      log,
      mayCall: (request) => trust.mayCall(request),
      receive,
    }),
    deliver,
    async settled() {
      await Promise.all(underWay);
    },
  };
}

function codeOf(delivery: Delivery): string {
  return delivery.kind === 'delivered' ? 'delivered' : delivery.because;
}
