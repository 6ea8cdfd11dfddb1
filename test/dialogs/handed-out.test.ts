import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { cardRefSchema } from '../../cards/inputs.ts';
import { maskBsn } from '../../cases/index.ts';
import { handOut } from '../../dialogs/handed-out.ts';

describe('the reference on a card', () => {
  const now = () => new Date('2026-11-22T12:00:00.000Z');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

  it('never holds what would be taken for a citizen service number, so that every press arrives', () => {
    const dead: string[] = [];
    for (let count = 0; count < 20_000; count += 1) {
      const newId = () => `id-${String(count).padStart(5, 'x')}-card-of-somebody`;
      const ref = handOut({ now, sha256, newId }, 'raalte');
      if (maskBsn(ref) !== ref || !cardRefSchema.safeParse(ref).success) dead.push(ref);
    }
    expect(dead).to.deep.equal([]);
  });
});
