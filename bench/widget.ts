/** What a parent's phone has to load. The comparison is the published size of Web Chat 4.18.1, measured once (docs/decisions/own-widget.md). */
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { type Figure, rounded } from './figure.ts';

const WEB_CHAT_GZIP_BYTES = 944_879;

export async function benchWidget(): Promise<Figure[]> {
  const figure = async (name: string, file: string): Promise<Figure> => {
    const bytes = gzipSync(await readFile(`dist/web/${file}`), { level: 9 }).length;
    return {
      name,
      value: bytes,
      unit: 'bytes gzip',
      versus: `Web Chat 4.18.1: ${WEB_CHAT_GZIP_BYTES} bytes gzip (measured before, not in this run)`,
      ratio: rounded(bytes / WEB_CHAT_GZIP_BYTES),
    };
  };
  return [
    await figure('widget core', 'widget.js'),
    await figure('widget cards, loaded with the first card', 'widget-cards.js'),
  ];
}
