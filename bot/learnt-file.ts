/**
 * What was learnt from the examples, beside the bundle that learnt it: `dist/knowledge.learnt`. The build makes it, and so does
 * a start whose examples are others than those of the last one. Without it, or with one that does not fit or is damaged,
 * everything is learnt anew, which takes a second.
 */
import { createHash } from 'node:crypto';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { types } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { crc32 } from 'node:zlib';
import type { z } from 'zod';
import type { LearntStore } from '../knowledge/index.ts';
import type { Log } from './log.ts';

/** SHA-256 of the version and the source, CRC-32 of what follows, and what was made of it as V8 writes it. */
const HASH_BYTES = 32;
const CRC_BYTES = 4;
/** Ten times what is learnt from all our examples. */
const MOST_BYTES = 128 * 1024 * 1024;

export interface LearntPlace {
  readonly path: string;
  /** Of the code that learns: what another version has learnt says nothing to it, also while both are running. */
  readonly version: string;
}

/** Never throws: a folder that can't be written makes the next start slower, no more. */
export function createLearntFile({ path, version }: LearntPlace, log: Log): LearntStore {
  return {
    get<Made>(source: unknown, schema: z.ZodType<Made>, make: () => Made): Made {
      const key = hashOf(JSON.stringify([version, source]));
      const kept = schema.safeParse(read(path, key));
      if (kept.success) return kept.data;
      const made = make();
      write(path, Buffer.concat([key, packed(made)]), log);
      return made;
    },
  };
}

function packed(made: unknown): Buffer {
  const bytes = serialize(made);
  return Buffer.concat([crcOf(bytes), bytes]);
}

/** `undefined`: there is none, it is of another source, or it is damaged. */
function read(path: string, key: Buffer): unknown {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > MOST_BYTES) return undefined;
    const file = readFileSync(path);
    if (!file.subarray(0, HASH_BYTES).equals(key)) return undefined;
    const bytes = file.subarray(HASH_BYTES + CRC_BYTES);
    if (!crcOf(bytes).equals(file.subarray(HASH_BYTES, HASH_BYTES + CRC_BYTES))) return undefined;
    return apart(deserialize(bytes));
  } catch {
    return undefined;
  }
}

/** Some of the arrays are read as views on the file, which would keep all of it in memory beside the others. */
function apart(made: unknown): unknown {
  if (types.isTypedArray(made)) return made.slice();
  if (typeof made !== 'object' || made === null || Array.isArray(made) || made instanceof Map) return made;
  return Object.fromEntries(Object.entries(made).map(([key, value]) => [key, apart(value)]));
}

/** Whole or not at all. */
function write(path: string, bytes: Buffer, log: Log): void {
  const fresh = `${path}.${process.pid}.new`;
  try {
    writeFileSync(fresh, bytes);
    renameSync(fresh, path);
  } catch (error) {
    log.info('learnt-not-kept', log.faultOf(error));
    remove(fresh, log);
  }
}

function remove(path: string, log: Log): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    log.info('learnt-not-removed', log.faultOf(error));
  }
}

function hashOf(data: string): Buffer {
  return createHash('sha256').update(data).digest();
}

/** Against damage only, which takes a third of the time of a hash: whoever may write here may write the bundle as well. */
function crcOf(bytes: Buffer): Buffer {
  const crc = Buffer.alloc(CRC_BYTES);
  crc.writeUInt32LE(crc32(bytes));
  return crc;
}
