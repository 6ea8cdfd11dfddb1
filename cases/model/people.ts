/** Who acts. A parent is anonymous: `address` only says where an answer can be left. Authority comes from the role table. */
export type Actor =
  | { readonly kind: 'parent'; readonly address: string }
  | { readonly kind: 'worker'; readonly id: string; readonly name: string }
  | { readonly kind: 'officer'; readonly id: string; readonly name: string };

export type StaffActor = Exclude<Actor, { kind: 'parent' }>;
