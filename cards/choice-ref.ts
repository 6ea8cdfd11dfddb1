/**
 * What a choice on a card submits: letters that stand for the id of what is chosen. A place in a list means something else
 * once the list has changed, an id may not leave the server, and digits can pass for a citizen service number, which is
 * taken out of everything that is sent.
 */

/** Hex with `g` to `p` for its digits. */
export const inLetters = (hex: string): string =>
  hex.replaceAll(/\d/g, (digit) => String.fromCharCode('g'.charCodeAt(0) + Number(digit)));

/** FNV-1a of 64 bits: http://www.isthe.com/chongo/tech/comp/fnv/. */
const FNV_START = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;
const BITS = 64;
const HEX_LENGTH = 16;

/** The same id gives the same letters, whatever else is in the list. */
export function choiceRef(id: string): string {
  const bytes = [...new TextEncoder().encode(id)];
  const hash = bytes.reduce((sum, byte) => BigInt.asUintN(BITS, (sum ^ BigInt(byte)) * FNV_PRIME), FNV_START);
  return inLetters(hash.toString(16).padStart(HEX_LENGTH, '0'));
}
