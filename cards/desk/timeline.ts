/** The steps of an escalation: who did what on which day, and why. */
import type { EscalationStep } from '../../cases/index.ts';
import type { AdaptiveCard, CardElement } from '../adaptive-card.ts';
import { dutchDate, dutchDay } from '../dutch-date.ts';
import { adaptiveCard, button, fact, heading, line, type Words } from '../elements.ts';
import type { DeskFrame } from './desk-view.ts';
import { mixed, newest, shortened } from './lines.ts';
import { authorName } from './names.ts';
import { withinSize } from '../within-size.ts';

const REASON = 300;
const LONG_REASON = 1500;
const MOST_STEPS = 40;

export function stepLines(step: EscalationStep, longest: number, words: Words): readonly CardElement[] {
  const { kind, at, by, reason, day } = step;
  return [
    mixed({ data: dutchDate(at), strong: true }, `: ${words(`bureau.stap.${kind}`)}, `, {
      data: authorName(by, words),
    }),
    ...(day === null ? [] : [mixed(`${words('bureau.stap-dag')} `, { data: dutchDay(day) })]),
    ...(reason === null ? [] : shortened(reason, longest, words)),
  ];
}

/** The last steps, for on the card itself. */
export function lastSteps({ escalation }: DeskFrame, most: number, words: Words): readonly CardElement[] {
  return newest(escalation.steps, most, (step) => stepLines(step, REASON, words), words('bureau.eerdere-stappen'));
}

/** Every step that fits, the newest below, with what was said about it. */
export function timelineCard(frame: DeskFrame, words: Words): AdaptiveCard {
  const { cardRef, escalation } = frame;
  const { comments } = escalation;
  const about = (step: EscalationStep) => comments.filter((one) => one.about === step.id || one.id === step.about);
  return withinSize((scale) =>
    adaptiveCard({
      fallbackText: words('escalatie.samenvatting'),
      body: [
        heading(words('bureau.tijdlijn')),
        fact(words('kaart.nummer'), escalation.number),
        ...(escalation.steps.length === 0 ? [line(words('bureau.geen-stappen'))] : []),
        ...newest(
          escalation.steps,
          MOST_STEPS * scale,
          (step) => [
            ...stepLines(step, LONG_REASON * scale, words),
            ...about(step).flatMap(({ words: said }) => shortened(said.text, LONG_REASON * scale, words)),
          ],
          words('bureau.eerdere-stappen'),
        ),
      ],
      actions: [button({ title: words('bureau.knop.terug'), verb: 'open', cardRef })],
    }),
  );
}
