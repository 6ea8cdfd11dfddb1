import { expect } from 'chai';
import { readJson } from '../../knowledge/index.ts';

describe('a key that stands twice in JSON', () => {
  const repeatedIn = (text: string): readonly string[] => {
    const read = readJson(text);
    return read.kind === 'value' ? read.repeated.map(({ line, column }) => `${line}:${column}`) : ['broken'];
  };
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['one after the other', '{"a": 1, "a": 2}', ['1:10']],
    ['with the colon on a line of its own', '{"a" : 1, "b": {"c": 1,\n"c"\n\t: 2}}', ['2:1']],
    ['when what it held is gone with it', '{"a": {"b": 1, "c": 2}, "a": [{"d": 3}]}', ['1:25']],
    ['in two objects of a list', '[{"a": 1}, {"a": 1, "b": 2, "b": 3}]', ['1:29']],
    ['with quotes and backslashes in it', String.raw`{"a\"b\\": 1, "a\"b\\": 2}`, ['1:15']],
    ['named as what every object has', '{"__proto__": 1, "__proto__": 2}', ['1:18']],
    ['three times', '{"a": 1, "a": 2, "a": 3}', ['1:10', '1:18']],
  ];
  for (const [what, text, places] of cases) {
    it(`is found ${what}`, () => {
      expect(repeatedIn(text)).to.deep.equal(places);
    });
  }

  it('is not seen in the same key of two objects, in texts that look like keys, or in an empty text', () => {
    const texts = [
      '[{"a": {"a": {"a": []}}}, {"a": {}}]',
      String.raw`{"a": "a\": 1, \"a\": 2", "b": "\\", "": "a:"}`,
      '"a"',
      '{}',
      '[":", "a" , "a"]',
    ];
    for (const text of texts) expect(repeatedIn(text), text).to.deep.equal([]);
  });
});
