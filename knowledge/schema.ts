/**
 * The shape of every file an editor may write. Keys are Dutch: the editors are no programmers. The national layer lives
 * in `knowledge/landelijk/`, a municipality's own layer in a folder like `knowledge/voorbeeldstad/` (`KNOWLEDGE_DIR`);
 * a file in the local layer takes the place of the national file with the same id, settings and facts are merged.
 */
import { z } from 'zod';
import { day, id, line } from './schema-parts.ts';
import type { settingsSchema } from './settings-schema.ts';

const stepId = z.string().regex(/^[A-Za-z0-9-]+$/);

export const audienceSchema = z.enum(['ouder', 'jongere', 'omstander', 'professional']);

/** A named place, a flow, or a related answer; never more than three under an answer. */
export const nextStepSchema = z.discriminatedUnion('soort', [
  z.strictObject({ soort: z.literal('plek'), plek: z.string().min(1) }),
  z.strictObject({ soort: z.literal('flow'), flow: id, tekst: line }),
  z.strictObject({ soort: z.literal('antwoord'), antwoord: id, tekst: line }),
]);

/** `faq/<id>.json`: one answer, as paragraphs in B1 Dutch; `{{feit.sleutel}}` is replaced by a local fact. */
export const answerSchema = z.strictObject({
  id,
  titel: line,
  soort: z.enum(['faq', 'crisis', 'smalltalk', 'oos']),
  /** For an extra topic: the fixed id that is reported to the outside. */
  hoortBij: id.optional(),
  doelgroep: z.array(audienceSchema).min(1),
  /** For an answer to professionals: the answer that tells the same to parents, and that a parent gets instead. */
  voorOuders: id.optional(),
  /** For an answer about danger, written for citizens: the answer that a professional who tells of it gets instead. */
  voorProfessionals: id.optional(),
  /** For an answer about danger, written for grown-ups: the answer that a child gets instead. */
  voorJongeren: id.optional(),
  risico: z.enum(['normal', 'urgent', 'crisis']),
  antwoord: z.array(line).min(1).max(6),
  /** Said instead of `antwoord` while the municipality is not ready for filing; needed where `antwoord` invites to it. */
  zonderVoorleggen: z.array(line).min(1).max(5).optional(),
  vervolg: z.array(nextStepSchema).max(3),
  /** Codes of `bronnen.json`. */
  bronnen: z.array(z.string().min(1)).min(1),
  zekerheid: z.enum(['V', 'S', 'G']),
  eigenaar: line,
  gecontroleerdOp: day,
});

/**
 * One recognition rule. Every entry of `alle` must be present; inside an entry ` / ` separates alternatives, e.g.
 * `"regisseur / regievoerder / @regisseur"`. `@naam` is a concept of `woorden.json`, a trailing `*` matches the start of a
 * word, a leading `*` its end, several words must follow each other. Nothing of `niet` may be present.
 */
export const ruleSchema = z.strictObject({
  alle: z.array(line).min(1),
  niet: z.array(line).default([]),
  gewicht: z.number().min(0.1).max(10).default(1),
});

/** `intents/<id>.json`: how an answer is recognised. */
export const intentSchema = z.strictObject({
  id,
  herken: z.array(ruleSchema),
  voorbeelden: z.array(line),
  tegenvoorbeelden: z.array(line).default([]),
});

/** `woorden.json`: synonyms by concept, words that look wrong but are right, and words that carry no meaning. */
export const lexiconSchema = z.strictObject({
  begrippen: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(line).min(1)),
  /** Real words that spelling correction must never touch. */
  beschermd: z.array(line).default([]),
  stopwoorden: z.array(line).default([]),
});

export const crisisLevelSchema = z.enum(['acuut', 'crisis', 'vraag']);

/**
 * One frame of `crisis.json`: who × does what × when. Every entry of `delen` must be present, at most `binnen` words apart,
 * written like the entries of a recognition rule; `@naam` is a concept of `crisis.json` itself. `niet` is for another
 * meaning of the same words (a game, a pet), never for a denial: a denial never silences a signal.
 */
export const crisisFrameSchema = z.strictObject({
  naam: id,
  /** The answer this signal leads to. */
  intent: id,
  niveau: crisisLevelSchema,
  delen: z.array(line).min(1).max(8),
  niet: z.array(line).default([]),
  binnen: z.number().int().min(1).max(60).default(12),
  /** The first part must stand before the second: who does it to whom. */
  volgorde: z.boolean().default(false),
  gewicht: z.number().min(0.1).max(10).default(1),
});

/** `crisis.json` (national layer only): the signals that come before everything else. */
export const crisisSchema = z.strictObject({
  begrippen: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(line).min(1)),
  /** Expressions without danger that are taken out before anything is matched, e.g. "schrik me dood". */
  uitdrukkingen: z.array(line),
  /**
   * Wording of professionals or of questions about a subject: lowers a frame in the same sentence by one level. ` & `
   * joins what only counts together ("jaar geleden & gaat goed").
   */
  verlagend: z.array(line),
  /** Signs of "at this moment": raises a frame from crisis to acuut. */
  nu: z.array(line),
  /** Real words that spelling correction must never touch. */
  beschermd: z.array(line).default([]),
  kaders: z.array(crisisFrameSchema).min(1),
});

/**
 * `verduidelijking.json`: answers that people often mean by the same words, with the one question that tells them apart. It is
 * asked when two of them come out first and too close together, in place of their titles.
 */
