import { expect } from 'chai';
import { cardRefOf, toTeamsActivities, toWebActivities } from '../../bot/activities.ts';
import type { AdaptiveCard } from '../../cards/index.ts';
import type { Reply } from '../../dialogs/index.ts';

const text = (words: string, more: Partial<Extract<Reply, { kind: 'text' }>> = {}): Reply => ({
  kind: 'text',
  paragraphs: [words],
  links: [],
  tone: 'normal',
  ...more,
});
const choices: Reply = {
  kind: 'choices',
  prompt: 'Wat wilt u?',
  choices: [{ title: 'Een mens spreken', value: 'mens' }],
};
const card: AdaptiveCard = {
  type: 'AdaptiveCard',
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  version: '1.5',
  body: [],
  actions: [{ type: 'Action.Execute', title: 'Bekijk', verb: 'open', data: { cardRef: 'ref-1' } }],
};
const aCard: Reply = { kind: 'card', card, summary: 'Nieuwe kaart', replaces: null };
const call = { title: 'Bel Veilig Thuis', url: 'tel:0800-2000' };
const urgent = text('Bel 112.', { tone: 'urgent', links: [call] });

describe('replies as activities of the web channel', () => {
  it('put words, links and choices that belong together in one activity', () => {
    expect(toWebActivities([text('Eén.'), text('Twee.', { links: [call] }), choices])).to.deep.equal([
      {
        activity: {
          type: 'message',
          textFormat: 'plain',
          text: 'Eén.\n\nTwee.\n\nWat wilt u?',
          channelData: { regie: { tone: 'normal', links: [call] } },
          suggestedActions: { to: [], actions: [{ type: 'imBack', title: 'Een mens spreken', value: 'mens' }] },
        },
        replaces: null,
      },
    ]);
  });

  it('keep an urgent text in a bubble of its own, wherever it stands', () => {
    const tones = toWebActivities([text('Eerst.'), urgent, text('Daarna.')]).map(({ activity }): unknown[] => [
      activity.text,
      activity.channelData,
    ]);
    expect(tones).to.deep.equal([
      ['Eerst.', { regie: { tone: 'normal', links: [] } }],
      ['Bel 112.', { regie: { tone: 'urgent', links: [call] } }],
      ['Daarna.', { regie: { tone: 'normal', links: [] } }],
    ]);
  });

  it('send a card apart, with what it replaces, its summary and buttons that a web client can press', () => {
    const [words, shown] = toWebActivities([text('Kijk.'), { ...aCard, replaces: 'ref-0' }]);
    expect(words?.activity.attachments).to.equal(undefined);
    expect(shown?.replaces).to.equal('ref-0');
    expect(shown?.activity).to.include({ type: 'message', summary: 'Nieuwe kaart' });
    const content = JSON.stringify(shown?.activity.attachments);
    expect(content).to.include('Action.Submit').and.not.include('Action.Execute');
    expect(content).to.include('"verb":"open"').and.include('"cardRef":"ref-1"');
  });

  it('are none for no replies', () => {
    expect(toWebActivities([])).to.deep.equal([]);
  });
});

describe('replies as activities of Teams', () => {
  it('are one message, however much there is to say: each message is a call to the connector', () => {
    const [activity, ...more] = toTeamsActivities([urgent, text('Kijk.'), aCard, aCard, choices]);
    expect(more).to.deep.equal([]);
    expect(activity?.text).to.equal('Bel 112.\n\nKijk.\n\nWat wilt u?\n\nBel Veilig Thuis: 0800-2000');
    expect(activity?.attachments).to.have.length(2);
    expect(activity?.suggestedActions?.actions).to.have.length(1);
    expect(activity).to.include({ textFormat: 'plain', summary: 'Nieuwe kaart' });
    expect(activity).to.not.have.property('channelData');
  });

  it('leave the buttons of a card as Teams wants them', () => {
    const [activity] = toTeamsActivities([aCard]);
    expect(activity?.attachments?.[0]?.content).to.deep.equal(card);
    expect(activity).to.not.have.property('text');
  });

  it('are none for no replies', () => {
    expect(toTeamsActivities([])).to.deep.equal([]);
  });
});

describe('the cardRef of a card', () => {
  it('is found in its buttons, and is null for a card without any', () => {
    expect(cardRefOf(card)).to.equal('ref-1');
    expect(cardRefOf({ ...card, actions: [] })).to.equal(null);
  });
});
