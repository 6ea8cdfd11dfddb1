import { expect } from 'chai';
import { saidLines } from '../../../bot/directline/said-lines.ts';
import { makeTranscript } from '../../../bot/directline/transcript.ts';

function transcriptOf(texts: readonly [role: string, text: string][]) {
  const transcript = makeTranscript(500, 1_000_000, () => undefined);
  texts.forEach(([role, text], at) => {
    transcript.append({ id: String(at), type: 'message', text, from: { id: role, role } });
  });
  return transcript;
}

describe('what was said, for who was let in', () => {
  it('names who said it, oldest first, and leaves out what has no words', () => {
    const transcript = transcriptOf([
      ['bot', 'Hallo.'],
      ['user', 'Help.'],
      ['bot', ''],
    ]);
    transcript.append({ id: '9', type: 'typing', text: 'x', from: { role: 'bot' } });
    expect(saidLines(transcript)).to.deep.equal([
      { by: 'computer', text: 'Hallo.' },
      { by: 'visitor', text: 'Help.' },
    ]);
  });

  it('keeps the newest words when it is too much for one message', () => {
    const long = Array.from({ length: 100 }, (_, at): [string, string] => ['user', `${at} ${'x'.repeat(1_000)}`]);
    const lines = saidLines(transcriptOf(long));
    expect(lines.at(-1)?.text).to.match(/^99 /);
    expect(lines.reduce((sum, { text }) => sum + text.length, 0)).to.be.within(10_000, 12_000);
  });

  it('is empty when nothing was said', () => {
    expect(saidLines(transcriptOf([]))).to.deep.equal([]);
  });
});
