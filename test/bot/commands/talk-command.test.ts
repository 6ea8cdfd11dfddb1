import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { z } from 'zod';
import { aCommand } from '../../support/a-command.ts';
import { ROOT } from '../../support/an-app.ts';

const turnSchema = z.object({ said: z.string(), replies: z.array(z.object({ kind: z.string() }).loose()) });

const play = async (lines: readonly string[], as = 'officer') => {
  const { code, out, err } = await aCommand('talk', ['--as', as, '--json'], {}, `${lines.join('\n')}\n`);
  expect(err).to.equal('');
  expect(code).to.equal(0);
  return out
    .trim()
    .split('\n')
    .map((line) => turnSchema.parse(JSON.parse(line)));
};
const wordsOf = (turn: z.infer<typeof turnSchema> | undefined) => JSON.stringify(turn?.replies);

describe('talk', () => {
  it('gives one JSON line a turn, also for a change of person and for days that pass', async () => {
    const lines = ['/dag 2', 'Mijn kaarten', '/als parent', 'Wat doet een regisseur?', '/als officer'];
    const turns = await play(lines);
    expect(turns.map(({ said }) => said)).to.deep.equal(lines);
    const [days, , parent, answer] = turns;
    expect(wordsOf(days)).to.match(/(maan|dins|woens|donder|vrij|zater|zon)dag \d+ [a-z]+ \d{4}: /);
    expect(wordsOf(parent)).to.contain('You are the parent now.');
    expect(wordsOf(answer)).to.contain('regisseur');
  });

  it('brings the officer what the parent filed, and reminds when the day comes near', async () => {
    const turns = await play(
      [
        'Mijn vraag voorleggen',
        'Nee',
        'Ja',
        'Het zit vast',
        'Weet ik niet',
        'Ik wil een regisseur die naast mij staat.',
        'Ja, leg voor',
        '/als officer',
        '/dag 21',
      ],
      'parent',
    );
    const [, number = ''] = /(L-[0-9A-Z]{6})/.exec(wordsOf(turns[6])) ?? [];
    expect(number).to.have.length(8);
    expect(wordsOf(turns[7])).to.contain(number).and.to.not.contain('naast mij staat');
    expect(wordsOf(turns[8])).to.contain(`${number}: Johan (aanspreekpunt) kreeg een herinnering`);
    expect(wordsOf(turns[8])).to.contain(`${number}: de beloofde dag is voorbij`);
  });

  it('plays the example from the question to the lesson that the parent reads', async () => {
    const lines = (await readFile(join(ROOT, 'docs', 'examples', 'escalation.txt'), 'utf8')).trim().split('\n');
    const turns = await play(lines, 'parent');
    const [, number = ''] = /(L-[0-9A-Z]{6})/.exec(wordsOf(turns[6])) ?? [];
    const toParent = lines.flatMap((line, place) => (line === '/als parent' ? [wordsOf(turns[place])] : []));
    expect(toParent[0]).to.contain(number).and.to.contain('Welke organisaties zijn er nu bij u?');
    expect(toParent[1]).to.contain('Die maakt met u één plan.');
    expect(toParent[1]).to.contain('Bij meer dan twee organisaties wijzen wij in de eerste week iemand aan.');
    expect(wordsOf(turns.at(-1))).to.match(/dag \d+ [a-z]+ \d{4}: /);
  });

  it('keeps a command it does not know from the conversation', async () => {
    const [first, second] = await play(['/foo', '/dagen 3'], 'parent');
    expect(wordsOf(first)).to.contain('There is no command \\"/foo\\". Choose /als');
    expect(wordsOf(second)).to.contain('/dagen');
    expect(first?.replies).to.have.length(1);
  });

  it('says what it does not understand and goes on', async () => {
    const [who, days, much, next] = await play(['/als niemand', '/dag x', '/dag 4000', 'hallo']);
    expect(wordsOf(who)).to.contain('Nobody talks as');
    expect(wordsOf(days)).to.contain('no number of days');
    expect(wordsOf(much)).to.contain('Choose 1 to 400');
    expect(next?.replies).to.not.have.length(0);
  });
});
