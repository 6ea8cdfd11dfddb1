/**
 * What was said in one conversation, in memory only. A watermark is the number of entries before it since the start; it
 * keeps its meaning when the oldest entries are dropped.
 */

export interface Transcript {
  append(activity: object): void;
  /** JSON of `{ activities, watermark }` from this watermark on; null when there is nothing new. */
  since(watermark: number): { readonly json: string; readonly watermark: number } | null;
  /** How many entries there have been. */
  end(): number;
  clear(): void;
}

interface Entry {
  readonly json: string;
  readonly bytes: number;
}

/** `onSize` hears by how many bytes the memory changed. */
export function makeTranscript(maxEntries: number, maxSize: number, onSize: (change: number) => void): Transcript {
  let entries: Entry[] = [];
  let dropped = 0;
  let size = 0;
  const end = () => dropped + entries.length;
  return {
    end,
    append(activity) {
      const json = JSON.stringify(activity);
      const entry = { json, bytes: bytesOf(json) };
      const before = size;
      entries.push(entry);
      size += entry.bytes;
      while (entries.length > maxEntries || (size > maxSize && entries.length > 1)) {
        size -= entries.shift()?.bytes ?? 0;
        dropped += 1;
      }
      onSize(size - before);
    },
    since(watermark) {
      const from = Math.max(0, watermark - dropped);
      if (from >= entries.length) return null;
      const written = entries.slice(from).map(({ json }) => json);
      return { json: activitySet(written, end()), watermark: end() };
    },
    clear() {
      dropped = end();
      entries = [];
      onSize(-size);
      size = 0;
    },
  };
}

/** One character outside Latin script makes the whole string two bytes wide in memory. */
function bytesOf(json: string): number {
  const bytes = Buffer.byteLength(json);
  return bytes === json.length ? bytes : Math.max(bytes, 2 * json.length);
}

/** The entries are kept as JSON, so that a message to many readers is written out once. */
export function activitySet(entries: readonly string[], watermark: number): string {
  return `{"activities":[${entries.join(',')}],"watermark":"${watermark}"}`;
}

/** Clamped to what exists; null for anything that is no whole number. */
export function parseWatermark(given: string | null, end: number): number | null {
  if (given === null || given === '') return 0;
  if (!/^-?\d{1,15}$/.test(given)) return null;
  return Math.min(Math.max(Number(given), 0), end);
}
