import type { Instant } from './time.ts';

/** The words of somebody: written once, never changed; `sha256` is of `text` in UTF-8, lower-case hex. */
export interface OwnWords {
  readonly text: string;
  readonly sha256: string;
  readonly writtenAt: Instant;
}
