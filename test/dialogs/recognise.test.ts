import { expect } from 'chai';
import { patternBook, patternOf, plainWords, saysInOrder, spoken } from '../../dialogs/plain-words.ts';
import { followCodeIn, isOnlyFollowCode, plainInterruptIn } from '../../dialogs/recognise.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { cpuMsOf } from '../support/cpu-time.ts';

const knowledge = aKnowledge();

describe('recognising a follow code', () => {
  const codes: readonly (readonly [string, string])[] = [
    ['K7QP-3M2X', 'K7QP-3M2X'],
    ['k7qp-3m2x', 'K7QP-3M2X'],
    ['Hoe staat het met K7QP-3M2X?', 'K7QP-3M2X'],
    ['k7qp 3m2x', 'K7QP-3M2X'],
    ['mijn code is k7qp3m2x.', 'K7QP-3M2X'],
    ['K7QP – 3M2X', 'K7QP-3M2X'],
    ['ktqp-xmgx', 'KTQP-XMGX'],
    ['KTQP-XMGX graag', 'KTQP-XMGX'],
    ['koqp-im2x', 'K0QP-1M2X'],
    ['code K7QP 3M2X', 'K7QP-3M2X'],
    ['de code k7qp 3m2x', 'K7QP-3M2X'],
    ['Hier mijn code: K7QP 3M2X graag', 'K7QP-3M2X'],
    ['yoga k7qp xmgx, dat is de code', 'K7QP-XMGX'],
    ['mijn code is PHJS NSDP', 'PHJS-NSDP'],
    ['volgcode PHJSNSDP', 'PHJS-NSDP'],
    ['ik heb code mnvgnenz', 'MNVG-NENZ'],
    ['mijn code is gays damy', 'GAYS-DAMY'],
    ['hoe staat het met PHJS NSDP', 'PHJS-NSDP'],
    ['"phjs-nsdp."', 'PHJS-NSDP'],
    ['5620-1903', '5620-1903'],
    [' 5620-1903.', '5620-1903'],
  ];
  for (const [text, code] of codes) {
    it(`finds ${code} in "${text}"`, () => {
      expect(followCodeIn(spoken(text), knowledge)?.code).to.equal(code);
    });
  }

  const noCodes = [
    'mijn kind',
    'ons mini-team van het CJG',
    'sinds 2019 vast',
    'in 2024-2025 ging het mis',
    'bel 0572-123456',
    'K7QP-3M2X9',
    'ik wil mama-papa dagen',
    '2024-2025',
    'van 5620-1903',
    'volgcode',
    'IK HEB GEEN CODE GEKREGEN',
    'de code is verkeerd',
    'MIJN VOLGCODE IS WEG',
  ];
  for (const text of noCodes) {
    it(`finds none in "${text}"`, () => {
      expect(followCodeIn(spoken(text), knowledge)).to.equal(undefined);
    });
  }

  for (const typed of ['ktqp xmgx', 'ktqpxmgx', '2345 6789', '23456789']) {
    it(`takes "${typed}" for a code only after one was asked for`, () => {
      expect(followCodeIn(spoken(typed), knowledge)).to.equal(undefined);
      expect(followCodeIn(spoken(typed), knowledge, true)?.code).to.match(/^.{4}-.{4}$/);
    });
  }

  it('finds the same code in the same words after one was asked for', () => {
    for (const before of ['code', 'De code', 'ik kreeg code', 'met code', 'hier mijn code', 'mijn', 'Mijn'])
      for (const typed of ['K7QP 3M2X', 'PHJS NSDP', 'PHJSNSDP'])
        expect(followCodeIn(spoken(`${before} ${typed}`), knowledge, true)?.code, `${before} ${typed}`).to.equal(
          `${typed.slice(0, 4)}-${typed.slice(-4)}`,
        );
  });

  it('takes a sentence for a sentence, also after a code was asked for', () => {
    expect(followCodeIn(spoken('mijn kind is weer thuis'), knowledge, true)).to.equal(undefined);
  });

  it('tells a message that is only a code from one that holds a code', () => {
    expect(isOnlyFollowCode(spoken(' k7qp-3m2x '), knowledge)).to.equal(true);
    expect(isOnlyFollowCode(spoken('Mijn vorige vraag K7QP-3M2X hielp niet'), knowledge)).to.equal(false);
  });

  it('takes less than 50 milliseconds over a hostile text', () => {
    const hostile = [
      'A1B2-'.repeat(1600),
      'AAAA '.repeat(1600),
      `${' '.repeat(4000)}-${' '.repeat(3999)}`,
      '1234'.repeat(2000),
      `${' '.repeat(4000)}${'AAAA '.repeat(800)}`,
    ];
    for (const text of hostile) {
      expect(cpuMsOf(() => followCodeIn(spoken(text), knowledge))).to.be.lessThan(50);
    }
  });
});

describe('recognising what always works', () => {
  it('hears stop, back, again and a person as whole messages', () => {
    expect(
      ['Stop!', 'terug', 'opnieuw', 'Ik wil een mens spreken.'].map((text) =>
        plainInterruptIn(plainWords(text), knowledge),
      ),
    ).to.deep.equal(['stop', 'back', 'again', 'human']);
  });

  it('does not stop a talk for a sentence with the word stop in it', () => {
    expect(plainInterruptIn('ze willen de hulp stop zetten', knowledge)).to.equal(undefined);
  });
});

describe('words that start a flow', () => {
  it('may have up to three other words between them, in order', () => {
    expect(
      saysInOrder(
        'heeft gezin de vries een plan en een regisseur'.split(' '),
        patternBook([patternOf('een plan een regisseur')]),
      ),
    ).to.equal(true);
    expect(
      saysInOrder('een regisseur en een plan'.split(' '), patternBook([patternOf('een plan een regisseur')])),
    ).to.equal(false);
    expect(
      saysInOrder(
        'een plan dat wij met ons allen een regisseur'.split(' '),
        patternBook([patternOf('een plan een regisseur')]),
      ),
    ).to.equal(false);
  });

  it('may match the start of a word', () => {
    expect(saysInOrder('controleert u dit gezin'.split(' '), patternBook([patternOf('controleer* gezin')]))).to.equal(
      true,
    );
  });
});
