/** What an editor wrote and nothing reads: concepts, facts, places and sources, and rules that no own example meets. */
import { conceptsIn } from '../match/terms.ts';
import { placeholdersIn, placeNumber } from '../fill.ts';
import type { CheckInput, Report } from './reporter.ts';
import { entryOf, fileOf } from './reporter.ts';
import { numbersToCall, sameNumber } from './phone-number.ts';
import { ruleReader } from './rule-reader.ts';
import { shownTexts } from './shown-texts.ts';

/** Places that the code itself names. */
const placesOfTheCode = ['clientondersteuning', '112', '113', 'veiligThuis'];
/** Facts that the code itself fills in. */
const factsOfTheCode = ['gemeente.naam', 'gemeente.telefoon', 'exit.neutraleUrl', placeNumber];

export function checkUnused({ merged }: Pick<CheckInput, 'merged'>, report: Report): void {
  const unused = (file: string, place: string, problem: string): void => {
    report.warnings.push({ file: fileOf(merged, file), place, problem });
  };
  const unusedEntry = (file: string, key: string, problem: string): void => {
    report.warnings.push({ file: entryOf(merged, file, key), place: `["${key}"]`, problem });
  };
  const { intents, lexicon, crisis, facts, places, sources } = merged;
  const reader = ruleReader(lexicon.begrippen);
  const inRules = new Set([...intents.values()].flatMap(({ herken }) => herken).flatMap(conceptsOf));
  const examples = [...intents.values()].flatMap(({ voorbeelden }) => voorbeelden);
  for (const concept of Object.keys(lexicon.begrippen)) {
    if (inRules.has(concept) || examples.some((example) => reader.names(example, concept))) continue;
    const file = entryOf(merged, 'begrippen', concept);
    const problem = 'geen regel noemt dit begrip en geen voorbeeld heeft een woord ervan';
    report.warnings.push({ file, place: `begrippen.${concept}`, problem });
  }
  const inFrames = new Set(crisis.kaders.flatMap(({ delen, niet }) => [...delen, ...niet]).flatMap(conceptsIn));
  for (const concept of Object.keys(crisis.begrippen)) {
    if (!inFrames.has(concept)) unused('crisis', `begrippen.${concept}`, 'geen kader noemt dit begrip');
  }
  for (const { id, herken, voorbeelden } of intents.values()) {
    herken.forEach((rule, at) => {
      const stuck = [...rule.alle, ...rule.niet].find((entry) => stuckSlash.test(entry));
      if (stuck !== undefined) {
        const apart = stuck.replaceAll(/\s*\/\s*/g, ' / ');
        unused(`intents/${id}`, `herken[${at}]`, `er ontbreekt een spatie om een schuine streep: schrijf "${apart}"`);
        return;
      }
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
    if (!filled.has(key)) unusedEntry('feiten', key, 'geen tekst gebruikt dit feit');
  const steps = [...merged.answers.values()].flatMap(({ vervolg }) => vervolg);
  const inFlows = [...merged.flows.values()].flatMap((flow) =>
    Object.values(flow.stappen).flatMap((step) => (step.soort === 'uitkomst' ? step.vervolg : [])),
  );
  const used = new Set([...steps, ...inFlows].flatMap((next) => (next.soort === 'plek' ? [next.plek] : [])));
  const named = new Set(
    shownTexts({ merged }).flatMap(({ place, text }) => (isOfPlace(place) ? [] : numbersToCall(text))),
  );
  const numbers = new Set([...named].map(sameNumber));
  for (const [key, { telefoon }] of Object.entries(places)) {
    // An answer that tells the number of a place, uses that place.
    const isTold = telefoon !== undefined && numbers.has(sameNumber(telefoon));
    if (!used.has(key) && !isTold && !placesOfTheCode.includes(key))
      unusedEntry('plekken', key, 'niets wijst naar deze plek');
  }
  const sourced = new Set([...merged.answers.values()].flatMap(({ bronnen }) => bronnen));
  for (const key of Object.keys(sources)) {
    if (!sourced.has(key)) unusedEntry('bronnen', key, 'geen antwoord noemt deze bron');
  }
}

/** Without spaces around it a slash parts nothing: both words are then read as one. */
const stuckSlash = /\S\/|\/\S/;

const isOfPlace = (place: string): boolean => place.endsWith('.telefoon');

function conceptsOf({ alle, niet }: { readonly alle: readonly string[]; readonly niet: readonly string[] }) {
  return [...alle, ...niet].flatMap(conceptsIn);
}

function fallbacks(facts: CheckInput['merged']['facts']): readonly string[] {
  return Object.values(facts).flatMap(({ terugval }) => (terugval && 'feit' in terugval ? [terugval.feit] : []));
}
