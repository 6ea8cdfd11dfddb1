/** The register of parties to refer to, and "van het kastje naar de muur" as a number. */
import type { CaseSettings, FamilyCase, Provider } from '../model.ts';

const plain = (name: string): string => name.trim().toLowerCase().replace(/\s+/g, ' ');

export const sameName = (one: string, other: string): boolean => plain(one) === plain(other);

export const providerNamed = (name: string, { providers }: Pick<CaseSettings, 'providers'>): Provider | undefined =>
  providers.find((provider) => sameName(provider.name, name) || provider.id === name);

/** Whether a referral asks for somebody who leads. */
export const isRegie = (purpose: string): boolean => /\bregie|\bregisseur/i.test(purpose);

export interface WallCount {
  readonly referrals: number;
  /** Referrals that ended in a refusal, a waiting list or a party that can't deliver. */
  readonly withoutResult: number;
  readonly parties: readonly { readonly to: string; readonly times: number }[];
}

/** "Van het kastje naar de muur": how often this family was sent somewhere for nothing, and where. */
export const wallCount = ({ referrals }: Pick<FamilyCase, 'referrals'>): WallCount => {
  const failed = referrals.filter(({ outcome }) => outcome.kind !== 'sent' && outcome.kind !== 'done');
  const names = failed.map(({ to }) => to);
  const parties = names
    .filter((name, place) => names.findIndex((other) => sameName(other, name)) === place)
    .map((to) => ({ to, times: names.filter((name) => sameName(name, to)).length }));
  return { referrals: referrals.length, withoutResult: failed.length, parties };
};
