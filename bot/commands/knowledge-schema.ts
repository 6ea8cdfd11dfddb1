/**
 * `npm run -s knowledge:schema -- [folder]`: JSON Schema for every kind of knowledge file, each as `<kind>.schema.json` in
 * the folder, or all of them as one JSON object on stdout. For the completion in editors; see knowledge/README.md.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemas } from '../../knowledge/index.ts';
import { Refused, run, typed } from './command.ts';

const USAGE = 'Gebruik: npm run -s knowledge:schema [-- MAP]';

await run(async () => {
  const [folder, ...more] = typed({}, USAGE).positionals;
  if (more.length > 0) throw new Refused(`Geef hooguit één map.\n${USAGE}`, 2);
  const schemas = jsonSchemas();
  if (folder === undefined) {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(schemas), null, 2)}\n`);
    return 0;
  }
  try {
    await mkdir(folder, { recursive: true });
    for (const [kind, schema] of schemas) {
      await writeFile(join(folder, `${kind}.schema.json`), `${JSON.stringify(schema, null, 2)}\n`);
    }
    process.stdout.write(`${schemas.size} schema’s in ${folder}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    process.stderr.write(`Failed to write the schemas to ${folder}: ${String(error.code)}. Choose another folder.\n`);
    return 1;
  }
});
