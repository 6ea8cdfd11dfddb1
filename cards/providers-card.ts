import type { AdaptiveCard, CardElement } from './adaptive-card.ts';
import { adaptiveCard, heading, line, run, runs, type Words } from './elements.ts';
import type { Providers } from './forms/form.ts';
import { providerTitle } from './forms/referrals.ts';

const MOST_PROVIDERS = 30;

/** The register of parties to refer to: can it lead, since when is there a waiting list, which registration, what does it deliver. */
export function providersCard(providers: Providers, words: Words): AdaptiveCard {
  const shown = providers.slice(0, MOST_PROVIDERS);
  return adaptiveCard({
    fallbackText: words('aanbieder.samenvatting'),
    body: [
      heading(words('aanbieder.kop')),
      ...(providers.length === 0 ? [line(words('aanbieder.geen'))] : []),
      ...shown.flatMap((provider) => providerLines(provider, words)),
      ...(shown.length < providers.length ? [line(words('aanbieder.meer'))] : []),
    ],
  });
}

function providerLines(provider: Providers[number], words: Words): readonly CardElement[] {
  const { naam, registraties, levert } = provider;
  const about = providerTitle(provider, words).slice(naam.length + 2);
  return [
    runs(run(naam, { bold: true }), { type: 'TextRun', text: `: ${about}` }),
    ...(levert.length === 0
      ? []
      : [runs({ type: 'TextRun', text: `${words('aanbieder.levert')} ` }, run(levert.join(', ')))]),
    ...(registraties.length === 0
      ? []
      : [runs({ type: 'TextRun', text: `${words('aanbieder.registratie')} ` }, run(registraties.join(', ')))]),
  ];
}
