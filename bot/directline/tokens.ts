/** Tokens: each opens one conversation for half an hour. A newer one takes the place of the older. */
import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';

const AUDIENCE = 'regiewijzer-directline';
const claims = z.object({ conv: z.string(), user: z.string(), gen: z.number().int() });

export type TokenClaims = z.infer<typeof claims>;

export interface Tokens {
  sign(claims: TokenClaims): Promise<string>;
  /** `null` for every token that is not ours, not whole or no longer valid: callers must not learn which. */
  verify(token: string): Promise<TokenClaims | null>;
}

export function makeTokens(options: { key: Uint8Array; lifetimeMs: number; now: () => Date }): Tokens {
  const { key, lifetimeMs, now } = options;
  return {
    sign: (body) =>
      new SignJWT({ ...body })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setAudience(AUDIENCE)
        .setIssuedAt(now())
        .setExpirationTime(new Date(now().getTime() + lifetimeMs))
        .sign(key),
    async verify(token) {
      try {
        const { payload } = await jwtVerify(token, key, {
          algorithms: ['HS256'],
          audience: AUDIENCE,
          requiredClaims: ['exp'],
          currentDate: now(),
        });
        return claims.safeParse(payload).data ?? null;
      } catch (error) {
        if (error instanceof errors.JOSEError) return null;
        throw error;
      }
    },
  };
}
