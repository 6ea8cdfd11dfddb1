/** The wired application as a municipality runs it: a Microsoft app, a data folder, a role file, and Teams played by nock. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import type { FamilyCase } from '../../cases/index.ts';
import type { AppOptions } from '../../bot/wire.ts';
import { anApp, cardRefIn, eventually, ROOT, type RunningApp } from './an-app.ts';
import { type FakeConnector, type SentActivity, startConnector } from './fake-connector.ts';
import { type PlainAnswer, plainHttp } from './plain-http.ts';
import { aMessage, aPress } from './teams-client.ts';
import { APP_ID, channelToken, startIssuer, TENANT_ID } from './token-issuer.ts';

/** Monday morning; the clock runs on from here and can be moved ahead. */
const START = Date.parse('2026-11-23T09:00:00.000Z');

const ids = {
  worker: 'bbbbbbbb-0000-4000-8000-0000000000a1',
  colleague: 'bbbbbbbb-0000-4000-8000-0000000000a2',
  officer: 'bbbbbbbb-0000-4000-8000-0000000000b1',
  deputy: 'bbbbbbbb-0000-4000-8000-0000000000b2',
  stranger: 'bbbbbbbb-0000-4000-8000-0000000000c1',
} as const;
export type Who = keyof typeof ids;
export const idOf = (who: Who): string => ids[who];
export const nameOf = {
  worker: 'Wil Werker',
  colleague: 'Cor Collega',
  officer: 'Olga Officier',
  deputy: 'Dirk Deputy',
};

export interface Roles {
  readonly workers: readonly Exclude<Who, 'stranger'>[];
  readonly officers: readonly Exclude<Who, 'stranger'>[];
}
export const everyRole: Roles = { workers: ['worker', 'colleague'], officers: ['officer', 'deputy'] };

const auditLine = z.object({ event: z.string(), actor: z.string(), subject: z.string() });

export interface Colleague {
  /** What stands in this person's chat, pushed cards included. */
  chat(): readonly SentActivity[];
  says(text: string, changes?: Record<string, unknown>): Promise<PlainAnswer>;
  /** Presses a button; `changes` as in `aPress`, so that a second delivery can carry the same id. */
  presses(
    verb: string,
    data: Readonly<Record<string, unknown>>,
    changes?: Record<string, unknown>,
  ): Promise<PlainAnswer>;
  /** Waits until something in the chat passes, at most five seconds. */
  receives(passes: (activity: SentActivity) => boolean): Promise<SentActivity>;
}

export interface TeamsApp extends RunningApp {
  readonly connector: FakeConnector;
  person(who: Who): Colleague;
  /** Rewrites the role file. */
  setRoles(roles: Roles): Promise<void>;
  stores(...families: readonly FamilyCase[]): Promise<void>;
  stored(caseId: string): Promise<FamilyCase>;
  audit(): Promise<readonly z.infer<typeof auditLine>[]>;
  /** A parent on the web page says these sentences; resolves when the last one was taken in. */
  parentSays(...sentences: readonly string[]): Promise<readonly PlainAnswer[]>;
  get(path: string): Promise<PlainAnswer>;
  /** Moves the clock ahead and lets the outbox look. */
  pass(ms: number): void;
}

export async function aTeamsApp(options: Partial<Omit<AppOptions, 'config'>> = {}): Promise<TeamsApp> {
  const folder = await mkdtemp(join(tmpdir(), 'regiewijzer-teams-'));
  const rolesFile = join(folder, 'rollen.json');
  const dataDir = join(folder, 'data');
  const setRoles = (roles: Roles) => writeFile(rolesFile, JSON.stringify(roleFile(roles)));
  await setRoles(everyRole);
  const issuer = startIssuer();
  const connector = startConnector();
  const clock = { ahead: 0 };
  const began = performance.now();
  const app = await anApp({
    env: {
      MicrosoftAppId: APP_ID,
      MicrosoftAppTenantId: TENANT_ID,
      MicrosoftAppPassword: 'not-a-secret',
      PUBLIC_URL: 'https://regiewijzer.voorbeeldstad.example',
      WIDGET_ORIGINS: 'https://www.voorbeeldstad.example',
      TOKEN_KEY: Buffer.from('the test key: quick brown foxes!').toString('base64'),
      ROLES_FILE: rolesFile,
      DATA_DIR: dataDir,
      KNOWLEDGE_DIR: join(ROOT, 'knowledge/voorbeeldstad'),
    },
    world: { now: () => new Date(START + performance.now() - began + clock.ahead) },
    limits: { messagesPerMinute: 1_000, startsPerMinutePerIp: 1_000, queue: 50 },
    ...options,
  });
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await app.stop();
    connector.stop();
    issuer.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const get = (path: string) => plainHttp(app.url + path);

  return {
    ...app,
    connector,
    setRoles,
    get,
    person: (who) => colleague(app.url, connector, who),
    async stores(...families) {
      for (const family of families) {
        const { kind } = await app.store.register.commit({ ...family, version: 1 });
        if (kind !== 'committed') throw new Error(`The case ${family.id} was there already.`);
      }
    },
    async stored(caseId) {
      const found = await app.store.register.read(caseId);
      if (!found) throw new Error(`There is no case ${caseId}.`);
      return found;
    },
    async audit() {
      const lines = await readFile(join(dataDir, 'audit.jsonl'), 'utf8');
      return lines
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => auditLine.parse(JSON.parse(line)));
    },
    parentSays: (...sentences) => parentSays(app.url, sentences),
    pass(ms) {
      clock.ahead += ms;
      app.outbox.wake();
    },
    stop: () => (stopped ??= stop()),
  };
}

