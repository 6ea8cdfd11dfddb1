/**
 * What the SDK lets through and we don't (docs/decisions/teams-gate.md): tokens of users and other bots, other channels,
 * any serviceUrl. The issuer is checked before the SDK sees the token, so that no other validator of the SDK is reached.
 */
import { type Activity, StatusCodes } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { z } from 'zod';
import { type ConnectorLimits, GuardedConnectorFactory, type KeptClients } from './connector.ts';

const CHANNEL_ISSUER = 'https://api.botframework.com';

export class StrictAuth extends BotFrameworkAuthentication {
  readonly #real: BotFrameworkAuthentication;
  readonly #limits: ConnectorLimits;
  readonly #tokens: 'required' | 'off';
  /** Every token that gets this far is for the one app id, so the clients of one turn are good for the next. */
  readonly #clients: KeptClients = new Map();
  #userTokens: UserTokenClient | undefined;

  /** `tokens: 'off'` is for the developer tool on this machine alone. */
  constructor(real: BotFrameworkAuthentication, limits: ConnectorLimits, tokens: 'required' | 'off' = 'required') {
    super();
    this.#real = real;
    this.#limits = limits;
    this.#tokens = tokens;
  }

  override async authenticateRequest(activity: Activity, header: string): Promise<AuthenticateRequestResult> {
    if (activity.channelId !== 'msteams' || !this.#limits.isServiceUrl(activity.serviceUrl)) deny('channel');
    const required = this.#tokens === 'required';
    if (required && !isChannelToken(header)) deny('issuer');
    const result = await this.#real.authenticateRequest(activity, header).catch(() => deny('refused'));
    if (required && result.claimsIdentity.getClaimValue('iss') !== CHANNEL_ISSUER) deny('issuer');
    if (!result.connectorFactory) deny('connector');
    return { ...result, connectorFactory: this.#guarded(result.connectorFactory) };
  }

  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return deny('streaming');
  }

  override createConnectorFactory(claims: ClaimsIdentity): ConnectorFactory {
    return this.#guarded(this.#real.createConnectorFactory(claims));
  }

  override async createUserTokenClient(claims: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= await this.#real.createUserTokenClient(claims);
    return this.#userTokens;
  }

  #guarded(factory: ConnectorFactory): ConnectorFactory {
    return new GuardedConnectorFactory(factory, this.#limits, this.#clients);
  }
}

/** Read without trusting it. A channel token has no `tid`; the SDK would add that of any token to a list for ever. */
const unverified = z.object({ iss: z.literal(CHANNEL_ISSUER), tid: z.never().optional() });

function isChannelToken(header: string): boolean {
  const [scheme, token, ...rest] = header.split(' ');
  const payload = token?.split('.')[1];
  if (scheme !== 'Bearer' || payload === undefined || rest.length > 0) return false;
  try {
    return unverified.safeParse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))).success;
  } catch {
    // Not JSON, so no token of the channel.
    return false;
  }
}

function deny(reason: string): never {
  throw new AuthenticationError(reason, StatusCodes.UNAUTHORIZED);
}
