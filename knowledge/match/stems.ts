/** Light Dutch stemming: the shorter forms a word may be an inflection of. No dictionary, so several may be wrong. */
const endings = ['en', 'jes', 'je', 'tje', 's', 't', 'e', 'n', 'te', 'de', 'ten', 'den'] as const;
const minimum = 3;

export function stems(word: string): readonly string[] {
  const found: string[] = [];
  for (const ending of endings) {
    if (!word.endsWith(ending)) continue;
    const stem = word.slice(0, -ending.length);
    if (stem.length < minimum) continue;
    found.push(stem, ...respelled(stem, ending));
  }
  return found;
}

/** "plann" is "plan", "brev" is "breef", "gev" is "geef", "huiz" is "huis". */
function respelled(stem: string, ending: string): readonly string[] {
  if (!ending.startsWith('e')) return [];
  const last = stem.at(-1) ?? '';
  const before = stem.at(-2) ?? '';
  if (last === before) return [stem.slice(0, -1)];
  const hard = last === 'v' ? `${stem.slice(0, -1)}f` : last === 'z' ? `${stem.slice(0, -1)}s` : stem;
  const long = /[^aeiou][aeou][^aeiou]$/.test(hard) ? `${hard.slice(0, -1)}${before}${hard.at(-1) ?? ''}` : hard;
  return hard === long ? [hard] : [hard, long];
}

/** One short form for all inflections of a word, for counting; it need not be a word ("gezinnen" and "gezin" are "gezin"). */
export function rootOf(word: string): string {
  let root = word;
  if (root.length > 4) root = root.replace(/(?:tjes|jes|tje|je)$/, '');
  if (root.length > 4) root = root.replace(/(?:en|e|s|n|t)$/, '');
  return root
    .replace(/(.)\1$/, '$1')
    .replace(/v$/, 'f')
    .replace(/z$/, 's')
    .replace(/([aeou])\1(?=[^aeiou]$)/, '$1');
}
