/** Reads both layers, proves them whole, and prepares everything that can be prepared. */
import { checkAnswers } from './check/check-answers.ts';
import { checkClarifications } from './check/check-clarifications.ts';
import { checkLocalFacts, checkPlaces, checkTexts } from './check/check-facts.ts';
import { checkFlows } from './check/check-flows.ts';
import { checkIntents } from './check/check-intents.ts';
import { checkEditorial, type EditorialReport } from './check/editorial.ts';
import type { EffectCatalogue, Report, TextCatalogue } from './check/reporter.ts';
import { createFill } from './fill.ts';
import type { Knowledge, KnowledgeFault } from './knowledge.ts';
import { readSources } from './layers.ts';
import { type LearntStore, learnsEveryTime } from './learnt-store.ts';
import { readLayer } from './load-files.ts';
import { createMatcher, type Matcher } from './match/matcher.ts';
import { type Merged, mergeLayers } from './merge-layers.ts';
import { ordinaryWords } from './ordinary-words.ts';
import { safeNumbers } from './safe-numbers.ts';
import type { Intent } from './schema.ts';

export interface LoadOptions {
  readonly nationalDir: string;
  /** The municipality's own layer; null checks the national layer alone. */
  readonly localDir: string | null;
  readonly effects: EffectCatalogue;
  /** Texts the code asks for, with the placeholders it offers; each must exist. */
  readonly texts?: TextCatalogue;
  /** Without it, dates are not checked. */
  readonly now?: Date;
  /** Without it everything is learnt from the examples now. */
  readonly learnt?: LearntStore;
}

export type LoadOutcome =
  | {
      readonly kind: 'loaded';
      readonly knowledge: Knowledge;
      readonly warnings: readonly KnowledgeFault[];
      /** Phone numbers that can't be one, which `knowledge` therefore never shows. */
      readonly replaced: readonly KnowledgeFault[];
      /** Whether the general number is one of those: then words stand in for it. */
      readonly lacksGeneralNumber: boolean;
      /** For the knowledge check only: how each answer is recognised. */
      readonly intents: readonly Intent[];
      /** For the knowledge check only: what helps an editor besides what was proved to load. */
      editorial(): EditorialReport;
    }
  | { readonly kind: 'faulty'; readonly faults: readonly KnowledgeFault[] };

/** Never half loaded: with one fault in either layer, the outcome is the list of all faults found. */
export async function loadKnowledge(options: LoadOptions): Promise<LoadOutcome> {
  const { nationalDir, localDir, effects, texts, now, learnt = learnsEveryTime } = options;
  const national = readSources(await readLayer(nationalDir), false);
  const local = localDir === null ? null : readSources(await readLayer(localDir), true);
  const readFaults = [...national.faults, ...(local?.faults ?? [])];
  const outcome = mergeLayers(national, local);
  if (outcome.kind === 'faulty') return { kind: 'faulty', faults: [...readFaults, ...outcome.faults] };
  const { merged } = outcome;
  const report: Report = { faults: readFaults, warnings: [] };
  // A file that could not be read would be missed by everything that points at it: tell the cause, not the consequences.
  if (readFaults.length === 0) {
    const input = { merged, effects, texts, now };
    checkAnswers(input, report);
    checkIntents(input, report);
    checkClarifications(input, report);
    checkFlows(input, report);
    checkLocalFacts(input, report);
    checkPlaces(input, report);
    checkTexts(input, report);
  }
  const safe = safeNumbers(merged);
  const faults = [...report.faults, ...(safe.general === 'nothing' ? safe.replaced : [])];
  if (faults.length > 0) return { kind: 'faulty', faults };
  const knowledge = toKnowledge(safe.merged, learnt);
  return {
    kind: 'loaded',
    knowledge,
    warnings: report.warnings,
    replaced: safe.replaced,
    lacksGeneralNumber: safe.general === 'worded',
    intents: [...merged.intents.values()],
    editorial: () => checkEditorial(merged, knowledge),
  };
}

function toKnowledge(merged: Merged, learnt: LearntStore): Knowledge {
  const { answers, flows, places, texts, settings, lexicon, crisis, clarifications } = merged;
  const topics = new Map(
    [...answers.values()].map((one) => [
      one.id,
      { title: one.titel, fixedId: one.hoortBij ?? one.id, audience: one.doelgroep, isCrisis: one.soort === 'crisis' },
    ]),
  );
  // Working everything out takes most of a start, and nobody can ask anything before the server listens.
  let made: Matcher | undefined;
  const matcher = () =>
    (made ??= createMatcher({ intents: [...merged.intents.values()], lexicon, crisis, topics }, learnt));
  let words: ReadonlySet<string> | undefined;
  const { fill, template } = createFill({ definitions: merged.facts, values: settings.feiten });
  // Without values of the moment a text is the same for as long as this knowledge lives.
  const filled = new Map<string, string>();
  const templates = new Map<string, ReturnType<typeof template>>();
  return {
    settings,
    widgetTexts: merged.widgetTexts,
    match: (text, audience) => matcher().match(text, audience),
    explain: (text, audience) => matcher().explain(text, audience),
    crisisLevel: (text) => matcher().crisisLevel(text),
    knows: (word) => (words ??= ordinaryWords(merged)).has(word),
    clarification: (...ids) =>
      clarifications.find(({ keuzes }) => ids.every((id) => keuzes.some(({ antwoord }) => antwoord === id))),
    answer: (id) => answers.get(id),
    flow: (id) => flows.get(id),
    place: (key) => (Object.hasOwn(places, key) ? places[key] : undefined),
    text(key, values) {
      const ready = values === undefined ? filled.get(key) : templates.get(key)?.(values);
      if (ready !== undefined) return ready;
      const text = Object.hasOwn(texts, key) ? texts[key] : undefined;
      if (text === undefined)
        throw new Error(`Failed to find the text ${key}: it is not in teksten.json. Run knowledge:check.`);
      const made = template(text);
      const done = made(values);
      if (values === undefined) filled.set(key, done);
      else templates.set(key, made);
      return done;
    },
    fill,
  };
}
