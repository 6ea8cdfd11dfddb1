/** The wired application on a free port, and people who talk to it over the same protocols as in the world. */
import { join } from 'node:path';
import { readConfig } from '../../bot/config.ts';
import type { App, AppOptions } from '../../bot/wire.ts';
import { startApp } from '../../bot/wire.ts';
import { z } from 'zod';
import { call, type Opened, openConversation, post } from './direct-line-client.ts';

export const ROOT = join(import.meta.dirname, '../..');

export interface RunningApp extends App {
  /** Every line of the log so far. */
  readonly logLines: readonly string[];
}

export interface AnAppOptions extends Partial<Omit<AppOptions, 'config'>> {
  readonly env?: Readonly<Record<string, string>>;
}

/** Needs `dist/web`: `npm test` builds it first. Demo mode, in memory, unless `env` says otherwise. */
export async function anApp({ env = {}, ...options }: AnAppOptions = {}): Promise<RunningApp> {
  const outcome = readConfig({ PORT: '0', LOG_LEVEL: 'debug', ...env });
  if (outcome.kind === 'faulty')
    throw new Error(outcome.faults.map(({ key, problem }) => `${key} ${problem}`).join('\n'));
  const logLines: string[] = [];
  const app = await startApp({
    config: outcome.config,
    root: ROOT,
    logTo: { write: (line) => logLines.push(line) },
    onFatal: (fault) => {
      throw fault;
    },
    ...options,
  });
  return { ...app, logLines };
}

const heardSchema = z.object({ activities: z.array(z.custom<HeardActivity>()) });

export interface HeardActivity {
  readonly id: string;
  readonly from: { readonly id: string; readonly role?: string };
  readonly text?: string;
  readonly suggestedActions?: { readonly actions: readonly { readonly title: string; readonly value: string }[] };
  readonly attachments?: readonly { readonly content: unknown }[];
  readonly channelData?: {
    readonly regie?: {
      readonly tone: string;
      readonly links: readonly { readonly title: string; readonly url: string }[];
    };
  };
}

export interface Person {
  readonly opened: Opened;
  /** Says a sentence and gives back what the assistant answered, all words joined. */
  says(text: string): Promise<string>;
  /** Presses a button of a card. */
  presses(verb: string, data: Readonly<Record<string, unknown>>): Promise<string>;
  /** Everything in the conversation, both sides. */
  transcript(): Promise<readonly HeardActivity[]>;
  /** Waits until something in the conversation matches, at most five seconds. */
  hears(pattern: RegExp): Promise<string>;
  /** The newest card in the conversation, as it stands now; with a word, the newest one that shows it. */
  card(showing?: string): Promise<unknown>;
}

/** A visitor of the web page; `headers` go with the request that opens the conversation. */
export async function aParent(
  app: { readonly url: string },
  headers: Readonly<Record<string, string>> = {},
): Promise<Person> {
  return person(app.url, await openConversation(app.url, headers));
}

/** The worker or officer of the demo page. */
export async function aPersona(app: { readonly url: string }, persona: 'worker' | 'officer'): Promise<Person> {
  const token = await call(app.url, '/demo/token', { json: { persona } });
  const started = await call(app.url, '/v3/directline/conversations', { token: String(token.body['token']), json: {} });
  return person(app.url, {
    conversationId: String(token.body['conversationId']),
    token: String(token.body['token']),
    streamUrl: String(started.body['streamUrl']),
  });
}

function person(url: string, opened: Opened): Person {
  let count = 0;
  const log = async (): Promise<readonly HeardActivity[]> => {
    const answer = await call(url, `/v3/directline/conversations/${opened.conversationId}/activities`, {
      token: opened.token,
    });
    return heardSchema.parse(JSON.parse(answer.text)).activities;
  };
  const transcript = async () => latestOf(await log());
  const send = async (activity: object): Promise<string> => {
    const before = (await log()).length;
    count += 1;
    const answer = await post(url, opened, {
      type: 'message',
      channelData: { clientActivityID: `c${count}` },
      ...activity,
    });
    if (answer.status !== 200) throw new Error(`The message was refused: ${answer.status} ${answer.text}`);
    return await eventually(async () => {
      const said = (await log()).slice(before).filter((one) => one.from.role === 'bot');
      return said.length > 0 ? wordsOf(said) : null;
    }, 'an answer');
  };
  return {
    opened,
    says: (text) => send({ text }),
    presses: (verb, data) => send({ value: { verb, ...data } }),
    transcript,
    hears: (pattern) =>
      eventually(async () => {
        const words = wordsOf(await transcript());
        return pattern.test(words) ? words : null;
      }, String(pattern)),
    async card(showing = '') {
      const cards = (await transcript()).flatMap((one) => one.attachments ?? []);
      return cards.findLast(({ content }) => JSON.stringify(content).includes(showing))?.content;
    },
  };
}

/** An update is a later entry with the same id: what counts is the newest of each. */
function latestOf(activities: readonly HeardActivity[]): readonly HeardActivity[] {
  return [...new Map(activities.map((activity) => [activity.id, activity])).values()];
}

export function wordsOf(activities: readonly HeardActivity[]): string {
  return activities
    .flatMap((one) => [
      one.text ?? '',
      ...(one.channelData?.regie?.links ?? []).map((link) => link.title),
      ...(one.suggestedActions?.actions ?? []).map((action) => action.title),
      ...(one.attachments ?? []).map((attachment) => textsIn(attachment.content).join('\n')),
    ])
    .filter((words) => words !== '')
    .join('\n');
}

/** Every word a card shows. */
export function textsIn(card: unknown): string[] {
  const found: string[] = [];
  JSON.stringify(card, (key, value: unknown) => {
    if (['text', 'title', 'value', 'label'].includes(key) && typeof value === 'string') found.push(value);
    return value;
  });
  return found;
}

/** The number of what was filed, in words that tell it; the night rules of the demo file as well, under other numbers. */
export function numberIn(words: string): string {
  const [number] = /L-[0-9A-Z]{6}/.exec(words) ?? [];
  if (number === undefined) throw new Error('These words name no number.');
  return number;
}

/** The cardRef that the buttons of a card carry. */
export function cardRefIn(card: unknown): string {
  const [, cardRef] = /"cardRef":"([\w-]+)"/.exec(JSON.stringify(card)) ?? [];
  if (cardRef === undefined) throw new Error('This card has no buttons.');
  return cardRef;
}

export async function eventually<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  const deadline = Date.now() + 5_000;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`Waited five seconds for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
