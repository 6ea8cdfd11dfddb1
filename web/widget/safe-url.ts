/** The address when it is one we open: https or a telephone number. Anything else is null and is shown as words only. */
export function safeUrl(url: string): string | null {
  if (/^tel:\+?[0-9][0-9 ()-]*$/.test(url)) return url.replace(/[ ()-]/g, '');
  if (!/^https:\/\//i.test(url)) return null;
  try {
    return new URL(url).href;
  } catch {
    return null;
  }
}
