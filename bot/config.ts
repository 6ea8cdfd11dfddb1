/** The one schema of the environment. Every fault is told at once, by key; a value that could be a secret is never repeated. */
import { z } from 'zod';
import { Secret } from './secret.ts';

/** Any one of these would send the SDK elsewhere for the keys and issuers it trusts. */
const TRUST_REDIRECTS = [
  'ToChannelFromBotLoginUrl',
  'ToChannelFromBotOAuthScope',
  'ToBotFromChannelTokenIssuer',
  'OAuthUrl',
  'ToBotFromChannelOpenIdMetadataUrl',
  'ToBotFromEmulatorOpenIdMetadataUrl',
  'CallerId',
];

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;
const PLACEHOLDER = /^\$\{.*\}$|^<.*>$/;

const text = z
  .string({ error: 'is not set' })
  .refine((value) => value.trim() !== '', { error: 'is blank', abort: true })
  .refine((value) => !PLACEHOLDER.test(value.trim()), {
    error: 'is a placeholder that was never filled in',
    abort: true,
  })
  .transform((value) => value.trim());
const guid = text.refine((value) => GUID.test(value), { error: 'is not a GUID' });
const secret = text.transform((value) => new Secret(value));
const wholeNumber = (min: number, max: number) =>
  text
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max, {
      error: `is not a whole number from ${min} to ${max}`,
    })
    .transform(Number);
const loopback = text.refine((value) => LOOPBACK.test(value), {
  error: 'is not a loopback address; without MicrosoftAppId the server may only be reached from this machine',
});
const httpsOrigin = text.refine(isHttpsOrigin, { error: 'is not an https origin like https://www.gemeente.nl' });
const origins = text
  .transform((value) => value.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every(isHttpsOrigin), {
    error: 'holds something else than https origins like https://www.gemeente.nl, separated by commas',
  });
const tokenKey = text
  .refine((value) => isKeyOf32Bytes(value), {
    error: 'is not 32 bytes in base64 (make one with: openssl rand -base64 32)',
  })
  .transform((value) => new Secret(value));
const contact = text.refine((value) => /^(mailto:|https:\/\/)\S+$/.test(value), {
  error: 'is not a mailto: or https: address',
});
/** Blank means: keep the register in memory. */
const memoryOrFolder = z
  .literal('')
  .transform(() => null)
  .or(text);

const common = {
  PORT: wholeNumber(0, 65_535).default(3978),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], { error: 'is not a level of pino' })
    .default('info'),
  TRUSTED_PROXY_HOPS: wholeNumber(0, 5).default(0),
  SECURITY_CONTACT: contact.optional(),
  NODE_ENV: z.string().optional(),
  MicrosoftAppType: z
    .literal('SingleTenant', { error: 'is not SingleTenant, the only type this server accepts' })
    .optional(),
};
const local = {
  ...common,
  HOST: loopback.default('127.0.0.1'),
  NODE_ENV: z
    .string()
    .refine((value) => value !== 'production', {
      error: 'is production, and MicrosoftAppId is not set: production needs it',
    })
    .optional(),
  DATA_DIR: memoryOrFolder.optional(),
  KNOWLEDGE_DIR: text.optional(),
  ROLES_FILE: text.optional(),
  TOKEN_KEY: tokenKey.optional(),
  WIDGET_ORIGINS: z
    .undefined({ error: 'is for a server with MicrosoftAppId; this mode serves its own origin only' })
    .optional(),
  PUBLIC_URL: z
    .undefined({ error: 'is for a server with MicrosoftAppId; this mode is reached over loopback only' })
    .optional(),
};
const environment = z.discriminatedUnion('mode', [
  z.object({ mode: z.literal('demo'), ...local }),
  z.object({ mode: z.literal('playground'), REGIEWIJZER_PLAYGROUND: z.literal('1'), ...local }),
  z.object({
    mode: z.literal('teams'),
    ...common,
    HOST: text.default('127.0.0.1'),
    MicrosoftAppId: guid,
    MicrosoftAppTenantId: guid,
    MicrosoftAppPassword: secret,
    PUBLIC_URL: httpsOrigin,
    WIDGET_ORIGINS: origins,
    TOKEN_KEY: tokenKey,
    ROLES_FILE: text,
    DATA_DIR: text,
    KNOWLEDGE_DIR: text,
  }),
]);

type Environment = z.infer<typeof environment>;

/** Every key that is read, for `.env.example` and for the warning about unknown keys. */
export const configKeys: readonly string[] = [
  ...new Set(environment.options.flatMap((option) => Object.keys(option.shape)).filter((key) => key !== 'mode')),
].sort();

