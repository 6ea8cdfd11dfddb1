/** Buttons that start something about a family. One reference does for all: the verb says which form. */
import type { CardElement } from './adaptive-card.ts';
import { button, subheading, type Words } from './elements.ts';
import { formGroups } from './forms/all-forms.ts';
import type { FormContext } from './forms/form.ts';

/** Everything that can be written down about this family now, by subject. */
export function menuButtons(
  cardRef: string,
  context: Pick<FormContext, 'familyCase'>,
  words: Words,
): readonly CardElement[] {
  return formGroups.flatMap(([subject, forms]) => {
    const actions = forms
      .filter((form) => form.fits(context))
      .map(({ name }) => button({ title: words(`knop.${name}`), verb: `new-${name}`, cardRef }));
    return actions.length === 0 ? [] : [subheading(words(`menu.${subject}`)), { type: 'ActionSet', actions }];
  });
}

export interface MainButtons {
  readonly cardRef: string;
  /** Whether there is a card of a family that is stuck. */
  readonly stuck: boolean;
  readonly aftercare: boolean;
}

/** What is needed most, on every card about a family. At most five, because Teams shows six. */
export function mainButtons({ cardRef, stuck, aftercare }: MainButtons, words: Words): readonly CardElement[] {
  return [
    button({ title: words('knop.signals'), verb: 'new-signals', cardRef }),
    button({ title: words('knop.request'), verb: 'new-request', cardRef }),
    ...(stuck ? [button({ title: words('knop.stuck'), verb: 'stuck', cardRef })] : []),
    ...(aftercare && !stuck ? [button({ title: words('knop.nazorg'), verb: 'aftercare', cardRef })] : []),
    button({ title: words('knop.gate'), verb: 'new-gate', cardRef }),
    button({ title: words('knop.menu'), verb: 'menu', cardRef }),
  ];
}
