/** Plays the Teams service: builds activities as it sends them and posts them to the channel behind a real restify server. */
import restify from 'restify';
import { z } from 'zod';
import type { AuditLine, AuditLog, RoleTable } from '../../cases/index.ts';
import type { Reply } from '../../dialogs/index.ts';
import { toTeamsActivities } from '../../bot/activities.ts';
import { openAddressBook } from '../../bot/address-book.ts';
import type { Arrival } from '../../bot/arrival.ts';
import { makeLog } from '../../bot/log.ts';
import {
  makePlaygroundChannel,
  makeTeamsChannel,
  type TeamsChannel,
  type TeamsChannelOptions,
} from '../../bot/teams/index.ts';
import { realTimers } from '../../bot/world.ts';
import { type PlainAnswer, plainHttp } from './plain-http.ts';
import { APP_ID, channelToken, SERVICE_URL, TENANT_ID } from './token-issuer.ts';

export const OFFICER_ID = 'bbbbbbbb-0000-4000-8000-000000000001';
export const WORKER_ID = 'bbbbbbbb-0000-4000-8000-000000000002';
export const STRANGER_ID = 'bbbbbbbb-0000-4000-8000-000000000003';

export function aText(...paragraphs: string[]): Reply {
  return { kind: 'text', paragraphs, links: [], tone: 'normal' };
}

interface CardWishes {
  readonly cardRef?: string;
  readonly replaces?: string | null;
  readonly title?: string;
}

export function aCard({ cardRef = 'ref-1', replaces = null, title = 'Kaart' }: CardWishes = {}): Reply {
  const $schema = 'http://adaptivecards.io/schemas/adaptive-card.json';
  const actions = [{ type: 'Action.Execute', verb: 'open', title: 'Open', data: { cardRef } }];
  const body = [{ type: 'TextBlock', text: title }];
  return {
    kind: 'card',
    summary: 'Nieuwe kaart',
    replaces,
    card: { type: 'AdaptiveCard', $schema, version: '1.5', body, actions },
  };
}

type Body = Record<string, unknown>;

/** A message of the officer as Teams sends it; every field can be replaced, `undefined` takes it out. */
export function aMessage(changes: Body = {}): Body {
  return {
    type: 'message',
    id: 'm-1',
    text: 'heeft dit gezin een plan?',
    channelId: 'msteams',
    serviceUrl: SERVICE_URL,
    from: { id: '29:officer', name: 'Wie dan ook', aadObjectId: OFFICER_ID },
    recipient: { id: `28:${APP_ID}`, name: 'Regiewijzer' },
    conversation: { id: 'a:officer', conversationType: 'personal', tenantId: TENANT_ID },
    channelData: { tenant: { id: TENANT_ID } },
    timestamp: '2026-11-22T09:00:00.000Z',
    ...changes,
  };
}

export function aPress(data: unknown, { verb = 'open', trigger = 'manual', ...changes }: Body = {}): Body {
  const value = { action: { type: 'Action.Execute', verb, data }, trigger };
  return aMessage({ type: 'invoke', id: 'p-1', name: 'adaptiveCard/action', text: undefined, value, ...changes });
}

export interface Teams {
  readonly channel: TeamsChannel;
  readonly arrivals: Arrival[];
  readonly audit: AuditLine[];
  readonly logLines: string[];
  readonly addressBook: TeamsChannelOptions['addressBook'];
  post(body: unknown, token?: string | null): Promise<PlainAnswer>;
  stop(): Promise<void>;
}

export interface TeamsSetup {
  readonly handle?: (arrival: Arrival) => Promise<readonly Reply[]>;
  readonly roles?: RoleTable;
  readonly auditLog?: AuditLog;
  readonly timeouts?: TeamsChannelOptions['timeouts'];
  readonly playground?: boolean;
}

export const twoRoles: RoleTable = {
  roleOf: (id) =>
    Promise.resolve(
      id === OFFICER_ID
        ? { role: 'officer' as const, name: 'Aanspreekpunt' }
        : id === WORKER_ID
          ? { role: 'worker' as const, name: 'Medewerker' }
          : undefined,
    ),
  officers: () => Promise.resolve([{ id: OFFICER_ID, name: 'Aanspreekpunt' }]),
};

export async function startTeams(setup: TeamsSetup = {}): Promise<Teams> {
  const arrivals: Arrival[] = [];
  const audit: AuditLine[] = [];
  const logLines: string[] = [];
  const addressBook = await openAddressBook(null);
  const options: TeamsChannelOptions = {
    roles: setup.roles ?? twoRoles,
    addressBook,
    auditLog: setup.auditLog ?? { append: (line) => Promise.resolve(void audit.push(line)) },
    handle(arrival) {
      arrivals.push(arrival);
      return setup.handle?.(arrival) ?? Promise.resolve([aText('antwoord')]);
    },
    refreshVerbs: ['open'],
    sentences: {
      fault: () => aText('Er ging iets mis.'),
      emergency: (text) => (text.includes('gevaar') ? aText('Bel nu 112.') : null),
      stranger: () => aText('U staat niet in de lijst.'),
      personalOnly: () => aText('Alleen in een gesprek met mij.'),
    },
    toActivities: toTeamsActivities,
    log: makeLog({ level: 'info', stream: { write: (line) => logLines.push(line) }, now: () => new Date(0) }),
    timers: realTimers,
    now: () => new Date('2026-11-22T09:00:00.000Z'),
    ...(setup.timeouts ? { timeouts: setup.timeouts } : {}),
  };
  const channel = setup.playground
    ? makePlaygroundChannel({ ...options, mode: 'playground', tenantId: TENANT_ID })
    : makeTeamsChannel({ ...options, credentials: { appId: APP_ID, tenantId: TENANT_ID, password: 'not-a-secret' } });
  const server = await listen(channel);

  return {
    channel,
    arrivals,
    audit,
    logLines,
    addressBook,
    post: (body, token = channelToken()) => plainHttp(server.url, { json: body, token }),
    async stop() {
      await channel.settled();
      await server.stop();
    },
  };
}

const addressInfo = z.object({ port: z.number() });

async function listen(channel: TeamsChannel): Promise<{ url: string; stop(): Promise<void> }> {
  const server = restify.createServer({ handleUncaughtExceptions: false });
  const limits = { maxBodySize: 65_536, mapParams: false };
  server.use(restify.plugins.jsonBodyParser(limits));
  server.post('/api/messages', channel.messages);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = addressInfo.parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    async stop() {
      server.server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(resolve);
      });
    },
  };
}
