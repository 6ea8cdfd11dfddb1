import { expect } from 'chai';
import { makeLanes } from '../../bot/lanes.ts';

/** Work that ends when the test says so. */
function piece(name: string, events: string[]) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const work = async () => {
    events.push(`${name} begins`);
    await ended;
    events.push(`${name} ends`);
    return name;
  };
  return { work, end };
}

const turnOfTheLoop = () => new Promise((resolve) => setImmediate(resolve));

describe('the lanes', () => {
  it('carry out work with the same key one after the other, in order of arrival', async () => {
    const lanes = makeLanes();
    const events: string[] = [];
    const [first, second] = [piece('first', events), piece('second', events)];
    const both = [lanes.run('a', first.work), lanes.run('a', second.work)];
    second.end();
    await turnOfTheLoop();
    expect(events).to.deep.equal(['first begins']);
    first.end();
    expect(await Promise.all(both)).to.deep.equal(['first', 'second']);
    expect(events).to.deep.equal(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('carry out work with different keys side by side', async () => {
    const lanes = makeLanes();
    const events: string[] = [];
    const [slow, quick] = [piece('slow', events), piece('quick', events)];
    const waiting = lanes.run('a', slow.work);
    quick.end();
    expect(await lanes.run('b', quick.work)).to.equal('quick');
    expect(events).to.deep.equal(['slow begins', 'quick begins', 'quick ends']);
    slow.end();
    await waiting;
  });

  it('tell a fault to who brought the work, and go on with the next', async () => {
    const lanes = makeLanes();
    const broken = lanes.run('a', () => Promise.reject(new Error('stuk')));
    const next = lanes.run('a', () => Promise.resolve('gaat door'));
    expect(await broken.catch((error: unknown) => String(error))).to.equal('Error: stuk');
    expect(await next).to.equal('gaat door');
  });

  it('keep the order for work that comes while earlier work of the key runs', async () => {
    const lanes = makeLanes();
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        lanes.run('a', async () => {
          await turnOfTheLoop();
          order.push(index);
        }),
      ),
    );
    expect(order).to.deep.equal(Array.from({ length: 50 }, (_, index) => index));
  });
});
