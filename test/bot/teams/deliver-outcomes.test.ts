import { expect } from 'chai';
import type { Address } from '../../../bot/arrival.ts';
import { type Scripted } from '../../support/fake-connector.ts';
import { aCard } from '../../support/teams-client.ts';
import { APP_ID, SERVICE_URL, TENANT_ID } from '../../support/token-issuer.ts';
import { aFailingConnector, type FailingConnector } from '../../support/a-failing-connector.ts';

const officer: Address = {
  kind: 'teams',
  conversationId: 'a:officer',
  serviceUrl: SERVICE_URL,
  tenantId: TENANT_ID,
  botId: `28:${APP_ID}`,
  userId: '29:officer',
};

/** The table of docs/decisions/outbox.md: what happens, what it means, what then stands in the chat. */
const table: readonly (readonly [string, Scripted, Record<string, unknown>, number])[] = [
  ['is accepted', { kind: 'accept' }, { kind: 'delivered', activityId: 'activity-1', alarm: null }, 1],
  [
    '429 with seconds',
    { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
    { kind: 'not-delivered', retryAfterMs: 7000, alarm: null },
    0,
  ],
  [
    '429 with a date',
    { kind: 'status', status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 09:00:30 GMT' } },
    { kind: 'not-delivered', retryAfterMs: 30_000, alarm: null },
    0,
  ],
  [
    '429 with a date in the past',
    { kind: 'status', status: 429, headers: { 'retry-after': 'Sun, 22 Nov 2026 08:00:00 GMT' } },
    { kind: 'not-delivered', retryAfterMs: 0, alarm: null },
    0,
  ],
  [
    '429 without Retry-After',
    { kind: 'status', status: 429 },
    { kind: 'not-delivered', retryAfterMs: null, alarm: null },
    0,
  ],
  [
    '429 with nonsense',
    { kind: 'status', status: 429, headers: { 'retry-after': '-5' } },
    { kind: 'not-delivered', retryAfterMs: null, alarm: null },
    0,
  ],
  [
    '429 with thirty years',
    { kind: 'status', status: 429, headers: { 'retry-after': '1000000000' } },
    { kind: 'not-delivered', retryAfterMs: 3_600_000, alarm: 'retry-after-absurd' },
    0,
  ],
  [
    '403 not in the roster',
    { kind: 'status', status: 403, code: 'BotNotInConversationRoster' },
    { kind: 'unreachable', because: 'BotNotInConversationRoster', alarm: 'unreachable' },
    0,
  ],
  [
    '403 blocked',
    { kind: 'status', status: 403, code: 'ConversationBlockedByUser' },
    { kind: 'unreachable', because: 'ConversationBlockedByUser', alarm: 'unreachable' },
    0,
  ],
  [
    '403 disabled',
    { kind: 'status', status: 403, code: 'BotDisabledByAdmin' },
    { kind: 'unreachable', because: 'BotDisabledByAdmin', alarm: 'unreachable' },
    0,
  ],
  [
    '404',
    { kind: 'status', status: 404, code: 'ConversationNotFound' },
    { kind: 'unreachable', because: 'ConversationNotFound', alarm: 'unreachable' },
    0,
  ],
  [
    '412',
    { kind: 'status', status: 412, code: 'PreconditionFailed' },
    { kind: 'not-delivered', because: 'PreconditionFailed', alarm: null },
    0,
  ],
  ['413', { kind: 'status', status: 413, code: 'RequestEntityTooLarge' }, { kind: 'not-delivered', tooLarge: true }, 0],
  [
    '400 too big',
    { kind: 'status', status: 400, code: 'MessageSizeTooBig' },
    { kind: 'not-delivered', tooLarge: true },
    0,
  ],
  [
    '400',
    { kind: 'status', status: 400, code: 'BadSyntax' },
    { kind: 'not-delivered', alarm: 'connector-refused', tooLarge: false },
    0,
  ],
  [
    'a redirect',
    {
      kind: 'status',
      status: 307,
      headers: { location: 'https://smba.trafficmanager.net/emea/v3/conversations/x/activities' },
    },
    { kind: 'not-delivered', alarm: 'connector-refused' },
    0,
  ],
  ['500', { kind: 'status', status: 500 }, { kind: 'ambiguous', alarm: null }, 0],
  ['502 after it arrived', { kind: 'accept-then-status', status: 502 }, { kind: 'ambiguous', because: 'http-502' }, 1],
  ['503', { kind: 'status', status: 503 }, { kind: 'ambiguous' }, 0],
  ['504 after it arrived', { kind: 'accept-then-status', status: 504 }, { kind: 'ambiguous' }, 1],
  ['408', { kind: 'status', status: 408 }, { kind: 'ambiguous' }, 0],
  ['a reset after it arrived', { kind: 'accept-then-reset' }, { kind: 'ambiguous', because: 'ECONNRESET' }, 1],
  ['no answer after it arrived', { kind: 'accept-then-hang', ms: 60_000 }, { kind: 'ambiguous' }, 1],
  ['a read that timed out', { kind: 'fail', code: 'ETIMEDOUT', message: 'read ETIMEDOUT' }, { kind: 'ambiguous' }, 0],
  [
    'a refused connection',
    { kind: 'fail', code: 'ECONNREFUSED' },
    { kind: 'not-delivered', because: 'ECONNREFUSED' },
    0,
  ],
  ['an unknown host', { kind: 'fail', code: 'ENOTFOUND' }, { kind: 'not-delivered', because: 'ENOTFOUND' }, 0],
  [
    'a connect that timed out',
    { kind: 'fail', code: 'ETIMEDOUT', message: 'connect ETIMEDOUT 52.1.2.3:443' },
    { kind: 'not-delivered' },
    0,
  ],
  [
    'a reset in the handshake',
    {
      kind: 'fail',
      code: 'ECONNRESET',
      message: 'Client network socket disconnected before secure TLS connection was established',
    },
    { kind: 'not-delivered' },
    0,
  ],
];

describe('bot/teams: what an answer of Teams means for a delivery', () => {
  let started: FailingConnector;
  let connector: FailingConnector['connector'];
  let teams: FailingConnector['teams'];
  let hasty: FailingConnector['hasty'];

  beforeEach(async () => {
    started = await aFailingConnector();
    ({ connector, teams, hasty } = started);
  });
  afterEach(() => started.stop());

  for (const [what, answer, expected, visible] of table) {
    it(`${what}: ${String(expected.kind)}, after one request`, async () => {
      connector.script(answer);
      const { channel } = answer.kind === 'accept-then-hang' ? hasty : teams;
      const delivery = await channel.deliver(officer, [aCard()]);
      expect(delivery).to.include(expected);
      expect(connector.requests).to.have.length(1);
      expect(connector.seen('a:officer')).to.have.length(visible);
    });
  }
});
