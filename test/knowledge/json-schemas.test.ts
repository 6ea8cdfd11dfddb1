import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { jsonSchemas } from '../../knowledge/index.ts';
import { knowledgeOf } from './a-layer.ts';

const knowledgeFolder = new URL('../../knowledge/', import.meta.url).pathname;

/** Every file of a layer with the kind whose schema it must fit. */
function filesOf(layer: string): readonly (readonly [file: string, kind: string])[] {
  return readdirSync(join(knowledgeFolder, layer), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => {
      const folder = basename(entry.parentPath);
      return [join(entry.parentPath, entry.name), folder === layer ? basename(entry.name, '.json') : folder];
    });
}

const readBack = new Map([...jsonSchemas()].map(([kind, schema]) => [kind, z.fromJSONSchema(schema)]));

/** Read back from JSON Schema: what an editor program would say of this value. */
function problems(kind: string, value: unknown): readonly string[] {
  const schema = readBack.get(kind);
  if (schema === undefined) return [`there is no schema for ${kind}`];
  const outcome = schema.safeParse(value);
  return outcome.success ? [] : outcome.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const contentOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

describe('the JSON schemas', () => {
  for (const layer of ['landelijk', 'voorbeeldstad']) {
    it(`fit every file of ${layer}`, () => {
      const files = filesOf(layer);
      expect(files.length).to.be.greaterThan(2);
      for (const [file, kind] of files) expect(problems(kind, contentOf(file)), file).to.deep.equal([]);
    });
  }

  it('say that they are JSON Schema, each with a type', () => {
    for (const [kind, schema] of jsonSchemas()) {
      expect(schema, kind).to.include({ $schema: 'https://json-schema.org/draft/2020-12/schema' });
      expect(schema, kind).to.have.property('type');
    }
  });

  it('refuse an unknown key, a wrong choice and a missing answer', () => {
    const whole = contentOf(join(knowledgeFolder, 'landelijk/faq/wachtlijst.json'));
    const answer = typeof whole === 'object' ? whole : {};
    expect(problems('faq', { ...answer, tietel: 'x' })).not.to.deep.equal([]);
    expect(problems('faq', { ...answer, zekerheid: 'X' })).not.to.deep.equal([]);
    expect(problems('faq', { ...answer, antwoord: undefined })).not.to.deep.equal([]);
    expect(problems('instellingen', { escalatie: { antwoordBinnenWerkdagen: 0 } })).not.to.deep.equal([]);
  });

  it('allow any part of the settings, as a municipality may give', () => {
    const part = { plannen: { verouderdNaDagen: 200 }, redactie: { werklijst: { bewaren: false } } };
    expect(problems('instellingen', part)).to.deep.equal([]);
  });

  it('allow the line with which a file points at its schema, and the loader leaves it out', async () => {
    const $schema = '../schemas/teksten.schema.json';
    expect(problems('teksten', { $schema, 'groet.ouder': 'Hallo.' })).to.deep.equal([]);
    const knowledge = await knowledgeOf({ national: { 'teksten.json': { $schema, groet: 'Hallo.' } } });
    expect(knowledge.text('groet')).to.equal('Hallo.');
    expect(() => knowledge.text('$schema')).to.throw('Failed to find the text');
  });
});
