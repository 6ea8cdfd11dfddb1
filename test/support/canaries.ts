/** Words, names and numbers that are found again wherever they leak to. */
import type { Person } from './an-app.ts';

export const BSN = ['111222333', '271828183'];
/** BSN in other clothes: masked in whatever text they arrive. */
export const WRITTEN_BSN = '111.222.333 of 2718 28 183';
export const FAMILY = {
  label: 'kanarie-gezin',
  member: 'kanarie-lid',
  regisseur: 'kanarie-regisseur',
  party: 'kanarie-partij',
};
export const SAID = {
  question: 'kanarie-vraag',
  ownWords: 'kanarie-woorden',
  phone: '06-31415926',
  workersWords: 'kanarie-gehoord',
  summary: 'kanarie-uitleg',
  reason: 'kanarie-reden',
};
export const BROKEN = {
  body: 'kanarie-lichaam',
  path: 'kanarie-pad',
  token: 'kanarie-token',
  header: 'kanarie-kop',
  fault: 'kanarie-fout',
};
const ALL = [...BSN, WRITTEN_BSN, ...Object.values({ ...FAMILY, ...SAID, ...BROKEN })];

export function found(text: string, canaries: readonly string[] = ALL): readonly string[] {
  return canaries.filter((canary) => text.toLowerCase().includes(canary));
}

/** Journey (a), and a filing as in (c). Gives the follow code. */
export async function theParentTalks(parent: Person): Promise<string> {
  await parent.says(
    `Ik ben ${FAMILY.member}, bsn ${BSN[0]}, bel ${SAID.phone}. ${SAID.question}: hoe lang duurt een besluit?`,
  );
  for (const words of ['Mijn vraag voorleggen', 'Nee', 'Ja', 'Het zit vast', 'Ja']) await parent.says(words);
  await parent.says(`${SAID.ownWords}, mijn bsn is ${WRITTEN_BSN}, bel ${SAID.phone}`);
  const receipt = await parent.says('Ja, leg voor');
  return /[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/.exec(receipt)?.[0] ?? '';
}