interface Common {
  /** 0 = any free port. */
  readonly port: number;
  readonly host: string;
  readonly logLevel: Environment['LOG_LEVEL'];
  /** How many reverse proxies of our own stand in front: so many hops of X-Forwarded-For are believed. */
  readonly trustedProxyHops: number;
  readonly securityContact: string | null;
  /** null = the register is kept in memory. */
  readonly dataDir: string | null;
  /** null = the example municipality. */
  readonly knowledgeDir: string | null;
  /** Origin without a slash at the end; null = only reached over loopback. */
  readonly publicUrl: string | null;
  /** Origins of sites that may embed the widget. */
  readonly widgetOrigins: readonly string[];
  /** 32 bytes in base64; null = a fresh key at every start. */
  readonly tokenKey: Secret | null;
}
export interface TeamsConfig extends Common {
  readonly mode: 'teams';
  readonly microsoft: { readonly appId: string; readonly tenantId: string; readonly appPassword: Secret };
  readonly dataDir: string;
  readonly knowledgeDir: string;
  readonly rolesFile: string;
  readonly publicUrl: string;
  readonly tokenKey: Secret;
}
export interface LocalConfig extends Common {
  readonly mode: 'demo' | 'playground';
  readonly rolesFile: string | null;
}
export type Config = TeamsConfig | LocalConfig;

export interface ConfigFault {
  readonly key: string;
  readonly problem: string;
}
export type ConfigOutcome =
  | { readonly kind: 'ok'; readonly config: Config; readonly warnings: readonly ConfigFault[] }
  | { readonly kind: 'faulty'; readonly faults: readonly ConfigFault[] };

type Env = Readonly<Record<string, string | undefined>>;

/** `allowTrustRedirects` is for tests with an issuer of their own; it can't be set from the environment. */
export function readConfig(env: Env, options: { readonly allowTrustRedirects?: boolean } = {}): ConfigOutcome {
  const mode = modeOf(env);
  const parsed = environment.safeParse({ ...env, mode });
  const faults = [
    ...contradictions(env, mode),
    ...(options.allowTrustRedirects ? [] : trustRedirects(env)),
    ...(parsed.success
      ? []
      : parsed.error.issues.map(({ path, message }) => ({ key: String(path[0]), problem: message }))),
  ];
  if (!parsed.success || faults.length > 0) return { kind: 'faulty', faults };
  return { kind: 'ok', config: toConfig(parsed.data), warnings: unknownKeys(env) };
}

function modeOf(env: Env): Environment['mode'] {
  if (env.MicrosoftAppId !== undefined) return 'teams';
  return env.REGIEWIJZER_PLAYGROUND === '1' ? 'playground' : 'demo';
}

function contradictions(env: Env, mode: Environment['mode']): ConfigFault[] {
  const set = (prefix: RegExp) => Object.keys(env).filter((key) => prefix.test(key) && env[key] !== undefined);
  if (mode === 'teams') {
    const problem = 'is for a server without MicrosoftAppId; remove one of the two';
    return set(/^REGIEWIJZER_(PLAYGROUND|DEMO)/).map((key) => ({ key, problem }));
  }
  // Without this a typo in the one key would quietly turn a production server into a demo.
  const half = set(/^MicrosoftApp(TenantId|Password)$/);
  const missing = { key: 'MicrosoftAppId', problem: `is not set, but ${half.join(' and ')} is` };
  const flag = { key: 'REGIEWIJZER_PLAYGROUND', problem: 'can only be 1' };
  const badFlag = mode === 'demo' && env.REGIEWIJZER_PLAYGROUND !== undefined;
  return [...(half.length > 0 ? [missing] : []), ...(badFlag ? [flag] : [])];
}

function trustRedirects(env: Env): ConfigFault[] {
  const problem = 'would change whom this server trusts; remove it';
  return TRUST_REDIRECTS.filter((key) => env[key] !== undefined).map((key) => ({ key, problem }));
}

function unknownKeys(env: Env): ConfigFault[] {
  const ours = Object.keys(env).filter((key) => /^(REGIEWIJZER_|MICROSOFT|WIDGET_)/i.test(key));
  return ours
    .filter((key) => !configKeys.includes(key))
    .map((key) => ({ key, problem: 'is not a key of this server; check the spelling against .env.example' }));
}

function toConfig(env: Environment): Config {
  const shared = {
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    trustedProxyHops: env.TRUSTED_PROXY_HOPS,
    securityContact: env.SECURITY_CONTACT ?? null,
  };
  if (env.mode !== 'teams') {
    return {
      ...shared,
      mode: env.mode,
      dataDir: env.DATA_DIR ?? null,
      knowledgeDir: env.KNOWLEDGE_DIR ?? null,
      rolesFile: env.ROLES_FILE ?? null,
      tokenKey: env.TOKEN_KEY ?? null,
      publicUrl: null,
      widgetOrigins: [],
    };
  }
  return {
    ...shared,
    mode: env.mode,
    microsoft: { appId: env.MicrosoftAppId, tenantId: env.MicrosoftAppTenantId, appPassword: env.MicrosoftAppPassword },
    dataDir: env.DATA_DIR,
    knowledgeDir: env.KNOWLEDGE_DIR,
    rolesFile: env.ROLES_FILE,
    tokenKey: env.TOKEN_KEY,
    publicUrl: env.PUBLIC_URL,
    widgetOrigins: env.WIDGET_ORIGINS,
  };
}

function isHttpsOrigin(value: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

function isKeyOf32Bytes(value: string): boolean {
  return /^[\w+/-]{43}=?$/.test(value) && Buffer.from(value, 'base64').length === 32;
}
