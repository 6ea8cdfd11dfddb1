/** Names of today beside what was promised: ids stand in the case, names in the table of roles. */
import type { Tracked } from '../rules/tracked.ts';
import type { Whom } from '../rules/whom.ts';

type NameOf = (actorId: string) => Promise<string | undefined>;

/** Asks for every id once. A name that was typed as an id is found too. */
export const namedNow = (nameOf: NameOf): ((promise: Tracked) => Promise<Tracked>) => {
  const asked = new Map<string, Promise<string | undefined>>();
  const now = async (whom: Whom): Promise<Whom> => {
    if (whom.kind !== 'colleague' && whom.kind !== 'person') return whom;
    const key = whom.kind === 'colleague' ? whom.id : whom.name;
    const asking = asked.get(key) ?? nameOf(key);
    asked.set(key, asking);
    const name = await asking;
    return name === undefined ? whom : { ...whom, name };
  };
  return async (promise) => ({
    ...promise,
    toWhom: await now(promise.toWhom),
    byWhom: await now(promise.byWhom),
  });
};
