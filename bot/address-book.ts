/** Where people can be reached, by address key (the actor id for workers). Plain data: no class of the SDK is stored. */
import { z } from 'zod';
import type { Address } from './arrival.ts';
import { makeLanes } from './lanes.ts';

export interface AddressBook {
  get(key: string): Promise<Address | undefined>;
  /** Resolves when it is on disk. */
  put(key: string, address: Address): Promise<void>;
  remove(key: string): Promise<void>;
  /** Everybody who can be reached. */
  keys(): Promise<readonly string[]>;
}

const address = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('web'), conversationId: z.string().min(1) }),
  z.object({
    kind: z.literal('teams'),
    conversationId: z.string().min(1),
    serviceUrl: z.string().min(1),
    tenantId: z.string().min(1),
    botId: z.string().min(1),
    userId: z.string().min(1),
  }),
]);
/** The book as one document on disk. */
export const addressBookDocument = z.object({ schema: z.literal(1), addresses: z.record(z.string(), address) });
type BookDocument = z.infer<typeof addressBookDocument>;

/** Kept by `durableJsonFile(path, addressBookDocument)` of register/. */
export interface AddressBookFile {
  /** `undefined` when nothing was written yet; throws when the file is damaged. */
  read(): Promise<BookDocument | undefined>;
  /** Resolves when the document is on disk. */
  write(document: BookDocument): Promise<void>;
}

/** `null` keeps the book in memory. An unreadable book stops the start: an empty one would lose every officer. */
export async function openAddressBook(file: AddressBookFile | null): Promise<AddressBook> {
  const lanes = makeLanes();
  let addresses = new Map<string, Address>(Object.entries((await file?.read())?.addresses ?? {}));

  const change = (edit: (next: Map<string, Address>) => void) =>
    lanes.run('book', async () => {
      const next = new Map(addresses);
      edit(next);
      // Memory follows the disk, never the other way round.
      if (file) await file.write({ schema: 1, addresses: Object.fromEntries(next) });
      addresses = next;
    });

  return {
    get: (key) => Promise.resolve(addresses.get(key)),
    put: (key, value) => change((next) => next.set(key, value)),
    remove: (key) => change((next) => next.delete(key)),
    keys: () => Promise.resolve([...addresses.keys()]),
  };
}

/** The same book, which tells when somebody can be reached somewhere else than before. */
export function tellingBook(book: AddressBook, onPut: (key: string) => Promise<void>): AddressBook {
  return {
    get: (key) => book.get(key),
    remove: (key) => book.remove(key),
    keys: () => book.keys(),
    async put(key, address) {
      await book.put(key, address);
      await onPut(key);
    },
  };
}
