import type { AdaptiveCard } from './adaptive-card.ts';
import { adaptiveCard, button, fact, heading, type Words } from './elements.ts';
import type { FormContext } from './forms/form.ts';
import { menuButtons } from './work-buttons.ts';

export interface MenuView extends Pick<FormContext, 'familyCase'> {
  readonly cardRef: string;
  readonly label: string;
}

/** Everything that can be written down about one family. */
export function menuCard({ cardRef, label, familyCase }: MenuView, words: Words): AdaptiveCard {
  return adaptiveCard({
    fallbackText: words('werk.samenvatting'),
    body: [
      heading(words('menu.kop')),
      fact(words('kaart.gezin'), label),
      ...menuButtons(cardRef, { familyCase }, words),
    ],
    actions: [
      button({ title: words('knop.gate'), verb: 'new-gate', cardRef }),
      ...(familyCase.stuck.findings.length === 0
        ? []
        : [button({ title: words('knop.stuck'), verb: 'stuck', cardRef })]),
      button({ title: words('knop.check'), verb: 'check', cardRef }),
    ],
  });
}
