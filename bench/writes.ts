/** Acknowledged writes by eight writers among 10,000 cases: the fsynced register next to lowdb's own JSONFile (which does not fsync). */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Low } from 'lowdb';
import { JSONFile } from 'lowdb/node';
import { type FamilyCase, newCourse, type Register } from '../cases/index.ts';
import { openLowdbRegister } from '../register/index.ts';
import { type Figure, median, rounded } from './figure.ts';

const CASES = 10_000;
const WRITERS = 8;
const MS = 4_000;
const ROUNDS = 3;

export async function benchWrites(): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'regie-bench-'));
  try {
    const register = await openLowdbRegister({
      folder: join(folder, 'cases'),
      onFatal: (fault) => {
        throw fault;
      },
    });
    await fill(register);
    const low = new Low<FamilyCase[]>(
      new JSONFile(join(folder, 'all.json')),
      Array.from({ length: CASES }, (_, n) => aCase(n, 1)),
    );
    await low.write();
    const ours: number[] = [];
    const peer: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await acksPerSecond((writer, turn) => commitNext(register, pick(writer, turn))));
      peer.push(
        await acksPerSecond((writer, turn) =>
          low.update((all) => {
            bump(all, pick(writer, turn));
          }),
        ),
      );
    }
    await register.close();
    return [
      {
        name: 'acknowledged, fsynced case writes, 8 writers, 10,000 cases',
        value: rounded(median(ours)),
        unit: 'writes/s',
        versus: `lowdb JSONFile without fsync: ${rounded(median(peer))} writes/s`,
        ratio: rounded(median(ours) / median(peer)),
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writers stay apart, so that a conflict is never part of the measurement. */
function pick(writer: number, turn: number): number {
  return (turn * WRITERS + writer) % CASES;
}

async function acksPerSecond(write: (writer: number, turn: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let acks = 0;
  const work = async (writer: number) => {
    for (let turn = 0; performance.now() - started < MS; turn += 1) {
      await write(writer, turn);
      acks += 1;
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, writer) => work(writer)));
  return (acks / (performance.now() - started)) * 1000;
}

async function fill(register: Register): Promise<void> {
  for (let start = 0; start < CASES; start += 64) {
    await Promise.all(
      Array.from({ length: Math.min(64, CASES - start) }, (_, offset) => register.commit(aCase(start + offset, 1))),
    );
  }
}

async function commitNext(register: Register, number: number): Promise<void> {
  const stored = await register.read(`bench-${number}`);
  if (!stored) throw new Error(`Failed to read bench-${number}.`);
  const outcome = await register.commit({ ...stored, version: stored.version + 1 });
  if (outcome.kind !== 'committed') throw new Error(`Failed to write bench-${number}: conflict.`);
}

function bump(all: FamilyCase[], number: number): void {
  const stored = all[number];
  if (stored) all[number] = { ...stored, version: stored.version + 1 };
}

/** About 0.9 KB of JSON, like a small family. */
export function aCase(number: number, version: number): FamilyCase {
  return {
    schema: 1,
    id: `bench-${number}`,
    version,
    createdAt: '2026-01-01T09:00:00.000Z',
    family: {
      kind: 'known',
      label: `Gezin ${number}`,
      members: [{ id: 'm1', name: 'Ouder', role: 'ouder' }],
      domains: ['jeugdhulp'],
    },
    workers: [`worker-${number % 50}`],
    sources: [],
    parties: [
      { id: 'p1', organisation: 'CJG', person: null, task: 'regie', domain: null, since: '2025-01-01', until: null },
    ],
    plans: [
      {
        id: 'g1',
        planKind: 'gezinsplan',
        owner: 'Ouder',
        agreedOn: '2026-01-01',
        agreedBy: ['Ouder'],
        reviewBy: '2026-06-01',
        endedOn: null,
        members: ['m1'],
        domains: ['jeugdhulp'],
        priorities: ['rust in huis', 'weer naar school'],
      },
    ],
    regisseurs: [
      {
        id: 'r1',
        name: 'Samira',
        organisation: 'CJG',
        since: '2025-01-01',
        until: null,
        canLead: 'yes',
        mandate: 'yes',
        match: 'yes',
        deputy: null,
      },
    ],
    ...newCourse,
    escalations: [],
    cards: [],
    notices: [],
    processed: [],
    audit: [],
  };
}
