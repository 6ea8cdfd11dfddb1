/** The leefgebieden of one member of the family. */
import { z } from 'zod';
import { type LifeDomain, lifeDomainNames } from '../../cases/index.ts';
import { pastDay, recordOf } from './fields.ts';
import { optionsOf, workForm } from './form.ts';
import { membersOf } from './plans.ts';

const states = ['well', 'attention', 'concern'] as const;
/** The first input carries the name of the field, so that a fault of the whole list stands above it. */
const inputOf = (domain: LifeDomain) =>
  domain === lifeDomainNames[0] ? 'looks' : `look_${domain.replaceAll('-', '_')}`;
const state = z.enum(states).nullable().catch(null);

export const lifeDomainsForm = workForm({
  name: 'life-domains',
  fits: (familyCase) => membersOf(familyCase).length > 0,
  shape: ({ familyCase, today, attempt }) => ({
    memberId: recordOf(membersOf(familyCase)),
    looks: z
      .string()
      .default('')
      .transform(() =>
        lifeDomainNames.flatMap((domain) => {
          const found = state.parse(attempt.typed[inputOf(domain)]);
          return found === null ? [] : [{ domain, state: found }];
        }),
      )
      .refine((looks) => looks.length > 0),
    on: pastDay(today),
  }),
  inputs: (field, { familyCase }, words) => [
    ...field.select(
      'memberId',
      optionsOf(
        membersOf(familyCase),
        () => true,
        ({ name }) => name,
      ),
    ),
    ...field.explain('werk.life-domains.uitleg'),
    ...lifeDomainNames.flatMap((domain) =>
      field.select(
        'looks',
        states.map((value) => ({ title: words(`stand.${value}`), value })),
        { input: inputOf(domain), label: `looks.${domain}`, optional: true },
      ),
    ),
    ...field.past(),
  ],
  entry: ({ memberId, ...values }) => ({ kind: 'life-domains', memberId: memberId.id, ...values }),
});
