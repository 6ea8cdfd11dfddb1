import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { addressBookDocument, openAddressBook } from '../../bot/address-book.ts';
import type { Address } from '../../bot/arrival.ts';
import { durableJsonFile } from '../../register/index.ts';

const officer: Address = {
  kind: 'teams',
  conversationId: 'a:officer',
  serviceUrl: 'https://smba.trafficmanager.net/emea/',
  tenantId: 'tenant',
  botId: '28:bot',
  userId: '29:officer',
};

describe('bot/address-book', () => {
  let folder: string;
  const file = () => durableJsonFile(join(folder, 'addresses.json'), addressBookDocument);
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'address-book-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('knows after a restart what was put and what was removed', async () => {
    const book = await openAddressBook(file());
    await Promise.all([book.put('officer-1', officer), book.put('officer-2', officer), book.remove('officer-2')]);
    const again = await openAddressBook(file());
    expect(await again.get('officer-1')).to.deep.equal(officer);
    expect(await again.get('officer-2')).to.equal(undefined);
  });

  it('keeps names of JavaScript apart from addresses', async () => {
    const book = await openAddressBook(file());
    expect(await book.get('__proto__')).to.equal(undefined);
    expect(await book.get('constructor')).to.equal(undefined);
  });

  it('keeps what it had in memory when a write fails', async () => {
    const written: unknown[] = [];
    const book = await openAddressBook({
      read: () => Promise.resolve(undefined),
      write: (document) => (written.push(document) > 1 ? Promise.reject(new Error('disk full')) : Promise.resolve()),
    });
    await book.put('officer-1', officer);
    const failed = await book.remove('officer-1').catch((error: unknown) => error);
    expect(failed).to.be.instanceOf(Error);
    expect(await book.get('officer-1')).to.deep.equal(officer);
  });

  it('refuses to start from a damaged file', async () => {
    await writeFile(join(folder, 'addresses.json'), '{"schema":1,"addresses":{"officer-1":{"kind":"teams"}}}');
    const opened = await openAddressBook(file()).catch((error: unknown) => error);
    expect(opened).to.be.instanceOf(Error);
  });
});
