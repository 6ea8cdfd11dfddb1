/** The one schema of the environment: which keys there are in which mode, and which of them must be set. */
import { z } from 'zod';
import {
  contact,
  guid,
  httpsOrigin,
  loopback,
  memoryOrFolder,
  origins,
  secret,
  text,
  tokenKey,
  wholeNumber,
} from './config-values.ts';

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
export const environment = z.discriminatedUnion('mode', [
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

export type Environment = z.infer<typeof environment>;

/** Every key that is read, for `.env.example` and for the warning about unknown keys. */
export const configKeys: readonly string[] = [
  ...new Set(environment.options.flatMap((option) => Object.keys(option.shape)).filter((key) => key !== 'mode')),
].sort();
