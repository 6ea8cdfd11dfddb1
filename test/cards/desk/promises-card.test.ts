import { expect } from 'chai';
import fc from 'fast-check';
import {
  forSubmit,
  partOfPromises,
  type PromiseRow,
  promisesCard,
  promisesInOrder,
  wordsOf,
} from '../../../cards/index.ts';
import type { Tracked } from '../../../cases/index.ts';
import { aKnowledge } from '../../support/a-knowledge.ts';
import { wherein } from '../../support/card-walk.ts';

const words = wordsOf(aKnowledge());
const MOST_BYTES = 28_000;

const aPromise = (part: Partial<Tracked> = {}): Tracked => ({
  kind: 'promise',
  id: 'promise-1',
  number: null,
  what: 'Wij bellen elke week.',
  owner: 'Wil Werker',
  toWhom: { kind: 'family' },
  byWhom: { kind: 'person', name: 'Wil Werker' },
  madeOn: '2026-10-01',
  due: '2026-11-20',
  keptOn: null,
  missed: 2,
  note: null,
  state: 'late',
  ...part,
});

const rowWith = (text: string): PromiseRow => ({
  promise: aPromise({
    what: text,
    owner: text,
    note: text,
    due: null,
    toWhom: { kind: 'person', name: text },
    byWhom: { kind: 'colleague', id: text, name: text },
  }),
  family: { label: text },
  caseId: 'case-1',
  actions: [
    { verb: 'new-promise-date', cardRef: 'ref-0000000000000001' },
    { verb: 'new-promise-step', cardRef: 'ref-0000000000000001' },
  ],
});

const cardOf = (rows: readonly PromiseRow[], asked = 1) =>
  promisesCard(
    {
      ...partOfPromises(rows, asked),
      cardRef: 'ref-0000000000000002',
      counts: { open: rows.length, late: rows.length, undated: 1 },
    },
    words,
  );

const bytes = (card: unknown) => Buffer.byteLength(JSON.stringify(card));

describe('the card of promises', () => {
  it('fits in one message with the longest words in any script, in every part', () => {
    for (const text of ['x'.repeat(4000), 'ж'.repeat(4000), '漢'.repeat(4000), '😀'.repeat(2000), '"\\'.repeat(2000)]) {
      const rows = Array.from({ length: 40 }, () => rowWith(text));
      for (const asked of [1, 3, 5]) expect(bytes(cardOf(rows, asked)), text.slice(0, 2)).to.be.below(MOST_BYTES);
    }
  });

  it('never lets words of people be markup or a template', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (noise) => {
        const card = cardOf([rowWith(`{{x}} \${y} ZOEK[a](b) ${noise}`)]);
        expect(wherein(card, 'ZOEK')).to.deep.equal(['TextRun.text']);
        expect(JSON.stringify(card)).to.not.match(/\{\{|\$\{/);
      }),
    );
  });

  it('cuts every list into parts that together hold each row once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (rows) => {
        const { parts } = partOfPromises(rows, 1);
        const seen = Array.from({ length: parts }, (_, place) => partOfPromises(rows, place + 1).rows).flat();
        expect(seen).to.deep.equal(rows);
      }),
    );
  });

  it('puts late ones in front, then those without a date, and the oldest first', () => {
    const rows = [
      aPromise({ id: 'open', state: 'open', due: '2026-12-01' }),
      aPromise({ id: 'undated', state: 'undated', due: null, madeOn: '2026-01-01' }),
      aPromise({ id: 'late', due: '2026-11-10' }),
      aPromise({ id: 'later', due: '2026-11-12' }),
    ];
    expect(promisesInOrder(rows, (row) => row).map(({ id }) => id)).to.deep.equal(['late', 'later', 'undated', 'open']);
  });

  it('shows a late one in another style than the rest, and says it in words too', () => {
    const styleOf = (state: Tracked['state']) => {
      const row = cardOf([{ ...rowWith('tekst'), promise: aPromise({ state }) }]).body.at(-1);
      return [row?.['style'], JSON.stringify(row).includes(words(`afspraken.state.${state}`))];
    };
    expect(styleOf('late')).to.deep.equal(['attention', true]);
    expect(styleOf('undated')).to.deep.equal(['warning', true]);
    expect(styleOf('open')).to.deep.equal(['emphasis', true]);
  });

  it('says by name to whom and by whom; who was told only where the family is near, unless it is the family', () => {
    const shown = (row: Partial<PromiseRow>) => JSON.stringify(cardOf([{ ...rowWith('tekst'), ...row }]));
    const promise = aPromise({
      note: 'Kanarie: dan is het overleg.',
      toWhom: { kind: 'person', name: 'Piet Bakker' },
      byWhom: { kind: 'colleague', id: 'o-1', name: 'Olga Officier' },
    });
    expect(shown({ promise })).to.include('Piet Bakker').and.include('Olga Officier').and.include('Kanarie');
    const far = shown({ promise, family: null });
    expect(far)
      .to.include('Olga Officier')
      .and.include('case-1')
      .and.not.match(/Bakker|Kanarie/);
    const toFamily = aPromise({ byWhom: { kind: 'colleague', id: 'o-1', name: null } });
    expect(shown({ promise: toFamily, family: null }))
      .to.include(words('afspraken.wie.gezin'))
      .and.include(words('afspraken.wie.collega'))
      .and.not.include('"o-1"');
    expect(shown({ promise: aPromise({ byWhom: { kind: 'nobody' } }) })).to.include(words('afspraken.niemand'));
  });

  it('keeps its buttons where a channel sends submits instead of executes', () => {
    const card = JSON.stringify(forSubmit(cardOf(Array.from({ length: 9 }, () => rowWith('tekst')))));
    expect(card).to.include('new-promise-step').and.include('"promises"').and.not.include('Action.Execute');
  });
});
