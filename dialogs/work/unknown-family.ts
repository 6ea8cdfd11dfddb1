import type { Knowledge } from '../../knowledge/index.ts';

/** The same words for a family that does not exist and one that is not theirs: nobody learns which families are known. */
export function unknownFamily(knowledge: Knowledge): readonly string[] {
  return [knowledge.text('medewerker.gezin-onbekend'), knowledge.text('medewerker.gezin-onbekend.doe')];
}
