/** What the desk can do with an escalation now, and what else there is to read. */
import { isOpen } from '../../cases/index.ts';
import type { CardElement } from '../adaptive-card.ts';
import { button, subheading, type Words } from '../elements.ts';
import { deskFormGroups } from './all-forms.ts';
import { type DeskFrame, mayAct } from './desk-view.ts';

export function deskButtons(frame: DeskFrame, words: Words): readonly CardElement[] {
  const { cardRef, escalation, viewer, chat } = frame;
  const groups = deskFormGroups.flatMap(([group, forms]) => {
    const actions = forms
      .filter((form) => form.fits({ escalation, viewer }))
      .map(({ name, atOnce }) =>
        button({ title: words(`bureau.knop.${name}`), verb: `${atOnce ? 'do' : 'form'}-${name}`, cardRef }),
      );
    return actions.length === 0 ? [] : [subheading(words(`bureau.groep.${group}`)), { type: 'ActionSet', actions }];
  });
  const reading = (['words', 'timeline', 'facts', 'norms', 'desk'] as const).map((verb) =>
    button({ title: words(`bureau.knop.${verb}`), verb, cardRef }),
  );
  const answered = escalation.complaints.some((one) => one.answered !== null);
  return [
    ...groups,
    subheading(words('bureau.groep.lezen')),
    {
      type: 'ActionSet',
      actions: [
        ...reading,
        ...(answered ? [button({ title: words('bureau.knop.answers'), verb: 'answers', cardRef })] : []),
        ...(chat === null ? [] : [{ type: 'Action.OpenUrl', title: words('bureau.knop.chat'), url: chat }]),
      ],
    },
  ];
}

/** Beside the decision itself. */
export function takeButton(frame: DeskFrame, words: Words): readonly CardElement[] {
  const { cardRef, escalation } = frame;
  if (!isOpen(escalation) || escalation.state.kind !== 'filed' || !mayAct(frame)) return [];
  return [button({ title: words('escalatie.oppakken'), verb: 'take', cardRef })];
}
