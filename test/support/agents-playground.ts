/**
 * Microsoft 365 Agents Playground, run as a tool of its own: `PLAYGROUND_PATH` (its `cli.js` or its program), else
 * `agentsplayground` on the PATH. It is no part of this project; where it isn't installed, what needs it is skipped.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { eventually, ROOT, textsIn } from './an-app.ts';
import { plainHttp } from './plain-http.ts';

const START_WITHIN_MS = 30_000;

const heardSchema = z.object({
  action: z.string(),
  message: z.object({
    text: z.string().optional(),
    attachments: z.array(z.object({ content: z.unknown() })).default([]),
  }),
});

export interface AgentsPlayground {
  /** Types this as the person of its configuration, in the personal chat. */
  says(text: string): Promise<number>;
  /** Waits until the assistant has said something in that chat that matches, cards included; at most five seconds. */
  hears(pattern: RegExp): Promise<string>;
  stop(): Promise<void>;
}

/** `null`: not installed here. A `PLAYGROUND_PATH` that leads nowhere is a fault. */
export async function findAgentsPlayground(env: NodeJS.ProcessEnv = process.env): Promise<string | null> {
  const { PLAYGROUND_PATH: given = '', PATH = '' } = env;
  if (given !== '') {
    if (await isThere(given)) return given;
    throw new Error(
      `Failed to find the playground: PLAYGROUND_PATH (${given}) is not there. Correct it or leave it out.`,
    );
  }
  for (const folder of PATH.split(delimiter)) {
    const path = join(folder, 'agentsplayground');
    if (folder !== '' && (await isThere(path))) return path;
  }
  return null;
}

/** In front of the bot at `url`, as the person of `deploy/playground/<who>.yml`. */
export async function startAgentsPlayground(
  tool: string,
  url: string,
  who: 'worker' | 'officer',
): Promise<AgentsPlayground> {
  const home = await mkdtemp(join(tmpdir(), 'regiewijzer-playground-'));
  const port = await freePort();
  const options = ['start', '-e', `${url}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'];
  const [program, before] = tool.endsWith('.js') ? [process.execPath, [tool]] : [tool, []];
  const child = spawn(program, [...before, ...options], {
    cwd: home,
    env: {
      PATH: process.env['PATH'],
      HOME: home,
      // Else the tool opens a browser.
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: join(ROOT, 'deploy/playground', `${who}.yml`),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const closed = once(child, 'close');
  const stop = async () => {
    child.kill('SIGKILL');
    await closed;
    await rm(home, { recursive: true, force: true });
  };
  try {
    const heard: string[] = [];
    const address = `127.0.0.1:${await listeningOn(child)}`;
    const socket = new WebSocket(`ws://${address}/_ws_conversation/v1/conversations/stream`);
    socket.on('message', (data: Buffer) => {
      const { success, data: said } = heardSchema.safeParse(JSON.parse(data.toString('utf8')));
      if (success) heard.push([said.message.text ?? '', ...said.message.attachments.flatMap(textsIn)].join('\n'));
    });
    await once(socket, 'open');
    const conversation = `http://${address}/_conversation/v1/conversations/playground-${who}-chat/messages`;
    return {
      says: async (text) =>
        (await plainHttp(conversation, { json: { from: { id: `playground-${who}` }, text, textFormat: 'plain' } }))
          .status,
      hears: (pattern) =>
        eventually(() => Promise.resolve(heard.find((words) => pattern.test(words)) ?? null), String(pattern)),
      async stop() {
        socket.terminate();
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listeningOn(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let told = '';
    const tooLong = setTimeout(() => {
      reject(new Error(`The playground did not start in time. It said: ${told}`));
    }, START_WITHIN_MS);
    const hear = (chunk: Buffer) => {
      told += chunk.toString('utf8');
      const [, port] = /Listening on (\d+)/.exec(told) ?? [];
      if (port === undefined) return;
      clearTimeout(tooLong);
      resolve(port);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => {
      clearTimeout(tooLong);
      reject(new Error(`The playground ended with ${String(code)}. It said: ${told}`));
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
