/** Plays login.botframework.com and login.microsoftonline.com with keys of its own; no request leaves the machine. */
import { createHmac, createPublicKey, generateKeyPairSync, sign as signRsa } from 'node:crypto';
import { AppCredentials } from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor.js';
import nock from 'nock';
import { captureConsole, makeLog } from '../../bot/log.ts';

export const APP_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT_ID = 'aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const FOREIGN_TENANT_ID = 'ffffffff-bbbb-4ccc-8ddd-eeeeeeeeeeee';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';
export const CHANNEL_ISSUER = 'https://api.botframework.com';

// Being imported is enough for nock to take over http and fetch of the whole process, other tests included.
nock.restore();

const known = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const KID = 'test-key';

export interface TokenSpec {
  readonly claims?: Record<string, unknown>;
  readonly without?: readonly string[];
  readonly header?: Record<string, unknown>;
  readonly how?: 'signed' | 'wrong-key' | 'none' | 'hs256';
}

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token as the channel gives it, changed as asked. */
export function channelToken({ claims = {}, without = [], header = {}, how = 'signed' }: TokenSpec = {}): string {
  const now = Math.floor(Date.now() / 1000);
  const all: Record<string, unknown> = {
    iss: CHANNEL_ISSUER,
    aud: APP_ID,
    serviceurl: SERVICE_URL,
    nbf: now - 60,
    exp: now + 3600,
    ...claims,
  };
  const kept = Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name)));
  const alg = { signed: 'RS256', 'wrong-key': 'RS256', none: 'none', hs256: 'HS256' }[how];
  const content = `${part({ alg, typ: 'JWT', kid: KID, ...header })}.${part(kept)}`;
  return `${content}.${signature(content, how)}`;
}

function signature(content: string, how: NonNullable<TokenSpec['how']>): string {
  if (how === 'none') return '';
  if (how === 'hs256') {
    const pem = createPublicKey(known.privateKey).export({ type: 'spki', format: 'pem' });
    return createHmac('sha256', pem).update(content).digest('base64url');
  }
  const { privateKey } = how === 'signed' ? known : stranger;
  return signRsa('RSA-SHA256', Buffer.from(content), privateKey).toString('base64url');
}

export interface Issuer {
  /** Tokens the bot fetched for itself, in order. */
  readonly botTokens: string[];
  stop(): void;
}

/** Start it before anything else that uses nock; `stop` takes all of nock down. */
export function startIssuer(): Issuer {
  const botTokens: string[] = [];
  // The SDK tells the console about each token that it refuses.
  const silent = makeLog({ level: 'silent', stream: { write: () => undefined }, now: () => new Date(0) });
  const freeConsole = captureConsole(silent, console);
  forgetStatics();
  if (!nock.isActive()) nock.activate();
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
  const keys = [
    { ...createPublicKey(known.privateKey).export({ format: 'jwk' }), kid: KID, use: 'sig', endorsements: ['msteams'] },
  ];
  const metadata = (jwks_uri: string) => ({
    issuer: CHANNEL_ISSUER,
    jwks_uri,
    id_token_signing_alg_values_supported: ['RS256'],
  });
  const login = nock('https://login.botframework.com').persist();
  login.get('/v1/.well-known/openidconfiguration').reply(200, metadata('https://login.botframework.com/v1/keys'));
  login.get('/v1/.well-known/keys').reply(200, { keys });
  login.get('/v1/keys').reply(200, { keys });
  const entra = nock('https://login.microsoftonline.com').persist();
  // The same key under Entra's name too: a refusal must not lean on this key being unknown there.
  for (const path of [
    'common',
    'common/v2.0',
    'botframework.com',
    'botframework.com/v2.0',
    TENANT_ID,
    `${TENANT_ID}/v2.0`,
  ]) {
    entra
      .get(`/${path}/.well-known/openid-configuration`)
      .reply(200, metadata('https://login.microsoftonline.com/keys'));
  }
  entra.get('/keys').reply(200, { keys: keys.map((key) => ({ ...key, endorsements: undefined })) });
  entra
    .post(`/${TENANT_ID}/oauth2/v2.0/token`)
    .query(true)
    .reply(200, () => {
      const access_token = `bot-token-${botTokens.length + 1}`;
      botTokens.push(access_token);
      return { token_type: 'Bearer', expires_in: 86_000, ext_expires_in: 86_000, access_token };
    });
  return {
    botTokens,
    stop() {
      nock.cleanAll();
      nock.enableNetConnect();
      nock.restore();
      freeConsole();
      forgetStatics();
    },
  };
}

/** The SDK keeps keys and tokens for the whole process. */
function forgetStatics(): void {
  for (const holder of [JwtTokenExtractor, AppCredentials]) {
    for (const name of ['openIdMetadataCache', 'cache']) {
      const cache: unknown = Reflect.get(holder, name);
      if (cache instanceof Map) cache.clear();
    }
  }
}
