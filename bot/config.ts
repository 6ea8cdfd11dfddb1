/** Reads the environment. Every fault is told at once, by key; a value that could be a secret is never repeated. */
import { problemOfDataDir } from './config-data-dir.ts';
import { keyLike } from './config-key-like.ts';
import { configKeys, type Environment, environment } from './config-schema.ts';
import type { Secret } from './secret.ts';

export { configKeys };

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

export interface ConfigOptions {
  /** For tests with an issuer of their own; it can't be set from the environment. */
  readonly allowTrustRedirects?: boolean;
  /** The folder that holds the program, where no data may be kept. */
  readonly programDir?: string;
}

export function readConfig(env: Env, options: ConfigOptions = {}): ConfigOutcome {
  const mode = modeOf(env);
  const parsed = environment.safeParse({ ...env, mode });
  const faults = [
    ...contradictions(env, mode),
    ...(options.allowTrustRedirects ? [] : trustRedirects(env)),
    ...amongTheProgram(env, options),
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

function amongTheProgram({ DATA_DIR }: Env, { programDir }: ConfigOptions): ConfigFault[] {
  const folder = DATA_DIR?.trim() ?? '';
  const problem = folder === '' || programDir === undefined ? undefined : problemOfDataDir(folder, programDir);
  return problem === undefined ? [] : [{ key: 'DATA_DIR', problem }];
}

function unknownKeys(env: Env): ConfigFault[] {
  return Object.keys(env).flatMap((key) => {
    const meant = configKeys.includes(key) ? null : keyLike(key, configKeys);
    if (meant !== null) return [{ key, problem: `is not a key of this server; did you mean ${meant}?` }];
    const ours = /^(REGIEWIJZER_|MICROSOFT|WIDGET_)/i.test(key) && !configKeys.includes(key);
    return ours ? [{ key, problem: 'is not a key of this server; check the spelling against .env.example' }] : [];
  });
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
