import type { Knowledge, Place } from '../knowledge/index.ts';
import { onceEach } from './prepared.ts';
import { phoneLink, say, webLink } from './say.ts';
import type { Link, Reply } from './types.ts';

/** The place of the independent client supporter, offered at every step of a flow when the municipality has it. */
export const SUPPORTER = 'clientondersteuning';

export function placeParagraphs(place: Place, knowledge: Knowledge): readonly string[] {
  const naam = knowledge.fill(place.naam);
  const wat = knowledge.fill(place.watHetIs);
  const open =
    place.openingstijden === undefined
      ? []
      : [knowledge.text('plek.open', { tijden: knowledge.fill(place.openingstijden) })];
  return [knowledge.text('plek.wat', { naam, wat }), ...open];
}

export const placeLinks = onceEach((place: Place, knowledge): readonly Link[] => {
  const naam = knowledge.fill(place.naam);
  const telefoon = place.telefoon === undefined ? '' : knowledge.fill(place.telefoon);
  const url = place.url === undefined ? '' : knowledge.fill(place.url);
  return [
    ...phoneLink(knowledge.text('plek.bel', { naam, telefoon }), telefoon),
    ...webLink(knowledge.text('plek.site', { naam }), url),
  ];
});

/** A place as a reply of its own; nothing when the knowledge has no such place. */
export function aboutPlace(key: string, knowledge: Knowledge): readonly Reply[] {
  const place = knowledge.place(key);
  return place === undefined ? [] : [say(placeParagraphs(place, knowledge), placeLinks(place, knowledge))];
}

export function municipalityLink(knowledge: Knowledge): readonly Link[] {
  const telefoon = knowledge.text('mens.telefoon');
  return phoneLink(knowledge.text('mens.bel', { telefoon }), telefoon);
}

/** A person instead of a computer. */
export function aPerson(knowledge: Knowledge): Reply {
  return say([knowledge.text('mens.uitleg'), knowledge.text('mens.spoed')], municipalityLink(knowledge));
}
