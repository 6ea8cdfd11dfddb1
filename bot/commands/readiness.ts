/**
 * `npm run -s readiness [-- --json]`: what the municipality still has to arrange before the assistant offers to file a
 * question; exit 0 only when nothing is missing. `KNOWLEDGE_DIR` is the municipality; with `ROLES_FILE` it also looks
 * whether there is an officer to take over.
 */
import { localDay } from '../../cases/index.ts';
import { missingForFiling } from '../../knowledge/index.ts';
import { makeRoleTable } from '../roles.ts';
import { realWorld } from '../world.ts';
import { municipalKnowledge, print, refuseWords, run, typed } from './command.ts';

const USAGE = 'Gebruik: [KNOWLEDGE_DIR=…] [ROLES_FILE=…] npm run -s readiness [-- --json]';

/** Whether nothing waits for one person: somebody stands behind the first officer. */
async function hasDeputyOnDuty(file: string | undefined): Promise<boolean> {
  return file === undefined || (await makeRoleTable(file).officers()).length > 1;
}

await run(async () => {
  const { values, positionals } = typed({ json: { type: 'boolean', default: false } }, USAGE);
  refuseWords(positionals, USAGE);
  const knowledge = await municipalKnowledge();
  const onDuty = await hasDeputyOnDuty(process.env.ROLES_FILE);
  const items = [
    ...missingForFiling(knowledge.settings, localDay(realWorld.now())),
    ...(onDuty ? [] : (['dienst'] as const)),
  ];
  const missing = items.map((item) => ({
    item,
    what: knowledge.text(`gereed.mist.${item}`),
    who: knowledge.text(`gereed.wie.${item}`),
  }));
  const { gemeente } = knowledge.settings;
  if (values.json)
    print([
      JSON.stringify({ gemeente, ready: missing.length === 0, rules: missing.length === 0 ? 'file' : 'hold', missing }),
    ]);
  else if (missing.length === 0) print([`${gemeente} is gereed: de chat biedt aan om een vraag voor te leggen.`]);
  else
    print([
      `${gemeente} is niet gereed: de chat biedt niet aan om een vraag voor te leggen. Dit ontbreekt:`,
      ...missing.map(({ what, who }) => `- ${what} (wie: ${who})`),
      'Ook de regels voor een gezin dat vastloopt leggen nu niets op het bureau. Wat ze vinden, wordt bewaard. Het gaat naar het aanspreekpunt bij de eerste ronde nadat alles er is.',
      'Regel dit en vul het in instellingen.json in (gereedheid en feiten). Zie knowledge/README.md.',
    ]);
  return missing.length === 0 ? 0 : 1;
});