export function roleFile({ workers, officers }: Roles) {
  const rows = (who: readonly Exclude<Who, 'stranger'>[]) => who.map((one) => ({ id: ids[one], naam: nameOf[one] }));
  return { medewerkers: rows(workers), aanspreekpunten: rows(officers) };
}

let activities = 0;

function colleague(url: string, connector: FakeConnector, who: Who): Colleague {
  const own = () => ({
    id: `${who}-${(activities += 1)}`,
    from: { id: `29:${who}`, name: 'Wie dan ook', aadObjectId: ids[who] },
    conversation: { id: `a:${who}`, conversationType: 'personal', tenantId: TENANT_ID },
  });
  const post = (json: unknown) => plainHttp(`${url}/api/messages`, { json, token: channelToken() });
  const chat = () => connector.seen(`a:${who}`);
  return {
    chat,
    says: (text, changes) => post(aMessage({ ...own(), text, ...changes })),
    presses: (verb, data, changes) => post(aPress(data, { ...own(), verb, ...changes })),
    receives: (passes) =>
      eventually(() => Promise.resolve(chat().find(passes) ?? null), `something in the chat of ${who}`),
  };
}

const opened = z.object({ token: z.string(), conversationId: z.string() });

async function parentSays(url: string, sentences: readonly string[]): Promise<readonly PlainAnswer[]> {
  const { token, conversationId } = opened.parse(
    (await plainHttp(`${url}/v3/directline/tokens/generate`, { json: {} })).body,
  );
  await plainHttp(`${url}/v3/directline/conversations`, { json: {}, token });
  const answers: PlainAnswer[] = [];
  for (const text of sentences) {
    const json = { type: 'message', text, channelData: { clientActivityID: `c${answers.length}` } };
    answers.push(await plainHttp(`${url}/v3/directline/conversations/${conversationId}/activities`, { json, token }));
  }
  return answers;
}

/** The first card of an activity that was pushed. */
export function cardOf(
  activity: { readonly attachments?: readonly { readonly content: unknown }[] | undefined } | undefined,
): unknown {
  return activity?.attachments?.[0]?.content;
}

const invokeBody = z.object({ statusCode: z.literal(200), type: z.string(), value: z.unknown() });

/** What answers a press: the card, or the sentence. */
export function shownBy({ status, body }: PlainAnswer): unknown {
  if (status !== 200) throw new Error(`The press was answered with status ${status}.`);
  return invokeBody.parse(body).value;
}

export const OWN_WORDS = 'Wij zien elke maand een ander gezicht en niemand belt terug.';
export const SUMMARY = 'Uitleg van Wil';

/** Asks for the form about the De Vries family and fills it in; gives back the press that is still to be made. */
export async function aFilledForm(by: Colleague): Promise<Readonly<Record<string, string>>> {
  await by.says('ik wil een vraag voorleggen over gezin De Vries');
  const cardRef = cardRefIn(cardOf(by.chat().at(-1)));
  return { cardRef, ownWords: OWN_WORDS, summary: SUMMARY, complex: 'yes', stuck: 'stuck', harm: 'unknown' };
}

/** The card that is pushed to an officer, before anybody has opened it. */
export function isBaseCard(activity: SentActivity): boolean {
  return activity['summary'] === 'Nieuwe escalatie, open de kaart';
}
