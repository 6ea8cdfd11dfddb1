import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { makeFollowCode } from '../../cases/index.ts';
import { spoken } from '../../dialogs/plain-words.ts';
import { followCodeIn } from '../../dialogs/recognise.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { nationalKnowledge } from '../support/national-knowledge.ts';

const folder = new URL('../../knowledge/landelijk/intents/', import.meta.url);
const intent = z.object({ voorbeelden: z.array(z.string()) });
const examples = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .flatMap((name) => intent.parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).voorbeelden);

describe('a follow code among everything people say', () => {
  let knowledge: Knowledge;
  before(async () => {
    ({ knowledge } = await nationalKnowledge());
  });
  const takenForCode = (asSaid: (example: string) => string, expected: boolean) =>
    examples.filter((example) => followCodeIn(spoken(asSaid(example)), knowledge, expected) !== undefined);

  // "mtalla9a" and a phone number of eight digits are among the examples.
  const ways: readonly (readonly [string, (example: string) => string, boolean])[] = [
    ['as it is', (example) => example, false],
    ['after a code was asked for', (example) => example, true],
    ['in capitals', (example) => example.toUpperCase(), false],
    ['in capitals after a code was asked for', (example) => example.toUpperCase(), true],
    ['after the word code', (example) => `mijn code ${example}`, false],
    ['in capitals after the word code', (example) => `MIJN CODE ${example.toUpperCase()}`, false],
    ['before the word code', (example) => `${example} code`, false],
  ];
  for (const [way, asSaid, expected] of ways) {
    it(`is not seen in the example sentences ${way}, two at most`, () => {
      expect(examples.length).to.be.above(10_000);
      expect(takenForCode(asSaid, expected)).to.have.length.at.most(2);
    }).timeout(20_000);
  }

  const code = fc.uint8Array({ minLength: 5, maxLength: 5 }).map(makeFollowCode);
  const introduction = fc.constantFrom(
    'code ',
    'de code ',
    'mijn code is ',
    'volgcode: ',
    'met code ',
    'hier mijn code ',
  );
  it('is found where it is spelled sign by sign, and nothing else is said', () => {
    fc.assert(
      fc.property(
        code.filter(
          (typed) => /[A-Z]/.test(typed) && !typed.split('-').every((half) => knowledge.knows(half.toLowerCase())),
        ),
        fc.constantFrom(' ', '  ', '.', '-', ' - ', '_'),
        fc.boolean(),
        fc.constantFrom('', ' ', '.'),
        (typed, between, isSmall, end) => {
          const said = typed.replace('-', '').replace(/.(?=.)/g, (sign) => sign + between) + end;
          const found = followCodeIn(spoken(isSmall ? said.toLowerCase() : said), knowledge);
          expect(found).to.deep.equal({ code: typed, rest: ' ' });
        },
      ),
    );
  });

  it('is found alone with a dot or a low line between the halves, and no sentence end is one', () => {
    for (const said of ['VMQN_YKT1', 'vmqn.ykt1', 'VMQN.YKT1'])
      expect(followCodeIn(spoken(said), knowledge)?.code, said).to.equal('VMQN-YKT1');
    for (const said of [
      'Sinds 2019.Toen kwam school',
      'hij zit thuis.Niet goed',
      'mijn code werkt niet. a b c d e f g h',
    ])
      expect(followCodeIn(spoken(said), knowledge), said).to.equal(undefined);
  });

  it('is found after the word code in every notation in capitals, and is never another one', () => {
    fc.assert(
      fc.property(
        code,
        introduction,
        fc.constantFrom('-', ' ', ''),
        fc.boolean(),
        (typed, before, between, expected) => {
          const [first = '', second = ''] = typed.split('-');
          // Four digits beside an ordinary word are "sinds 2019".
          fc.pre(between !== ' ' || ![first, second].some((half) => /^\d+$/.test(half)));
          expect(followCodeIn(spoken(`${before}${first}${between}${second}`), knowledge, expected)?.code).to.equal(
            typed,
          );
        },
      ),
      { numRuns: 3000 },
    );
  });

  it('is found as it was shown, in capitals or not, with nothing else', () => {
    const digits = fc.stringMatching(/^[0-9]{4}-[3-9][0-9]{3}$/);
    fc.assert(
      fc.property(fc.oneof(code, digits), fc.boolean(), (typed, lower) => {
        expect(followCodeIn(spoken(lower ? typed.toLowerCase() : typed), knowledge)?.code).to.equal(typed);
      }),
      { numRuns: 3000 },
    );
  });
});
