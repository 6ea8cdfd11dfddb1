/** The security headers of every kind of answer, in one table. */
export type HeaderPolicy = 'api' | 'page' | 'tab' | 'asset';

const CSP = {
  api: "default-src 'none'; frame-ancestors 'none'",
  page: pageCsp("frame-ancestors 'none'"),
  tab: pageCsp('frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft', [
    // teams-js reads its list of trusted hosts here; without it, it falls back on the list it was built with.
    'https://res.cdn.office.net',
  ]),
  asset: "default-src 'none'; frame-ancestors 'none'",
} as const satisfies Record<HeaderPolicy, string>;

const CACHE = {
  api: 'no-store',
  page: 'no-cache',
  tab: 'no-cache',
  // Not versioned in their address, so a browser asks again after five minutes and mostly gets a 304.
  asset: 'public, max-age=300',
} as const satisfies Record<HeaderPolicy, string>;

function pageCsp(frameAncestors: string, connect: readonly string[] = []): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${["'self'", ...connect].join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    // The widget puts words in as text only; a browser that knows this refuses anything else.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
    frameAncestors,
  ].join('; ');
}

type Headers = readonly (readonly [name: string, value: string])[];

/** `https`: the outside reaches this server over https, so it may promise that for a year. */
export function securityHeadersByPolicy(https: boolean): Readonly<Record<HeaderPolicy, Headers>> {
  const of = (policy: HeaderPolicy) => securityHeaders(policy, https);
  return { api: of('api'), page: of('page'), tab: of('tab'), asset: of('asset') };
}

function securityHeaders(policy: HeaderPolicy, https: boolean): Headers {
  return Object.entries({
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Content-Security-Policy': CSP[policy],
    'Cache-Control': CACHE[policy],
    'Cross-Origin-Resource-Policy': policy === 'asset' ? 'cross-origin' : 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
    ...(https ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
  });
}
