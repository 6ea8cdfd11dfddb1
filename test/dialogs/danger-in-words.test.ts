/** What was answered and what the words say stand beside each other: an answer does not hide danger. */
import { expect } from 'chai';
import { escalationCard, wordsOf } from '../../cards/index.ts';
import { dangerIn } from '../../dialogs/danger-in-words.ts';
import { aKnowledge, textOf } from '../support/a-knowledge.ts';
import { aParentTalk } from '../support/a-parent-talk.ts';
import { textsIn } from '../support/an-app.ts';
import { officer1 } from '../support/case-world.ts';

const WORDS = 'Wij wachten al een jaar. Mijn zoon wil dood en niemand helpt. Bel ons.';
const SENTENCE = 'Mijn zoon wil dood en niemand helpt.';
const seen = { crisis: true, level: 'crisis', ranked: [] } as const;
const matches = { [WORDS]: seen, [SENTENCE]: seen, [` ${SENTENCE}`]: seen };
const START = ['leg mijn vraag voor', 'Nee', 'Ja', 'Het zit vast', 'Nee'] as const;

async function aDangerousFiling() {
  const talk = await aParentTalk({ matches });
  const summary = await talk.says(...START, WORDS);
  await talk.filed(await talk.says('Ja, leg voor'));
  const escalation = await talk.stored();
  const opened = await talk.world.cases.running(officer1);
  const [view] = 'kind' in opened ? [] : opened;
  if (view === undefined) throw new Error('Nothing lies on the desk.');
  const frame = { viewer: officer1.id, today: '2026-11-23', officers: [], chat: null };
  const card = textsIn(escalationCard({ ...view, ...frame }, wordsOf(aKnowledge())));
  return { summary, escalation, card };
}

describe('a filing with danger in the words and "no" as the answer', () => {
  it('keeps the answer and the words, with the sentence that tells of danger beside them', async () => {
    const { escalation } = await aDangerousFiling();
    expect(escalation.answers.harm).to.equal('no');
    expect(escalation.ownWords.text).to.equal(WORDS);
    expect(escalation.danger).to.deep.equal([SENTENCE]);
  });

  it('says so on a line of its own in the summary that the parent reads', async () => {
    const { summary, escalation } = await aDangerousFiling();
    for (const text of [summary, escalation.summary ?? ''])
      expect(text)
        .to.include(textOf('begrip.schade.no'))
        .and.include(`\n${textOf('begrip.gevaar')}`);
  });

  it('says so on top of the card of the officer, before anything else of the filing, and beside the answer', async () => {
    const { card, escalation } = await aDangerousFiling();
    const lines = card.map((line) => line.trim());
    const at = lines.indexOf(textOf('escalatie.gevaar'));
    expect(at).to.be.within(
      0,
      lines.findIndex((line) => line.includes(textOf('escalatie.filed'))),
    );
    expect(lines.slice(at, at + 4).join('\n'))
      .to.include(SENTENCE)
      .and.include(escalation.ownWords.sha256.slice(0, 12));
    expect(lines.filter((line) => line === textOf('escalatie.gevaar'))).to.have.length(2);
  });

  it('names the computer as the author of the summary of a parent, and a colleague after one wrote another', async () => {
    const { card } = await aDangerousFiling();
    expect(card.join('\n')).to.include(textOf('escalatie.uitleg.computer')).and.not.include(textOf('escalatie.uitleg'));
  });

  it('keeps all of the words when no sentence tells of danger by itself', () => {
    const knowledge = aKnowledge({ matches: { 'Hij wil niet meer. Nooit meer.': seen } });
    expect(dangerIn('Hij wil niet meer. Nooit meer.', knowledge)).to.deep.equal(['Hij wil niet meer. Nooit meer.']);
  });

  it('marks nothing in words without danger', () => {
    expect(dangerIn('Niemand belt terug.', aKnowledge())).to.deep.equal([]);
  });
});
