/** The decision: yes or no with its grounds, the order that comes with it, and "not for us". */
import { z } from 'zod';
import { type Blocker, blockers, type Day, type DecisionInput, isOpen } from '../../cases/index.ts';
import { comingDay, optionalLine, reason, requiredLine, requiredText } from '../forms/fields.ts';
import { typedValues } from '../inputs.ts';
import { type DeskFields, deskForm, SHORT_TEXT } from './desk-form.ts';
import { mayAct } from './desk-view.ts';
import type { Words } from '../elements.ts';

const verdicts = ['granted', 'refused'] as const;
/** Blockers that are somebody's rule; the rules refuse a bare no on them too. */
const onRules: readonly string[] = ['law', 'partner-rule', 'own-institution'] satisfies readonly Blocker[];

export const shortText = z
  .string()
  .max(SHORT_TEXT)
  .default('')
  .transform((text) => (text.trim() === '' ? null : text));
export const maybeBlocker = z
  .string()
  .default('')
  .transform((text) => blockers.find((one) => one === text) ?? null);
/** A box that was ticked. */
export const ticked = z
  .string()
  .default('')
  .transform((text) => text === 'ja');

export const groundsShape = {
  blocker: maybeBlocker,
  rule: optionalLine,
  alternative: shortText,
  maatwerk: ticked,
};

export function groundsInputs(field: DeskFields, words: Words) {
  return [
    ...field.select(
      'blocker',
      blockers.map((value) => ({ title: words(`bureau.blok.${value}`), value })),
      { optional: true },
    ),
    ...field.line('rule', { optional: true }),
    ...field.paragraph('alternative', { optional: true, maxLength: SHORT_TEXT }),
    ...field.tick('maatwerk', [{ title: words('bureau.maatwerk'), value: 'ja' }]),
  ];
}

/** No bare refusal: shown at the field that would mend it. */
export function bareRefusal(data: unknown): readonly string[] {
  const { verdict, blocker = '', rule = '', alternative = '', maatwerk } = typedValues(data);
  const onRule = rule.trim() !== '' || onRules.includes(blocker);
  return verdict === 'refused' && onRule && alternative.trim() === '' && maatwerk !== 'ja' ? ['alternative'] : [];
}

const decisionShape = (today: string) => ({
  verdict: z.enum(verdicts),
  reason,
  effectiveOn: comingDay(today),
  ...groundsShape,
});

function decisionInputs(field: DeskFields, words: Words) {
  return [
    ...field.pick('verdict', verdicts, (value) => words(`escalatie.verdict.${value}`)),
    ...field.paragraph('reason', { label: 'decision-reason' }),
    ...field.day('effectiveOn'),
    ...groundsInputs(field, words),
  ];
}

const isOnDesk = (view: { readonly escalation: Parameters<typeof isOpen>[0] }) => isOpen(view.escalation);

export type DecisionRead =
  | { readonly kind: 'decision'; readonly input: DecisionInput }
  | { readonly kind: 'wrong'; readonly fields: readonly string[] };

/** What the plain decision submits; nothing of the case is needed to read it. */
export function readDecision(data: unknown, today: Day): DecisionRead {
  const parsed = z.object(decisionShape(today)).safeParse(data);
  const alone = parsed.success ? [] : parsed.error.issues.map(({ path: [field] }) => String(field));
  const fields = [...new Set([...alone, ...bareRefusal(data)])];
  return parsed.success && fields.length === 0 ? { kind: 'decision', input: parsed.data } : { kind: 'wrong', fields };
}

export const decideForm = deskForm({
  name: 'decide',
  fits: (view) => isOnDesk(view) && mayAct(view),
  shape: ({ today }) => decisionShape(today),
  inputs: (field, _view, words) => decisionInputs(field, words),
  together: bareRefusal,
  action: (values) => ({ kind: 'decide', ...values }),
});

export function orderInputs(field: DeskFields) {
  return [
    ...field.line('orderTo'),
    ...field.paragraph('orderWhat', { maxLength: SHORT_TEXT }),
    ...field.paragraph('orderBasis', { maxLength: SHORT_TEXT }),
    ...field.day('orderDue'),
  ];
}

export const orderShape = (today: string) => ({
  orderTo: requiredLine,
  orderWhat: requiredText.refine((text) => text.length <= SHORT_TEXT),
  orderBasis: requiredText.refine((text) => text.length <= SHORT_TEXT),
  orderDue: comingDay(today),
});

interface OrderValues {
  readonly orderTo: string;
  readonly orderWhat: string;
  readonly orderBasis: string;
  readonly orderDue: string;
}

export const orderOf = ({ orderTo, orderWhat, orderBasis, orderDue }: OrderValues) => ({
  to: orderTo,
  what: orderWhat,
  basis: orderBasis,
  due: orderDue,
});

/** A decision and the order to an organisation in one. */
export const decideWithOrderForm = deskForm({
  name: 'decide-order',
  fits: (view) => isOnDesk(view) && mayAct(view),
  shape: ({ today }) => ({ ...decisionShape(today), ...orderShape(today) }),
  inputs: (field, _view, words) => [...decisionInputs(field, words), ...orderInputs(field)],
  together: bareRefusal,
  action: ({ orderTo, orderWhat, orderBasis, orderDue, ...values }) => ({
    kind: 'decide',
    ...values,
    order: orderOf({ orderTo, orderWhat, orderBasis, orderDue }),
  }),
});

export const elsewhereForm = deskForm({
  name: 'elsewhere',
  fits: (view) => isOnDesk(view) && mayAct(view),
  shape: ({ today }) => ({ to: requiredLine, reason, effectiveOn: comingDay(today) }),
  inputs: (field) => [
    ...field.line('to', { label: 'elsewhere-to' }),
    ...field.paragraph('reason'),
    ...field.day('effectiveOn', { label: 'elsewhere-on' }),
  ],
  action: (values) => ({ kind: 'decide', verdict: 'elsewhere', ...values }),
});
