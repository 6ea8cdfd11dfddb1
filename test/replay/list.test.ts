import { expect } from 'chai';
import { readList } from '../../bot/commands/replay-list.ts';
import { listOf } from '../support/a-replay.ts';

const faultsOf = (text: string, form: 'json' | 'csv') => {
  const list = readList(text, form);
  if (list.kind === 'list') throw new Error('Expected faults.');
  return list.faults.map(({ line, column, problem }) => `${line}:${column} ${problem}`);
};

describe('a list that is played again', () => {
  it('is the same as JSON and as a table', () => {
    const csv = [
      'id,date,date_from,date_to,actor,directed_to,event,signals',
      'a,2026-01-05,2026-01-01,2026-01-31,ouder,CJG,"Vraagt, ""voor de tweede keer"",\nom hulp",request-for-help|overload-parent',
      ',,,,,,,',
      'b,,,,CJG,,Legt dit weg,',
    ].join('\r\n');
    const json = JSON.stringify([
      {
        id: 'a',
        date: '2026-01-05',
        date_from: '2026-01-01',
        date_to: '2026-01-31',
        actor: 'ouder',
        directed_to: 'CJG',
        event: 'Vraagt, "voor de tweede keer",\nom hulp',
        signals: ['request-for-help', 'overload-parent'],
      },
      { id: 'b', date: null, actor: 'CJG', event: 'Legt dit weg', signals: [] },
    ]);
    const [fromCsv, fromJson] = [readList(csv, 'csv'), readList(`\ufeff${json}`, 'json')];
    expect(fromCsv.kind).to.equal('list');
    expect(fromCsv).to.deep.equal(fromJson);
  });

  it('may have Dutch columns and Dutch dates, separated by semicolons', () => {
    const [first] = listOf('measures.csv');
    expect(first).to.deep.include({ id: 'M1', date: '2020-02-03', actor: 'kinderrechter' });
    expect(first?.event).to.equal(
      'Ondertoezichtstelling; de gecertificeerde instelling wijst een jeugdbeschermer aan.',
    );
  });

  it('names every fault of a JSON list with its line and column', () => {
    const json = `[
  { "id": "a", "date": "2026-02-30", "signals": ["request-for-help", "reqest"] },
  { "id": "a", "seq": -1, "date_from": "2026-02-02", "date_to": "2026-02-01", "signals": "veel" }
]`;
    expect(faultsOf(json, 'json')).to.deep.equal([
      '2:24 "date" is geen bestaande dag; schrijf een dag als 2017-10-15, of laat hem leeg',
      '2:70 "reqest" is geen bekende signaalcode',
      '3:3 "date" ontbreekt; is de dag niet bekend, laat hem dan leeg',
      '3:23 "seq" moet een heel getal vanaf 0 zijn',
      '3:90 "signals" moet een lijst met signaalcodes zijn; een lege lijst mag',
      '3:65 "date_to" ligt voor "date_from"',
      '3:11 "id" a staat er twee keer',
    ]);
  });

  for (const [what, text, fault] of [
    ['broken JSON', '[{"id": "a",}]', /^1:13 .*komma te veel/],
    ['a key twice', '[{"id": "a", "id": "b", "date": null, "signals": []}]', /^1:14 .*staat er twee keer/],
    ['no list', '{"events": []}', /^1:1 dit moet een lijst/],
    ['an empty list', '[]', /^1:1 de lijst is leeg/],
    ['an empty file', '', /^1:1 /],
    ['no event', '[{"id":"a","date":null,"signals":[]},\n 7]', /^2:2 dit moet een gebeurtenis zijn/],
  ] as const)
    it(`names ${what}`, () => {
      expect(faultsOf(text, 'json')[0]).to.match(fault);
    });

  for (const [what, text, fault] of [
    ['a missing column', 'id;gebeurtenis\na;x', /^1:1 de kolom "date" ontbreekt/],
    ['a wrong date', 'datum;signalen\n31-02-2026;', /^2:1 "date" is geen bestaande dag/],
    ['an unknown code', 'datum;signalen\n01-02-2026;hulp', /^2:12 "hulp" is geen bekende signaalcode/],
    ['a cell without a column', 'datum;signalen\n01-02-2026;;extra', /^2:13 deze cel heeft geen kolom/],
    ['a quote that never ends', 'datum;signalen\n"01-02-2026;', /^2:1 deze cel heeft geen tweede aanhalingsteken/],
    ['text after a quote', 'datum;signalen\n"01-02-2026"x;', /^2:13 na het tweede aanhalingsteken/],
    ['a table without rows', 'datum;signalen\n', /^1:1 de lijst is leeg/],
    ['a cell over two lines before a fault', 'datum;gebeurtenis;signalen\n;"een\ntwee";x', /^3:7 "x" is geen/],
  ] as const)
    it(`names ${what} in a table`, () => {
      expect(faultsOf(text, 'csv')[0]).to.match(fault);
    });
});
