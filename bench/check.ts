/**
 * The worker's check over a connector, next to a bare echo over the same connector. Both servers are processes of their
 * own and only their CPU time counts; it is read from /proc, so this figure exists on Linux only.
 */
import { readFile } from 'node:fs/promises';
import { demoPersona } from '../bot/demo/identities.ts';
import { PLAYGROUND_TENANT } from '../bot/teams-for.ts';
import { type Connector, startConnector } from './connector.ts';
import { type Figure, inTurns, rounded } from './figure.ts';
import { type ServerProcess, startServer } from './server-process.ts';

/** In shorter rounds the collection that V8 makes while a process waits for its turn is counted as the cost of a check. */
const TURNS = 1000;
const ROUNDS = 9;
/** As for the parent's turn: until V8 has compiled what is used most, either side costs twice as much. */
const WARM_UP = 6000;
const COLD = 1000;
const QUESTION = 'heeft gezin Bakker één plan en één regisseur?';
/** Linux tells processes in these, whatever its own clock does: USER_HZ. */
const TICK_MS = 10;

export async function benchCheck(): Promise<Figure[]> {
  if (process.platform !== 'linux') {
    process.stderr.write(
      'The check is not measured here: the CPU time of a server is read from /proc, which only Linux has.\n',
    );
    return [];
  }
  const connector = await startConnector();
  const servers: ServerProcess[] = [];
  try {
    const ours = await startServer(['dist/main.mjs'], { REGIEWIJZER_PLAYGROUND: '1' });
    servers.push(ours);
    const bare = await startServer(['bench/peers/bare-server.mjs']);
    servers.push(bare);
    await prove(ours, connector, /AdaptiveCard.*Gezin Bakker.*✔.*✔/s);
    await prove(bare, connector, /Echo: heeft gezin/);
    const cold = { ours: await cpuPerTurn(ours, connector, COLD), peer: await cpuPerTurn(bare, connector, COLD) };
    for (const server of servers) await ask(server, connector, WARM_UP);
    const calls = { ours: 0, peer: 0 };
    const seen = await inTurns(
      ROUNDS,
      async () => {
        const before = connector.calls();
        const cpu = await cpuPerTurn(ours, connector, TURNS);
        calls.ours += connector.calls() - before;
        return cpu;
      },
      async () => {
        const before = connector.calls();
        const cpu = await cpuPerTurn(bare, connector, TURNS);
        calls.peer += connector.calls() - before;
        return cpu;
      },
    );
    const turns = TURNS * ROUNDS;
    return [
      {
        name: "worker's check over the connector",
        value: rounded(seen.ours),
        unit: 'CPU ms',
        versus: `bare botbuilder echo over the same connector: ${rounded(seen.peer)} CPU ms`,
        ratio: rounded(seen.ratio),
      },
      {
        name: `worker's check over the connector, the first ${COLD} of a process`,
        value: rounded(cold.ours),
        unit: 'CPU ms',
        versus: `bare botbuilder echo over the same connector: ${rounded(cold.peer)} CPU ms`,
        ratio: rounded(cold.ours / cold.peer),
      },
      {
        name: "outbound calls per worker's check",
        value: calls.ours / turns,
        unit: 'calls',
        versus: `bare botbuilder echo: ${calls.peer / turns} calls`,
        ratio: calls.ours / calls.peer,
      },
    ];
  } finally {
    for (const server of servers) await server.stop();
    connector.stop();
  }
}

async function cpuPerTurn(server: ServerProcess, connector: Connector, turns: number): Promise<number> {
  const before = await cpuMs(server.pid);
  await ask(server, connector, turns);
  return ((await cpuMs(server.pid)) - before) / turns;
}

/** User and system time of all threads of a process. */
async function cpuMs(pid: number): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  // The name of the program stands in brackets and may hold spaces; utime and stime are the 14th and 15th field.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

/** A fast answer that says nothing would be the best figure of all. */
async function prove(server: ServerProcess, connector: Connector, expected: RegExp): Promise<void> {
  await ask(server, connector, 1);
  if (!expected.test(connector.last()))
    throw new Error(`Failed to measure ${server.url}: its answer does not match ${String(expected)}.`);
}

let count = 0;

/** One message after the other: each is answered through the connector before its request is. */
async function ask({ url }: ServerProcess, { serviceUrl }: Connector, turns: number): Promise<void> {
  for (let turn = 0; turn < turns; turn += 1) {
    count += 1;
    const response = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(message(`bench-${count}`, serviceUrl)),
    });
    await response.arrayBuffer();
    if (!response.ok) throw new Error(`Failed to measure ${url}: it answered a message with ${response.status}.`);
  }
}

/** As Teams sends it, from the worker of the demo. */
function message(id: string, serviceUrl: string) {
  return {
    type: 'message',
    id,
    text: QUESTION,
    channelId: 'msteams',
    serviceUrl,
    from: { id: 'bench-worker', name: 'bench', aadObjectId: demoPersona('worker').id },
    recipient: { id: 'bench-bot', name: 'bot' },
    conversation: { id: 'bench-conversation', conversationType: 'personal', tenantId: PLAYGROUND_TENANT },
    channelData: { tenant: { id: PLAYGROUND_TENANT } },
  };
}
