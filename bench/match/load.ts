/**
 * Loads the knowledge in a process of its own and tells on one line what that took: the time up to the first answer, and the
 * memory that stays. `dist/bench/load.learnt` is made by the first run; every further one reads it, as a start of the server
 * reads its own.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { createLearntFile } from '../../bot/learnt-file.ts';
import { makeLog } from '../../bot/log.ts';
import { loadOurs } from './ours.ts';

const COLLECTIONS = 4;

async function memoryMb(): Promise<number> {
  for (let round = 0; round < COLLECTIONS; round += 1) {
    globalThis.gc?.();
    // Buffers are given back a moment after what held them.
    await wait(20);
  }
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
}

const log = makeLog({ level: 'warn', stream: process.stderr, now: () => new Date() });
const before = await memoryMb();
const begun = performance.now();
const { knowledge } = await loadOurs(createLearntFile({ path: 'dist/bench/load.learnt', version: 'bench' }, log));
knowledge.match('hallo', 'ouder');
const ms = performance.now() - begun;
process.stdout.write(`${JSON.stringify({ ms, mb: (await memoryMb()) - before })}\n`);
