import type { Whom } from '../../cases/index.ts';
import type { Words } from '../elements.ts';

/** A name, or who it is where there is none. */
export function whomInWords(whom: Whom, words: Words): string {
  switch (whom.kind) {
    case 'family':
      return words('afspraken.wie.gezin');
    case 'person':
      return whom.name;
    case 'colleague':
      return whom.name ?? words('afspraken.wie.collega');
    case 'nobody':
      return words('afspraken.niemand');
  }
}
