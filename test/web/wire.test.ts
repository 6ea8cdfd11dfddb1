import { expect } from 'chai';
import { cleanCard } from '../../web/cards/clean-card.ts';
import { safeUrl } from '../../web/widget/safe-url.ts';
import { parseMessages } from '../../web/widget/wire.ts';

describe('activities on the wire', () => {
  it('are put in order of time before anything is shown', () => {
    const at = (id: string, second: number) => ({
      type: 'message',
      id,
      text: id,
      timestamp: `2026-11-22T10:00:0${second}Z`,
    });
    const ids = parseMessages({ activities: [at('b', 2), at('a', 1), at('c', 3)] }).map((message) => message.id);
    expect(ids).to.deep.equal(['a', 'b', 'c']);
  });

  it('keep the order of the log when times are missing', () => {
    const ids = parseMessages({
      activities: [
        { type: 'message', id: '2' },
        { type: 'message', id: '1' },
      ],
    });
    expect(ids.map((message) => message.id)).to.deep.equal(['2', '1']);
  });

  it('are left out when they are no message, and never break on nonsense', () => {
    const activities = [
      null,
      3,
      { type: 'typing', id: 'x' },
      { type: 'message' },
      { type: 'message', id: 'a', text: 7, attachments: 'no' },
    ];
    expect(parseMessages({ activities })).to.have.length(1);
    expect(parseMessages('nothing')).to.deep.equal([]);
  });
});

describe('an address', () => {
  it('is opened only when it is https or a telephone number', () => {
    expect(safeUrl('https://www.regelhulp.nl/')).to.equal('https://www.regelhulp.nl/');
    expect(safeUrl('tel:0800-2000')).to.equal('tel:08002000');
    const refused = [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'http://a.nl',
      '//a.nl',
      '/pad',
      'tel:javascript',
      'vbscript:x',
      'https:',
    ];
    for (const url of refused) expect(safeUrl(url), url).to.equal(null);
  });
});

describe('a card before it is shown', () => {
  it('loses what fetches, what is unknown and what opens an unsafe address', () => {
    const cleaned = cleanCard({
      type: 'AdaptiveCard',
      backgroundImage: 'https://spion.example/1.png',
      body: [
        { type: 'Image', url: 'https://spion.example/2.png' },
        { type: 'Media' },
        {
          type: 'TextBlock',
          text: 'blijft',
          maxLines: 1,
          selectAction: { type: 'Action.OpenUrl', url: 'javascript:alert(1)' },
        },
      ],
      actions: [
        { type: 'Action.OpenUrl', title: 'weg', url: 'javascript:alert(1)' },
        { type: 'Action.OpenUrl', title: 'mag', url: 'https://a.nl', iconUrl: 'https://spion.example/3.png' },
      ],
    });
    expect(cleaned).to.deep.equal({
      type: 'AdaptiveCard',
      body: [{ type: 'TextBlock', text: 'blijft', wrap: true }],
      actions: [{ type: 'Action.OpenUrl', title: 'mag', url: 'https://a.nl', mode: 'primary' }],
    });
  });

  it('wraps its words and shows every choice', () => {
    const cleaned = cleanCard({ type: 'Input.ChoiceSet', id: 'a', style: 'filtered', wrap: false });
    expect(cleaned).to.deep.equal({ type: 'Input.ChoiceSet', id: 'a', style: 'expanded', wrap: true });
  });

  it('keeps the data of a button as it is', () => {
    const data = { cardRef: 'x', type: 'Image', maxLines: 2 };
    expect(cleanCard({ type: 'Action.Submit', data })).to.deep.equal({ type: 'Action.Submit', data, mode: 'primary' });
  });
});
