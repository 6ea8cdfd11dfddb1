/**
 * The strictest content security policy that a page with the chat is likely to have. A page of ours names 'self'; a
 * municipality's page names the chat server and nothing else.
 */
export const policy = (scripts: string, connections: string) =>
  [
    "default-src 'none'",
    `script-src ${scripts}`,
    `connect-src ${connections}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
