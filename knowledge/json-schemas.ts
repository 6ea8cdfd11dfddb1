/** The schemas of all files an editor writes, as JSON Schema: an editor program then completes keys and marks mistakes. */
import { z } from 'zod';
import {
  answerSchema,
  clarificationSchema,
  crisisSchema,
  factDefinitionSchema,
  fixedIdsSchema,
  flowSchema,
  intentSchema,
  lexiconSchema,
  placeSchema,
  sourceSchema,
  textsSchema,
} from './schema.ts';
import { settingsSchema } from './settings-schema.ts';

const key = z.string().min(1);

/** By kind of file: a folder (`faq`, `intents`, `flows`) or the name of a single file. */
const schemas = {
  faq: answerSchema,
  intents: intentSchema,
  flows: flowSchema,
  plekken: z.record(key, placeSchema),
  feiten: z.record(key, factDefinitionSchema),
  bronnen: z.record(key, sourceSchema),
  teksten: textsSchema,
  widget: textsSchema,
  woorden: lexiconSchema,
  crisis: crisisSchema,
  verduidelijking: z.array(clarificationSchema),
  'vaste-ids': fixedIdsSchema,
  instellingen: settingsSchema,
} as const satisfies Readonly<Record<string, z.ZodType>>;

type JsonSchema = Readonly<Record<string, unknown>>;

/** By kind: JSON Schema 2020-12 of what an editor types, so keys with a default may be left out. */
export function jsonSchemas(): ReadonlyMap<string, JsonSchema> {
  return new Map(
    Object.entries(schemas).map(([kind, schema]) => {
      const made: JsonSchema = z.toJSONSchema(schema, { io: 'input' });
      return [kind, pointing(kind === 'instellingen' ? inParts(made) : made)];
    }),
  );
}

/** The local layer may give any part of the settings, at any depth; what stands in a list must be whole. */
function inParts(schema: JsonSchema): JsonSchema {
  const rest = Object.entries(schema).filter(([key]) => key !== 'required');
  return Object.fromEntries(
    rest.map(([key, value]) => [key, key === 'properties' && isSchema(value) ? eachInParts(value) : value]),
  );
}

function eachInParts(properties: JsonSchema): JsonSchema {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, isSchema(value) ? inParts(value) : value]),
  );
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The line with which a file points at its schema is no mistake in that file; the loader leaves it out. */
function pointing(schema: JsonSchema): JsonSchema {
  if (schema.type !== 'object') return schema;
  const { properties, propertyNames } = schema;
  return {
    ...schema,
    properties: { $schema: { type: 'string' }, ...(typeof properties === 'object' ? properties : {}) },
    ...(propertyNames === undefined ? {} : { propertyNames: { anyOf: [propertyNames, { const: '$schema' }] } }),
  };
}
