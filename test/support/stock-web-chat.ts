/**
 * The bundle of Web Chat 4.18.1, the stock client of Bot Framework. As a dev dependency it would bring 425 packages and
 * 486 MB; its own tarball is 7 MB, so that is fetched once and the one file is taken out of it.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const NAME = 'botframework-webchat-4.18.1';
const SHA512 = '7jpEUJ7olT62Xm+8eh7BhhIcXVfU2xD4pZDaeBt8K4XcNy6K/83UGIxE9BFkXmHMZ4hDEVOzs5cre07GWuaXzg==';
const run = promisify(execFile);

/** The script, or null where the registry can't be reached. Rejects when what came is not what was pinned. */
export async function stockWebChat(): Promise<string | null> {
  const cached = join(tmpdir(), `${NAME}.js`);
  if (existsSync(cached)) return await readFile(cached, 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'regie-web-chat-'));
  try {
    await run('npm', ['pack', 'botframework-webchat@4.18.1', '--pack-destination', folder], { timeout: 60_000 });
  } catch (error) {
    if (error instanceof Error) return null;
    throw error;
  }
  const tarball = join(folder, `${NAME}.tgz`);
  const digest = createHash('sha512')
    .update(await readFile(tarball))
    .digest('base64');
  if (digest !== SHA512) throw new Error(`Failed to use ${NAME}: its digest is ${digest}. Find out who changed it.`);
  await run('tar', ['-xzf', tarball, '-C', folder, 'package/dist/webchat.js']);
  // Renamed into place, so that a second run never reads half a file.
  await rename(join(folder, 'package/dist/webchat.js'), cached);
  return await readFile(cached, 'utf8');
}
