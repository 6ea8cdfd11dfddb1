/** What an editor wrote and nothing reads: concepts, facts, places and sources, and rules that no own example meets. */
import { conceptsIn } from '../match/terms.ts';
import { placeholdersIn } from '../fill.ts';
import type { CheckInput, Report } from './reporter.ts';
import { fileOf } from './reporter.ts';
import { ruleReader } from './rule-reader.ts';

/** Places that the code itself names. */
const placesOfTheCode = ['clientondersteuning', '112', '113', 'veiligThuis'];
/** Facts that the code itself fills in. */
const factsOfTheCode = ['gemeente.naam', 'gemeente.telefoon', 'exit.neutraleUrl'];

export function checkUnused({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const unused = (file: string, place: string, problem: string): void => {
    report.warnings.push({ file: fileOf(merged, file), place, problem });
  };
  const { intents, lexicon, crisis, facts, places, sources } = merged;
  const reader = ruleReader(lexicon.begrippen);
  const named = new Set([...intents.values()].flatMap(({ herken }) => herken).flatMap(conceptsOf));
  const examples = [...intents.values()].flatMap(({ voorbeelden }) => voorbeelden);
  for (const concept of Object.keys(lexicon.begrippen)) {
    if (named.has(concept) || examples.some((example) => reader.names(example, concept))) continue;
    unused('woorden', `begrippen.${concept}`, 'geen regel noemt dit begrip en geen voorbeeld heeft een woord ervan');
  }
  const inFrames = new Set(crisis.kaders.flatMap(({ delen, niet }) => [...delen, ...niet]).flatMap(conceptsIn));
  for (const concept of Object.keys(crisis.begrippen)) {
    if (!inFrames.has(concept)) unused('crisis', `begrippen.${concept}`, 'geen kader noemt dit begrip');
  }
  for (const { id, herken, voorbeelden } of intents.values()) {
    herken.forEach((rule, at) => {
      if (voorbeelden.some((example) => reader.meets(example, rule))) return;
      unused(`intents/${id}`, `herken[${at}]`, `geen eigen voorbeeld voldoet aan deze regel: ${rule.alle.join(' + ')}`);
    });
  }
  const words = JSON.stringify([
    [...merged.answers.values()],
    [...merged.flows.values()],
    merged.texts,
    merged.widgetTexts,
    places,
    facts,
  ]);
  const filled = new Set([...placeholdersIn(words), ...factsOfTheCode, ...fallbacks(facts)]);
  for (const key of Object.keys(facts))
    if (!filled.has(key)) unused('feiten', `["${key}"]`, 'geen tekst gebruikt dit feit');
  const steps = [...merged.answers.values()].flatMap(({ vervolg }) => vervolg);
  const inFlows = [...merged.flows.values()].flatMap((flow) =>
    Object.values(flow.stappen).flatMap((step) => (step.soort === 'uitkomst' ? step.vervolg : [])),
  );
  const used = new Set([...steps, ...inFlows].flatMap((next) => (next.soort === 'plek' ? [next.plek] : [])));
  for (const key of Object.keys(places)) {
    if (!used.has(key) && !placesOfTheCode.includes(key)) unused('plekken', `["${key}"]`, 'niets wijst naar deze plek');
  }
  const sourced = new Set([...merged.answers.values()].flatMap(({ bronnen }) => bronnen));
  for (const key of Object.keys(sources)) {
    if (!sourced.has(key)) unused('bronnen', `["${key}"]`, 'geen antwoord noemt deze bron');
  }
}

function conceptsOf({ alle, niet }: { readonly alle: readonly string[]; readonly niet: readonly string[] }) {
  return [...alle, ...niet].flatMap(conceptsIn);
}

function fallbacks(facts: CheckInput['merged']['facts']): readonly string[] {
  return Object.values(facts).flatMap(({ terugval }) => (terugval && 'feit' in terugval ? [terugval.feit] : []));
}
