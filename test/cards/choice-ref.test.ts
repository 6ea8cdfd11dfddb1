import { expect } from 'chai';
import { choiceRef } from '../../cards/choice-ref.ts';
import { recordOf, recordsOf } from '../../cards/forms/fields.ts';
import { maskBsn } from '../../cases/index.ts';

const numbered = (count: number) => Array.from({ length: count }, (_, at) => ({ id: `colleague-${at}` }));

describe('what a choice submits', () => {
  it('is never taken for a citizen service number, alone or among others, and is another one for every id', () => {
    const refs = numbered(20_000).map(({ id }) => choiceRef(id));
    expect(refs.filter((ref) => maskBsn(ref) !== ref || !/^[a-p]{16}$/.test(ref))).to.deep.equal([]);
    expect(maskBsn(refs.slice(0, 12).join(','))).to.equal(refs.slice(0, 12).join(','));
    expect(new Set(refs)).to.have.length(refs.length);
  });

  it('stands for the same record when the list is in another order, and for none when it is gone', () => {
    const [first, second, third] = numbered(3);
    if (first === undefined || second === undefined || third === undefined) throw new Error('There are three.');
    const ref = choiceRef(second.id);
    expect(recordOf([third, second, first]).parse(ref)).to.equal(second);
    for (const gone of [ref, '', '0', '1', '__proto__'])
      expect(recordOf([third, first]).safeParse(gone).success, gone).to.equal(false);
  });

  it('is a fault among boxes when one of them is there no more, and nothing when none is ticked', () => {
    const members = numbered(12);
    const all = members.map(({ id }) => choiceRef(id));
    expect(recordsOf(members).parse(all.toReversed().join(','))).to.deep.equal(members);
    expect(recordsOf(members).parse('')).to.deep.equal([]);
    expect(recordsOf(members.slice(1)).safeParse(all.join(',')).success).to.equal(false);
    expect(recordsOf(members).safeParse('0,1').success).to.equal(false);
  });
});
