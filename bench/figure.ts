/** One measured figure, next to what it is compared with in the same run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the figure is compared with, in words, with its own value. */
  readonly versus: string;
  /** value / peer, or peer's ratio where more is better (see `name`); null when there is nothing to compare with. */
  readonly ratio: number | null;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  if (middle === undefined) throw new Error('Failed to take a median: there are no values.');
  return middle;
}

export function rounded(value: number): number {
  return Number(value.toPrecision(4));
}

/** CPU milliseconds (user + system) of this process per call, measured over `count` calls one after the other. */
export async function cpuPerCall(count: number, call: (index: number) => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index += 1) await call(index);
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000 / count;
}

/** Two things measured in turns, so that other load on the machine hits both; the medians are compared. */
export async function inTurns(
  rounds: number,
  ours: () => Promise<number>,
  peer: () => Promise<number>,
): Promise<{ readonly ours: number; readonly peer: number; readonly ratio: number }> {
  const oursSeen: number[] = [];
  const peerSeen: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const [a, b] = round % 2 === 0 ? [await ours(), await peer()] : swap(await peer(), await ours());
    oursSeen.push(a);
    peerSeen.push(b);
    ratios.push(a / b);
  }
  return { ours: median(oursSeen), peer: median(peerSeen), ratio: median(ratios) };
}

function swap(peer: number, ours: number): readonly [number, number] {
  return [ours, peer];
}
