/**
 * adaptivecards makes three pass-through Trusted Types policies when it loads. Without them nothing in it can turn a
 * string into markup, and a page with `trusted-types 'none'` stays clean. The build puts this in place of
 * `window.trustedTypes` inside the card chunk.
 */
export const stubbedTrustedTypes = {
  emptyHTML: globalThis.trustedTypes?.emptyHTML ?? '',
  createPolicy: () => undefined,
};