export const clarificationSchema = z.strictObject({
  vraag: line,
  keuzes: z
    .array(z.strictObject({ antwoord: id, tekst: line }))
    .min(2)
    .max(3),
});

/** `vaste-ids.json` (national layer only): the ids that are reported to the outside and never change. */
export const fixedIdsSchema = z.array(id).min(1);

export const choiceSchema = z.strictObject({
  tekst: line,
  /** Other words that choose it, beside its own text. */
  ook: z.array(line).optional(),
  naar: stepId,
  /** What is kept under `bewaarAls` instead of the text, so that an editor can change the words freely. */
  waarde: z
    .string()
    .regex(/^[a-z-]+$/)
    .optional(),
});

export const stepSchema = z.discriminatedUnion('soort', [
  /** A question with fixed answers. `overslaan: null` = this question can't be skipped. */
  z.strictObject({
    soort: z.literal('vraag'),
    tekst: line,
    toelichting: line.optional(),
    keuzes: z.array(choiceSchema).min(1).max(7),
    weetNiet: stepId.nullable(),
    overslaan: stepId.nullable(),
    /** When set, the text of the chosen answer is kept under this name. */
    bewaarAls: z
      .string()
      .regex(/^[a-z][A-Za-z]*$/)
      .optional(),
  }),
  /** A question answered in one's own words, kept exactly as typed. */
  z.strictObject({
    soort: z.literal('invoer'),
    tekst: line,
    toelichting: line.optional(),
    bewaarAls: z.string().regex(/^[a-z][A-Za-z]*$/),
    maxTekens: z.number().int().min(1).max(8000),
    naar: stepId,
    overslaan: stepId.nullable(),
  }),
  /** The end of a path: words, the answer it belongs to, a named place and what can come next. */
  z.strictObject({
    soort: z.literal('uitkomst'),
    titel: line,
    tekst: z.array(line).min(1).max(6),
    /** Said instead of `tekst` while the municipality is not ready for filing. */
    zonderVoorleggen: z.array(line).min(1).max(5).optional(),
    toon: z.enum(['gewoon', 'spoed']).default('gewoon'),
    /** The first one is the main answer; all must exist in `faq/`. */
    antwoorden: z.array(id).default([]),
    vervolg: z.array(nextStepSchema).max(4),
  }),
  /** Something that happens; each outcome of the effect must have a next step. */
  z.strictObject({
    soort: z.literal('actie'),
    actie: z.string().min(1),
    uitkomsten: z.record(z.string(), stepId),
  }),
]);

/** `flows/<id>.json`. */
export const flowSchema = z.strictObject({
  id,
  titel: line,
  doelgroep: z.array(audienceSchema).min(1),
  eigenaar: line,
  gecontroleerdOp: day,
  start: stepId,
  /** Steps that every path must pass before anything else can be reached, in order (the safety gate). */
  poort: z.array(stepId).default([]),
  /**
   * Words that start this flow from free text. The words of one line must all be said, in this order, with at most three
   * other words between two of them; a trailing `*` matches the start of a word, e.g. `"een plan een regisseur"`.
   */
  aanroep: z.array(line).optional(),
  stappen: z.record(stepId, stepSchema),
});

/** `plekken.json`: where somebody can go. Every field may hold `{{feit}}`. */
export const placeSchema = z.strictObject({
  naam: line,
  watHetIs: line,
  telefoon: line.optional(),
  url: line.optional(),
  openingstijden: line.optional(),
});

/** `feiten.json` (national layer): which local facts exist, and what is said while the municipality has not filled them in. */
export const factDefinitionSchema = z.strictObject({
  betekenis: line,
  /**
   * Another fact to show instead (e.g. `gemeente.telefoon`), or a safe sentence part. Never an invented value. `erbij` is shown
   * behind the other fact, in brackets: whose number it is, and whom to ask for.
   */
  terugval: z.union([
    z.strictObject({ feit: z.string(), erbij: line.optional() }),
    z.strictObject({ tekst: line }),
    z.null(),
  ]),
  verplicht: z.boolean().default(false),
});

/** `teksten.json`: every sentence the assistant says that is not an answer or a flow; placeholders in `{{ }}`. */
export const textsSchema = z.record(z.string().regex(/^[A-Za-z0-9.-]+$/), line);

/** `bronnen.json`: the sources that answers name. */
export const sourceSchema = z.strictObject({ titel: line, url: z.string(), opmerking: z.string().default('') });

export type Audience = z.infer<typeof audienceSchema>;
export type NextStep = z.infer<typeof nextStepSchema>;
export type Answer = z.infer<typeof answerSchema>;
export type RecognitionRule = z.infer<typeof ruleSchema>;
export type Intent = z.infer<typeof intentSchema>;
export type CrisisFrame = z.infer<typeof crisisFrameSchema>;
export type CrisisData = z.infer<typeof crisisSchema>;
export type Clarification = z.infer<typeof clarificationSchema>;
export type Lexicon = z.infer<typeof lexiconSchema>;
export type FlowStep = z.infer<typeof stepSchema>;
export type Flow = z.infer<typeof flowSchema>;
export type Place = z.infer<typeof placeSchema>;
export type FactDefinition = z.infer<typeof factDefinitionSchema>;
export type Settings = z.infer<typeof settingsSchema>;
export type Source = z.infer<typeof sourceSchema>;
