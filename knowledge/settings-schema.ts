/** `instellingen.json`: what the municipality sets. A default stands here only where any municipality can start with it. */
import { z } from 'zod';
import { day, id, line } from './schema-parts.ts';

const whatARuleDoes = z.enum(['indienen', 'voorstellen', 'waarschuwen', 'uit']);

/** What the rules for a family that is stuck do, and when. `aanbieders` is the register of parties to refer to. */
const regieSchema = z.strictObject({
  vastgelopen: z
    .strictObject({
      /** `indienen`: at once on the desk; `voorstellen`: unless a worker stops it in time; `waarschuwen`: only told. */
      regels: z
        .strictObject({
          K1: whatARuleDoes.default('indienen'),
          K2: whatARuleDoes.default('indienen'),
          K2b: whatARuleDoes.default('indienen'),
          K3: whatARuleDoes.default('indienen'),
          K4: whatARuleDoes.default('waarschuwen'),
          K5: whatARuleDoes.default('indienen'),
          K6: whatARuleDoes.default('indienen'),
          K7: whatARuleDoes.default('indienen'),
          K8: whatARuleDoes.default('indienen'),
        })
        .prefault({}),
      /** Calendar days; an answer on the last of them is in time. */
      onbeantwoordNaDagen: z.number().int().min(1).max(365).default(14),
      voorstelWachtWerkdagen: z.number().int().min(1).max(60).default(3),
      /** For signal codes that no other rule reads. */
      eigenRegels: z
        .array(
          z.strictObject({
            id: z.string().regex(/^[A-Z][A-Za-z0-9-]{0,19}$/),
            signalen: z.array(id).min(1),
            wanneer: z.enum(['altijd', 'bij-open-verzoek', 'samen']),
            doet: whatARuleDoes,
          }),
        )
        .default([]),
    })
    .prefault({}),
  aanbieders: z
    .array(
      z.strictObject({
        id,
        naam: line,
        kanRegie: z.enum(['ja', 'nee', 'onbekend']),
        wachtlijstSinds: day.nullable(),
        registraties: z.array(line),
        levert: z.array(line),
      }),
    )
    .default([]),
  signaalBinnenWerkdagen: z.number().int().min(1).max(60).default(5),
  eersteAfspraakBinnenWerkdagen: z.number().int().min(1).max(60).default(5),
  planBinnenDagen: z.number().int().min(1).max(365).default(42),
  /** On werkdagen, the hour (Dutch clock) from which each worker gets the list of the day; `null`: never. */
  dagoverzichtUur: z.number().int().min(0).max(23).nullable().default(8),
  nazorgNaDagen: z.array(z.number().int().min(1).max(1000)).min(1).default([28, 91, 182]),
  eigenKracht: z
    .strictObject({
      langerDanDagen: z.number().int().min(1).default(182),
      vanafLeefgebieden: z.number().int().min(1).max(7).default(3),
    })
    .prefault({}),
});

/** What the editor's tools measure with, and what is kept of questions without an answer. */
const editingSchema = z.strictObject({
  /** Calendar days after `gecontroleerdOp` from which an answer or a flow is told as stale. */
  nakijkenNaDagen: z.number().int().min(1).max(3650).default(365),
  /** How many of 100 examples may miss their own answer before that is a fault. */
  voorbeeldenGemistOp100: z.number().min(0).max(100).default(5),
  werklijst: z
    .strictObject({
      /** False: nothing is written down, not even a count. */
      bewaren: z.boolean().default(true),
      /** Calendar days after which a line is taken away. */
      bewaarDagen: z.number().int().min(1).max(730).default(90),
      /** Lines; above it the oldest goes. */
      hoogstens: z.number().int().min(10).max(100_000).default(5000),
    })
    .prefault({}),
});

