/** Who acts. A parent is anonymous: `address` only says where an answer can be left. Authority comes from the role table. */
export type Actor =
  | { readonly kind: 'parent'; readonly address: string }
  | { readonly kind: 'worker'; readonly id: string; readonly name: string }
  | { readonly kind: 'officer'; readonly id: string; readonly name: string };

export type StaffActor = Exclude<Actor, { kind: 'parent' }>;

/**
 * Who did something. The parent has no name here; `system`: a day passed, or the stuck rules acted. `filing`: id of the
 * filing whose follow code was used, when several people filed; absent: the one that the escalation began with.
 */
export type Author =
  | { readonly kind: 'parent'; readonly filing?: string }
  | { readonly kind: 'worker' | 'officer'; readonly id: string; readonly name: string }
  | { readonly kind: 'system' };

export interface Named {
  readonly id: string;
  readonly name: string;
}
