import { expect } from 'chai';
import fc from 'fast-check';
import { formatFollowCode, makeFollowCode, normaliseFollowCode } from '../../../cases/index.ts';

describe('follow code', () => {
  it('shows forty bits as eight characters in two groups', () => {
    expect(makeFollowCode(new Uint8Array([0, 0, 0, 0, 0]))).to.equal('0000-0000');
    expect(makeFollowCode(new Uint8Array([255, 255, 255, 255, 255]))).to.equal('ZZZZ-ZZZZ');
    expect(makeFollowCode(new Uint8Array([0, 0, 0, 0, 33]))).to.equal('0000-0011');
    expect(() => makeFollowCode(new Uint8Array(4))).to.throw(/5 random bytes/);
  });

  it('reads a code however it was copied', () => {
    for (const typed of ['K7QP-3M2X', 'k7qp3m2x', ' K7QP 3M2X ', 'K7-QP-3M-2X', 'K7QP\u20133M2X', 'K7QP\u00A03M2X'])
      expect(normaliseFollowCode(typed), typed).to.equal('K7QP3M2X');
    expect(normaliseFollowCode('oOiI-lL10')).to.equal('00111110');
    expect(formatFollowCode('K7QP3M2X')).to.equal('K7QP-3M2X');
  });

  it('knows what can be no code', () => {
    for (const typed of [
      '',
      'K7QP-3M2',
      'K7QP-3M2XX',
      'K7QP-3M2U',
      'K7QP-3M2!',
      'heel iets anders',
      'K7QP-3M2X'.repeat(9),
    ])
      expect(normaliseFollowCode(typed), typed).to.equal(undefined);
  });

  it('is read back as it was made, and no two values share a code', () => {
    const bytes = fc.uint8Array({ minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(bytes, bytes, (one, other) => {
        const code = makeFollowCode(one);
        expect(formatFollowCode(normaliseFollowCode(code.toLowerCase()) ?? '')).to.equal(code);
        expect(code === makeFollowCode(other)).to.equal(one.every((byte, index) => byte === other[index]));
      }),
    );
  });
});
