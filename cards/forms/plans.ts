/** The plan on paper: made, agreed, ended. */
import { type FamilyCase, lifeDomainNames, type Plan } from '../../cases/index.ts';
import { choiceRef } from '../choice-ref.ts';
import { dutchDay } from '../dutch-date.ts';
import { dataLine, type Words } from '../elements.ts';
import type { Option } from '../inputs.ts';
import { shownName } from '../shown-text.ts';
import {
  optionalComingDay,
  optionalLine,
  pastDay,
  recordOf,
  recordsOf,
  requiredLine,
  requiredLines,
  someLines,
  ticks,
} from './fields.ts';
import { optionsOf, workForm } from './form.ts';

/** An application form is no plan, but it must be possible to write down that there is one. */
const otherKinds = ['ondersteuningsplan', 'hulpverleningsplan'];

export function membersOf({ family }: FamilyCase) {
  return family.kind === 'known' ? family.members : [];
}

/** Boxes carry no names, because clients read Markdown in them: the names stand in lines above. */
export function memberTitles(familyCase: FamilyCase, words: Words): readonly Option[] {
  const members = membersOf(familyCase);
  return members.map(({ id, role }, place) => {
    const number = members.slice(0, place + 1).filter((one) => one.role === role).length;
    return { title: words(`rol.${role}`, { nummer: String(number) }), value: choiceRef(id) };
  });
}

export function memberLines(familyCase: FamilyCase, words: Words) {
  const titles = memberTitles(familyCase, words);
  return membersOf(familyCase).map(({ name }, place) => dataLine(`${titles[place]?.title ?? ''}: ${shownName(name)}`));
}

const domainTitles = (words: Words) => lifeDomainNames.map((value) => ({ title: words(`leefgebied.${value}`), value }));

export const planForm = workForm({
  name: 'plan',
  shape: ({ familyCase, today }) => ({
    planKind: requiredLine,
    owner: optionalLine,
    members: recordsOf(membersOf(familyCase)),
    domains: ticks(lifeDomainNames),
    priorities: someLines,
    reviewBy: optionalComingDay(today),
    agreedBy: someLines,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase, planKinds }, words) => [
    ...field.select(
      'planKind',
      [...new Set([...planKinds, ...otherKinds])].map((value) => ({ title: value, value })),
    ),
    ...field.line('owner', { optional: true }),
    ...memberLines(familyCase, words),
    ...field.tick('members', memberTitles(familyCase, words)),
    ...field.tick('members', domainTitles(words), { input: 'domains', label: 'domains' }),
    ...field.paragraph('priorities', { optional: true }),
    ...field.paragraph('agreedBy', { optional: true, label: 'agreedBy.nu' }),
    ...field.day('reviewBy', { optional: true }),
    ...field.past('on', { label: 'on.plan' }),
  ],
  entry: ({ on, members, ...plan }) => ({
    kind: 'plan',
    on,
    plan: { ...plan, members: members.map(({ id }) => id) },
  }),
});

const titleOf = ({ planKind, agreedOn }: Plan) => (agreedOn === null ? planKind : `${planKind}, ${dutchDay(agreedOn)}`);
const open = ({ endedOn }: Plan) => endedOn === null;
const unagreed = (plan: Plan) => open(plan) && (plan.agreedOn === null || plan.agreedBy.length === 0);

export const planAgreedForm = workForm({
  name: 'plan-agreed',
  fits: ({ plans }) => plans.some(unagreed),
  shape: ({ familyCase, today }) => ({
    planId: recordOf(familyCase.plans),
    agreedBy: requiredLines,
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }) => [
    ...field.select('planId', optionsOf(familyCase.plans, unagreed, titleOf)),
    ...field.paragraph('agreedBy'),
    ...field.past(),
  ],
  entry: ({ planId, ...values }) => ({ kind: 'plan-agreed', planId: planId.id, ...values }),
});

export const planEndedForm = workForm({
  name: 'plan-ended',
  fits: ({ plans }) => plans.some(open),
  shape: ({ familyCase, today }) => ({ planId: recordOf(familyCase.plans), on: pastDay(today) }),
  inputs: (field, { familyCase }) => [
    ...field.select('planId', optionsOf(familyCase.plans, open, titleOf)),
    ...field.past('on', { label: 'on.einde' }),
  ],
  entry: ({ planId, on }) => ({ kind: 'plan-ended', planId: planId.id, on }),
});
