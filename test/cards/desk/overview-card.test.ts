import { expect } from 'chai';
import { overviewCard, wordsOf } from '../../../cards/index.ts';
import { aDesk } from '../../support/a-desk.ts';
import { aKnowledge } from '../../support/a-knowledge.ts';
import { textsIn } from '../../support/an-app.ts';

const shownOn = (day: string) => {
  const desk = aDesk();
  desk.on(day);
  const rows = [{ cardRef: 'card-0000000000000001', escalation: desk.escalation() }];
  return textsIn(overviewCard({ rows, today: day, cardRef: 'card-0000000000000001' }, wordsOf(aKnowledge()))).join(
    '\n',
  );
};

describe('the list of what runs at an officer', () => {
  it('counts as late what missed its promised day, also after it got a new one, and names the day', () => {
    expect(shownOn('2026-12-07')).to.include('1 lopend, waarvan 0 te laat').and.not.include('Te laat');
    expect(shownOn('2026-12-21'))
      .to.include('1 lopend, waarvan 1 te laat')
      .and.include('Te laat: beloofd op maandag 7 december 2026.');
  });
});
