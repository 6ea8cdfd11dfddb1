/** A municipality's theme may be unreadable in this widget; then the default palette is used (WCAG 1.4.3: 4.5 to 1). */
const ENOUGH = 4.5;

export function isReadable(elements: readonly Element[]): boolean {
  return elements.every((element) => {
    const style = getComputedStyle(element);
    const ratio = contrast(style.color, style.backgroundColor);
    return ratio === null || ratio >= ENOUGH;
  });
}

/** Null for a notation we can't read. A see-through background shows the white layer under the panel. */
export function contrast(one: string, other: string): number | null {
  const [first, second] = [luminance(one), luminance(other)];
  if (first === null || second === null) return null;
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

function luminance(colour: string): number | null {
  const match = /^rgba?\((\d+), (\d+), (\d+)(?:, ([\d.]+))?\)$/.exec(colour);
  if (!match) return null;
  if (match[4] !== undefined && Number(match[4]) < 1) return 1;
  const [red = 0, green = 0, blue = 0] = match.slice(1, 4).map((part) => {
    const share = Number(part) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
