/**
 * Milliseconds that pass but never go back, to count how long ago something was. After the clock of the machine was set back
 * they go on from where they were; else a moment that is suddenly in the future would count for as long as the jump.
 */
export function makeSteadyClock(now: () => Date): () => number {
  let last = Number.NEGATIVE_INFINITY;
  let setBackMs = 0;
  return () => {
    const at = now().getTime();
    if (at < last) setBackMs += last - at;
    last = at;
    return at + setBackMs;
  };
}
