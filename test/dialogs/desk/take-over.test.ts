import { expect } from 'chai';
import { aCard } from '../../support/a-family-case.ts';
import { textOf } from '../../support/a-knowledge.ts';
import { aDeskTalk, DESK_CARD } from '../../support/a-desk-talk.ts';
import { cardRefsIn } from '../../support/card-walk.ts';
import { officer1, officer2 } from '../../support/case-world.ts';
import { cardsIn } from '../../support/scripted-cases.ts';

describe('an officer takes back what went to the deputy', () => {
  it('keeps the one card in hand, with buttons that work: nothing new is sent beside it', async () => {
    const desk = await aDeskTalk({ escalation: { owner: officer2.id } });
    const shown = await desk.submit('form-take-over', {});
    expect(shown).to.include(textOf('bureau.form.take-over'));
    const before = (await desk.stored()).notices.length;
    const data = { cardRef: DESK_CARD, reason: 'Ik had dit op tijd moeten doen.' };
    const [reply] = cardsIn(await desk.replies({ kind: 'submit', verb: 'do-take-over', data }));
    expect(reply?.replaces).to.equal(DESK_CARD);
    expect(cardRefsIn(reply?.card)).to.deep.equal([DESK_CARD]);
    const { cards, notices } = await desk.stored();
    const live = cards.filter(({ addressee, state }) => addressee === officer1.id && state === 'live');
    expect(live.map(({ cardRef }) => cardRef)).to.deep.equal([DESK_CARD]);
    const sent = notices.slice(before);
    expect(sent.filter(({ to }) => to.kind === 'actor' && to.id === officer1.id)).to.deep.equal([]);
    expect(sent.filter(({ cardRef }) => cardRef !== null)).to.deep.equal([]);
  });

  it('gets one card that works where there was none any more', async () => {
    const desk = await aDeskTalk({
      escalation: { owner: officer2.id },
      family: { cards: [aCard({ cardRef: DESK_CARD, addressee: officer1.id, state: 'void' })] },
    });
    const target = { caseId: 'case-1', escalationId: (await desk.escalation()).id };
    const why = { kind: 'take-over', reason: 'Ik had dit op tijd moeten doen.' } as const;
    const view = await desk.world.cases.asOfficer(officer1, target, why, 'press-1');
    const live = (await desk.stored()).cards.filter(({ state }) => state === 'live');
    expect(live.map(({ addressee }) => addressee)).to.deep.equal([officer1.id]);
    expect(view).to.include({ kind: 'card', cardRef: live[0]?.cardRef });
  });
});
