/** From spawning the process to its one line with the address: the built server and the one under tsx, next to the bare SDK. */
import { type Figure, median, rounded } from './figure.ts';
import { startServer } from './server-process.ts';

const ROUNDS = 9;

export async function benchStart(): Promise<Figure[]> {
  const built: number[] = [];
  const underTsx: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(await startMs(['bench/peers/bare-server.mjs']));
    built.push(await startMs(['dist/main.mjs']));
    underTsx.push(await startMs(['--import', 'tsx', 'bot/main.ts']));
  }
  const peer = median(bare);
  const versus = `bare SDK server in plain JavaScript: ${rounded(peer)} ms`;
  const figure = (name: string, values: readonly number[]): Figure => ({
    name,
    value: rounded(median(values)),
    unit: 'ms',
    versus,
    ratio: rounded(median(values) / peer),
  });
  return [figure('start to listening, built', built), figure('start to listening, under tsx', underTsx)];
}

async function startMs(args: readonly string[]): Promise<number> {
  const server = await startServer(args);
  await server.stop();
  return server.startMs;
}
