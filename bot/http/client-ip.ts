import type { IncomingMessage } from 'node:http';
import { isIP, isIPv6 } from 'node:net';

/**
 * A key for the limits per visitor. Only as many hops of X-Forwarded-For count as we have proxies of our own, from the
 * right: what stands further left was written by the visitor. An IPv6 visitor owns a whole /56, or more.
 */
export function clientIpKey(req: IncomingMessage, trustedProxyHops: number): string {
  const socketAddress = req.socket.remoteAddress ?? 'unknown';
  const header = req.headers['x-forwarded-for'];
  const hops = (Array.isArray(header) ? header.join(',') : (header ?? '')).split(',').map((hop) => hop.trim());
  const named = trustedProxyHops > 0 ? hops.at(-trustedProxyHops) : undefined;
  const address = named !== undefined && isIP(named) !== 0 ? named : socketAddress;
  return isIPv6(address) ? prefix56(address) : address;
}

function prefix56(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros =
    tail === undefined ? [] : Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0');
  const groups = [...left, ...zeros, ...right].slice(0, 4);
  const numbers = groups.map((group, place) => Number.parseInt(group, 16) & (place === 3 ? 0xff00 : 0xffff));
  return numbers.map((number) => number.toString(16)).join(':');
}
