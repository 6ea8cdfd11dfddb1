/** A link that opens a chat in Teams with one colleague (learn.microsoft.com: deep link to a Teams chat). */
export const chatLink = (signInName: string): string =>
  `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(signInName)}`;
