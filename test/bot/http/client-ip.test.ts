import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { expect } from 'chai';
import { clientIpKey } from '../../../bot/http/client-ip.ts';

function aRequest(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = new Socket();
  Object.defineProperty(socket, 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) request.headers['x-forwarded-for'] = forwarded;
  return request;
}

describe('the key of a visitor', () => {
  for (const [name, remote, forwarded, hops, key] of [
    ['the socket without a proxy', '10.0.0.1', undefined, 0, '10.0.0.1'],
    ['the socket when no proxy is ours, whatever is claimed', '10.0.0.1', '1.1.1.1', 0, '10.0.0.1'],
    ['the last hop behind one proxy', '10.0.0.1', '6.6.6.6, 1.1.1.1', 1, '1.1.1.1'],
    ['the last but one behind two', '10.0.0.1', '6.6.6.6, 1.1.1.1, 10.0.0.2', 2, '1.1.1.1'],
    ['the socket when the header is too short', '10.0.0.1', '1.1.1.1', 2, '10.0.0.1'],
    ['the socket when the hop is no address', '10.0.0.1', '1.1.1.1, unknown', 1, '10.0.0.1'],
    ['the /56 of IPv6', '2001:db8:1:2:3:4:5:6', undefined, 0, '2001:db8:1:0'],
    ['the same /56 for the last network in it', '2001:db8:1:ff::1', undefined, 0, '2001:db8:1:0'],
    ['another one for the network after that', '2001:db8:1:100::1', undefined, 0, '2001:db8:1:100'],
    ['the /56 of shortened IPv6', '2001:DB8::1', undefined, 0, '2001:db8:0:0'],
    ['the IPv4 inside IPv6', '::ffff:10.0.0.1', undefined, 0, '10.0.0.1'],
    ['the loopback of IPv6', '::1', undefined, 0, '0:0:0:0'],
  ] as const) {
    it(`is ${name}`, () => {
      expect(clientIpKey(aRequest(remote, forwarded), hops)).to.equal(key);
    });
  }
});
