/** One process at a time owns a folder. A lock that a killed process left behind goes stale after five seconds. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { lock } from 'proper-lockfile';
import { codeOf, RegisterError } from '../faults.ts';

const staleMs = 5000;
const updateMs = 1000;
const pollMs = 500;
const polls = 14;

export type Release = () => Promise<void>;

/** The holder touches its lock every second; a killed one no longer does. */
const touchedAt = async (path: string): Promise<number | undefined> => {
  try {
    return (await stat(path)).mtimeMs;
  } catch (fault) {
    if (codeOf(fault) === 'ENOENT') return undefined;
    throw fault;
  }
};

export const lockFolder = async (folder: string, onLost: (fault: Error) => void): Promise<Release> => {
  const lockfilePath = join(folder, '.lock');
  const seen = await touchedAt(lockfilePath);
  for (let poll = 0; ; poll += 1) {
    try {
      return await lock(folder, { lockfilePath, stale: staleMs, update: updateMs, onCompromised: onLost });
    } catch (fault) {
      if (codeOf(fault) !== 'ELOCKED') throw fault;
      const touched = await touchedAt(lockfilePath);
      const alive = seen !== undefined && touched !== undefined && touched !== seen;
      if (alive || poll >= polls)
        throw new RegisterError(
          'register-locked',
          `Failed to open the register in ${folder}: another process uses it. Stop that process, or give this one a folder of its own.`,
          fault,
        );
      await wait(pollMs);
    }
  }
};
