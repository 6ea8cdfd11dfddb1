import type { PromiseMade } from '../cases/index.ts';
import type { Words } from './elements.ts';

/** In the words in which it was written down, or what kind of promise it is when nobody wrote any. */
export function promiseWords({ what, kind }: PromiseMade, words: Words): string {
  return what ?? words(`afspraken.kind.${kind ?? 'promise'}`);
}