/** What must be there before anybody is offered to file a question; `readiness.ts` says what is missing. */
const readinessSchema = z.strictObject({
  aanspreekpunt: z
    .strictObject({
      /** The name of who takes over; another one than the fact `aanspreekpunt.naam`. */
      vervanger: line.nullable().default(null),
      /** The decision that lets the aanspreekpunt give orders, e.g. "Mandaatbesluit jeugd 2026". */
      besluit: line.nullable().default(null),
      /** To whom: `gemeente` for the own departments, `organisaties` for providers and others outside. */
      magOpdrachtGevenAan: z.array(z.enum(['gemeente', 'organisaties'])).default([]),
    })
    .prefault({}),
  /** Whether the client supporter of the facts works for nobody who decides about the help. */
  clientondersteuningOnafhankelijk: z.boolean().default(false),
  /** Where the public reads about the aanspreekpunt, and who was told of it. */
  publiekeTekst: z
    .strictObject({
      url: z.url({ protocol: /^https$/ }),
      verteldAan: z.array(z.enum(['ouders', 'clientondersteuners', 'clientorganisaties'])),
    })
    .nullable()
    .default(null),
  /** Days on which the municipality talked with client organisations; a day to come counts once it is there. */
  gesprekkenClientorganisaties: z.array(day).default([]),
});

/**
 * Calendar days after the last thing that was written down in a case that is closed; `null`: no term was set and nothing is
 * erased by its age. Law gives no term for these: the municipality sets them.
 */
const retentionSchema = z.strictObject({
  /** A filing of a parent that belongs to no family. */
  voorgelegdeVraagDagen: z.number().int().min(1).max(36_500).nullable().default(null),
  gezinDagen: z.number().int().min(1).max(36_500).nullable().default(null),
});

/** Werkdagen, unless the name says `Dagen`: those are calendar days. Six weeks for a complaint is law (Awb 9:11). */
const deskTermsSchema = z.strictObject({
  herinneringWerkdagenVooraf: z.number().int().min(0).max(20),
  naGemisteDagBinnenWerkdagen: z.number().int().min(1).max(20),
  mensReageertBinnenWerkdagen: z.number().int().min(1).max(20),
  terugbellenBinnenWerkdagen: z.number().int().min(1).max(20),
  geholpenVragenNaDagen: z.number().int().min(1).max(365),
  lerenBinnenWerkdagen: z.number().int().min(1).max(60),
  klachtBinnenDagen: z.number().int().min(1).max(42),
  regisseurEnPlanBinnenDagen: z.number().int().min(1).max(365),
  kleinsteAantal: z.number().int().min(2).max(100),
});

/** What only the municipality can say for its entry in the algorithm register; `null`: still to be filled in. */
const algorithmEntrySchema = z.strictObject({
  status: z.enum(['In gebruik', 'In ontwikkeling', 'Buiten gebruik']).nullable().default(null),
  /** `YYYY-MM` */
  begindatum: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .nullable()
    .default(null),
  /** An e-mail address or a page. */
  contactgegevens: z
    .union([z.email(), z.url({ protocol: /^https$/ })])
    .nullable()
    .default(null),
  publiekspagina: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
  /** A choice for a lawyer, so there is no default. */
  publicatiecategorie: z
    .enum(['Hoog-risico AI-systemen', 'Impactvolle algoritmes', 'Overige algoritmes'])
    .nullable()
    .default(null),
  impacttoetsen: z.array(line).nullable().default(null),
  broncode: z
    .url({ protocol: /^https$/ })
    .nullable()
    .default(null),
});

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When a colleague can join a chat, on werkdagen. It takes a colleague who said to be there that day. */
const joiningSchema = z
  .strictObject({ van: time.default('09:00'), tot: time.default('17:00') })
  .refine(({ van, tot }) => van < tot, 'tot moet later zijn dan van');

/** `instellingen.json`: national defaults; the local file may give any part of it. */
export const settingsSchema = z.strictObject({
  gemeente: line,
  feiten: z.record(z.string(), z.string()),
  plannen: z.strictObject({ teltAlsPlan: z.array(line).min(1), verouderdNaDagen: z.number().int().min(1) }),
  escalatie: z.strictObject({
    antwoordBinnenWerkdagen: z.number().int().min(1).max(60),
    /** Terms of the desk; what is not given is as the program has it. */
    termijnen: deskTermsSchema.optional(),
  }),
  regie: regieSchema.prefault({}),
  redactie: editingSchema.prefault({}),
  gereedheid: readinessSchema.prefault({}),
  meepraten: joiningSchema.prefault({}),
  algoritmeregister: algorithmEntrySchema.prefault({}),
  bewaartermijnen: retentionSchema.prefault({}),
  /** Days on which nobody works (Algemene termijnenwet and local days), `YYYY-MM-DD`. */
  feestdagen: z.array(day),
});
