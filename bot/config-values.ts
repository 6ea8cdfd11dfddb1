/** What a value of the environment may be. A fault never repeats the value: it could be a secret. */
import { z } from 'zod';
import { isExampleGuid, isExampleSecret, isGuessableKey, isGuid } from './config-examples.ts';
import { Secret } from './secret.ts';

const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;
const PLACEHOLDER = /^\$\{.*\}$|^<.*>$/;
const EXAMPLE = 'is the value of an example, which everybody knows';

export const text = z
  .string({ error: 'is not set' })
  .refine((value) => value.trim() !== '', { error: 'is blank', abort: true })
  .refine((value) => !PLACEHOLDER.test(value.trim()), {
    error: 'is a placeholder that was never filled in',
    abort: true,
  })
  .transform((value) => value.trim());
export const guid = text
  .refine(isGuid, { error: 'is not a GUID', abort: true })
  .refine((value) => !isExampleGuid(value), { error: EXAMPLE });
export const secret = text
  .refine((value) => !isExampleSecret(value), { error: EXAMPLE })
  .transform((value) => new Secret(value));
export const wholeNumber = (min: number, max: number) =>
  text
    .refine((value) => /^\d{1,6}$/.test(value) && Number(value) >= min && Number(value) <= max, {
      error: `is not a whole number from ${min} to ${max}`,
    })
    .transform(Number);
export const loopback = text.refine((value) => LOOPBACK.test(value), {
  error: 'is not a loopback address; without MicrosoftAppId the server may only be reached from this machine',
});
export const httpsOrigin = text.refine(isHttpsOrigin, { error: 'is not an https origin like https://www.gemeente.nl' });
export const origins = text
  .transform((value) => value.split(',').map((origin) => origin.trim()))
  .refine((list) => list.every(isHttpsOrigin), {
    error: 'holds something else than https origins like https://www.gemeente.nl, separated by commas',
  });
export const tokenKey = text
  .refine((value) => isKeyOf32Bytes(value), {
    error: 'is not 32 bytes in base64 (make one with: openssl rand -base64 32)',
    abort: true,
  })
  .refine((value) => !isGuessableKey(value), {
    error:
      'is an example or made of a few bytes only, so anybody can guess it (make one with: openssl rand -base64 32)',
  })
  .transform((value) => new Secret(value));
export const contact = text.refine((value) => /^(mailto:|https:\/\/)\S+$/.test(value), {
  error: 'is not a mailto: or https: address',
});
/** Blank means: keep the register in memory. */
export const memoryOrFolder = z
  .literal('')
  .transform(() => null)
  .or(text);

function isHttpsOrigin(value: string): boolean {
  return /^https:\/\/[a-z0-9.-]+(:\d+)?$/.test(value) && URL.canParse(value) && new URL(value).origin === value;
}

function isKeyOf32Bytes(value: string): boolean {
  return /^[\w+/-]{43}=?$/.test(value) && Buffer.from(value, 'base64').length === 32;
}
