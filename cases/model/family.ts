/** A life domain (leefgebied) of the check, source TSD; see docs/glossary.md. */
export const lifeDomainNames = [
  'werk-inkomen-schulden',
  'wonen',
  'maatschappelijke-ondersteuning',
  'onderwijs',
  'jeugdhulp',
  'veiligheid',
  'gezondheid',
] as const;

export type LifeDomain = (typeof lifeDomainNames)[number];

export interface Member {
  readonly id: string;
  readonly name: string;
  readonly role: 'ouder' | 'kind' | 'anders';
}

/** `unmatched`: a parent filed without login; a worker matches it to a family later, and that is logged. */
export type Family =
  | {
      readonly kind: 'known';
      readonly label: string;
      readonly members: readonly Member[];
      readonly domains: readonly LifeDomain[];
    }
  | { readonly kind: 'unmatched' };
