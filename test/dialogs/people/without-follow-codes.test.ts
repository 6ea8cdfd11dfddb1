import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { readKnowledge } from '../../../bot/read-knowledge.ts';
import { makeFollowCode } from '../../../cases/index.ts';
import { withoutFollowCodes } from '../../../dialogs/people/without-follow-codes.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import { textOf } from '../../support/a-knowledge.ts';

const LEFT_OUT = textOf('samen.code-weg');
const bare = (text: string) =>
  text
    .replaceAll(LEFT_OUT, '|')
    .toUpperCase()
    .replace(/[^0-9A-Z|]/g, '');
const separators = [
  '-',
  ' - ',
  '.',
  '/',
  '_',
  ':',
  '*',
  ' ',
  '  ',
  '\n',
  '\t',
  ', ',
  '\u200b-',
  '\u2013',
  ' / ',
  '...',
];
/** A half of digits only beside a word reads as a number: "1200 keer". */
const mixed = ({ first, second }: { readonly first: string; readonly second: string }) =>
  ![first, second].some((half) => /^\d+$/.test(half));
const code = fc.uint8Array({ minLength: 5, maxLength: 5 }).map((bytes) => {
  const [first = '', second = ''] = makeFollowCode(bytes).split('-');
  return { first, second };
});
const asTyped = (text: string, lower: boolean) => (lower ? text.toLowerCase() : text);

describe('a follow code for the eyes of others', () => {
  let knowledge: Knowledge;
  before(async () => {
    knowledge = await readKnowledge(join(import.meta.dirname, '../../..'), null);
  });
  const shows = (
    text: string,
    { first, second }: { readonly first: string; readonly second: string },
    own?: string,
  ) => {
    const left = bare(withoutFollowCodes(text, knowledge, own));
    return left.includes(first) || left.includes(second);
  };

  it('is left out with anything between the halves, in capitals or not, whatever stands around it', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...separators), fc.boolean(), (typed, between, lower) => {
        fc.pre(mixed(typed));
        const text = asTyped(`${typed.first}${between}${typed.second}`, lower);
        for (const [before, after] of [
          ['het is ', ' dacht ik'],
          ['(', ')'],
          ['', ''],
          ...(/\s/.test(between) ? [] : [['Jaap: ', ', ziet u?'] as const]),
        ] as const)
          expect(shows(`${before}${text}${after}`, typed), text).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is left out in one piece, in pairs and letter by letter', () => {
    fc.assert(
      fc.property(code, fc.boolean(), (typed, lower) => {
        const whole = typed.first + typed.second;
        fc.pre(/\d/.test(whole) && /[A-Z]/.test(whole) && mixed(typed));
        const isMixed = /^(..)*(\d[A-Z]|[A-Z]\d)/.test(whole);
        const pairs = whole.match(/../g)?.join(' ') ?? '';
        for (const text of [
          whole,
          ...(isMixed ? [pairs] : []),
          Array.from(whole).join(' '),
          `${typed.first}-${typed.second}x`,
        ])
          expect(shows(asTyped(`het is ${text}`, lower), typed), text).to.equal(false);
      }),
      { numRuns: 500 },
    );
  });

  it('is left out in digits only, and in two parts with words between, when it is called a code', () => {
    for (const typed of ['1234-5678', '1234 5678', '12345678'])
      expect(withoutFollowCodes(`mijn code is ${typed}`, knowledge)).to.equal(`mijn code is ${LEFT_OUT}`);
    expect(withoutFollowCodes('mijn code is K7QP en dan 3M2X', knowledge)).to.equal(
      `mijn code is ${LEFT_OUT} en dan ${LEFT_OUT}`,
    );
  });

  it('is left out when it reads like words, where a code is spoken of and where nothing else is said', () => {
    for (const typed of ['afyzsgeh', 'VN CC 46 08', 'em je wr kr'])
      expect(withoutFollowCodes(`mijn volgcode: ${typed}`, knowledge)).to.equal(`mijn volgcode: ${LEFT_OUT}`);
    expect(withoutFollowCodes('afyzsgeh', knowledge)).to.equal(LEFT_OUT);
    fc.assert(
      fc.property(code, fc.boolean(), fc.constantFrom(1, 2), ({ first, second }, lower, count) => {
        fc.pre(!knowledge.knows((first + second).toLowerCase()));
        const whole = count === 1 ? first + second : ((first + second).match(/../g)?.join(' ') ?? '');
        const shown = withoutFollowCodes(`volgcode: ${asTyped(whole, lower)}`, knowledge);
        expect(shown).to.equal(`volgcode: ${LEFT_OUT}`);
      }),
      { numRuns: 3000 },
    );
  });

  it('is left out in every way, and by halves, when it is the code of this conversation', () => {
    fc.assert(
      fc.property(code, fc.constantFrom(...separators, '', ' en dan '), fc.boolean(), (typed, between, lower) => {
        // The words around may spell half a code by themselves: "en dan" holds ENDA.
        fc.pre(![typed.first, typed.second].some((half) => bare('het is en dan dacht ik eerst').includes(half)));
        const text = asTyped(`het is ${typed.first}${between}${typed.second} dacht ik`, lower);
        const own = `${typed.first}-${typed.second}`;
        expect(shows(text, typed, own), text).to.equal(false);
        expect(shows(asTyped(`eerst ${typed.first}`, lower), typed, own)).to.equal(false);
        const spelled = Array.from(typed.first + typed.second).join(' ');
        expect(shows(asTyped(spelled, lower), typed, own), spelled).to.equal(false);
      }),
      { numRuns: 500 },
    );
    expect(withoutFollowCodes('het is koqp 3mix', knowledge, 'K0QP-3M1X')).to.equal(`het is ${LEFT_OUT}`);
  });

  it('leaves nothing else out with it, and ordinary words and numbers stay', () => {
    expect(withoutFollowCodes('mijn code is K7QP-3M2X, ziet u?', knowledge)).to.equal(
      `mijn code is ${LEFT_OUT}, ziet u?`,
    );
    expect(withoutFollowCodes('Mijn K7QP 3M2X geef ik', knowledge)).to.equal(`Mijn ${LEFT_OUT} geef ik`);
    for (const words of [
      'mijn kind gaat niet naar school',
      'Ik wil dood. Help mij.',
      'De begeleiding verloopt moeizaam en Mohammed is er de dupe van.',
      'In 2019 ging het mis, op 23-11-2026 weer.',
      'Bel 0800-2000, of mij: 06 12345678.',
      'Wij zijn met 4 in 1 kamer van 12 m2.',
    ])
      expect(withoutFollowCodes(words, knowledge, 'K7QP-3M2X')).to.equal(words);
  });

  it('takes little time for the longest message', () => {
    const began = performance.now();
    withoutFollowCodes('a b c d '.repeat(1_000), knowledge, 'K7QP-3M2X');
    expect(performance.now() - began).to.be.lessThan(1_000);
  });
});
