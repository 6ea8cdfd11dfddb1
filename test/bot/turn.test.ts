import { expect } from 'chai';
import type { Arrival } from '../../bot/arrival.ts';
import { makeLog } from '../../bot/log.ts';
import { makeTurn } from '../../bot/turn.ts';
import type { Converse, Reply, Turn, TurnInput } from '../../dialogs/index.ts';

const HOUR = 60 * 60 * 1000;
const BSN = '111222333';
const says = (words: string): Reply => ({ kind: 'text', paragraphs: [words], links: [], tone: 'normal' });
const CRISIS: Reply = { kind: 'text', paragraphs: ['Bel 112.'], links: [], tone: 'urgent' };
const FAULT = says('Er ging iets mis. Bel 0123.');
const said = (text: string): TurnInput => ({ kind: 'text', text });

describe('the turn', () => {
  const clock = { now: Date.parse('2026-11-22T09:00:00.000Z') };
  let heard: Turn[];
  let logged: string[];
  let count: number;

  const turnOver = (converse: Converse) => {
    const now = () => new Date(clock.now);
    const log = makeLog({ level: 'trace', stream: { write: (line) => logged.push(line) }, now });
    const emergency = (text: string) => (text.includes('gevaar') ? CRISIS : null);
    return makeTurn({ converse, emergency, fault: () => FAULT, log, now });
  };
  /** Answers with how many sentences this conversation has heard. */
  const counting: Converse = (state, turn) => {
    heard.push(turn);
    const told = state.offered.length + 1;
    const offered = [...state.offered, { title: 'nog een', to: { kind: 'none' } } as const];
    return Promise.resolve({ state: { ...state, offered }, replies: [says(`${told}`)] });
  };
  const arrival = (input: TurnInput, more: Partial<Arrival> = {}): Arrival => {
    count += 1;
    return {
      channel: 'web',
      conversation: 'web:een',
      activityId: `a${count}`,
      actor: { kind: 'parent', address: 'web:een' },
      input,
      ...more,
    };
  };

  beforeEach(() => {
    heard = [];
    logged = [];
    count = 0;
  });

  it('remembers a conversation and keeps conversations apart', async () => {
    const { handle } = turnOver(counting);
    await handle(arrival(said('hoi')));
    expect(await handle(arrival(said('nog eens')))).to.deep.equal([says('2')]);
    expect(await handle(arrival(said('hoi'), { conversation: 'web:twee' }))).to.deep.equal([says('1')]);
  });

  it('carries the turns of one conversation out in order, those of another meanwhile', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const order: string[] = [];
    const { handle } = turnOver(async (state, turn) => {
      const words = turn.input.kind === 'text' ? turn.input.text : '';
      if (words === 'traag') await gate;
      order.push(words);
      return { state, replies: [] };
    });
    const both = [handle(arrival(said('traag'))), handle(arrival(said('daarna')))];
    await handle(arrival(said('ander gesprek'), { conversation: 'web:twee' }));
    expect(order).to.deep.equal(['ander gesprek']);
    release();
    await Promise.all(both);
    expect(order).to.deep.equal(['ander gesprek', 'traag', 'daarna']);
  });

  it('carries the same activity out once: a sentence gets no second answer, a card press gets the same again', async () => {
    const { handle } = turnOver(counting);
    const sentence = arrival(said('hoi'));
    const press = arrival({ kind: 'submit', verb: 'open', data: { cardRef: 'ref' } });
    const together = await Promise.all([handle(sentence), handle(sentence), handle(press), handle(press)]);
    expect(together).to.deep.equal([[says('1')], [], [says('2')], [says('2')]]);
    expect(heard).to.have.length(2);
  });

  it('gives a second press the card alone: what was said beside it stands in the chat already', async () => {
    const card: Reply = {
      kind: 'card',
      card: {
        type: 'AdaptiveCard',
        $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
        version: '1.5',
        body: [],
      },
      summary: 'Kaart',
      replaces: null,
    };
    const { handle } = turnOver((state) => Promise.resolve({ state, replies: [says('Gelukt.'), card] }));
    const press = arrival({ kind: 'submit', verb: 'file', data: {} });
    expect(await handle(press)).to.deep.equal([says('Gelukt.'), card]);
    expect(await handle(press)).to.deep.equal([card]);
  });

  it('gives each activity a command id of its own, the same at a second delivery after a fault', async () => {
    let broken = true;
    const { handle } = turnOver((state, turn) => {
      heard.push(turn);
      if (!broken) return Promise.resolve({ state, replies: [] });
      broken = false;
      return Promise.reject(new Error('stuk'));
    });
    const press = arrival({ kind: 'submit', verb: 'decide', data: {} });
    await handle(press);
    await handle(press);
    await handle(arrival(said('hoi')));
    expect(heard.map(({ commandId }) => commandId)).to.deep.equal(
      ['web:een/a1', 'web:een/a1', 'web:een/a3'].map((id) => id.replace('a3', 'a2')),
    );
  });

  it('says the fixed sentence when something breaks inside, and the crisis text when the words call for it', async () => {
    const { handle } = turnOver(() => Promise.reject(new Error(`kanarie Jansen ${BSN}`)));
    expect(await handle(arrival(said('hoi')))).to.deep.equal([FAULT]);
    expect(await handle(arrival(said('er is gevaar')))).to.deep.equal([CRISIS]);
    expect(await handle(arrival({ kind: 'submit', verb: 'gevaar', data: 'gevaar' }))).to.deep.equal([FAULT]);
    expect(await handle(arrival({ kind: 'opened' }))).to.deep.equal([FAULT]);
    expect(logged.join('')).to.include('turn-failed').and.not.include('kanarie').and.not.include(BSN);
  });

  it('keeps what it remembered when a turn breaks', async () => {
    const { handle } = turnOver((state, turn) => {
      if (turn.input.kind === 'text' && turn.input.text === 'stuk') throw new Error('stuk');
      return counting(state, turn);
    });
    await handle(arrival(said('hoi')));
    expect(await handle(arrival(said('stuk')))).to.deep.equal([FAULT]);
    expect(await handle(arrival(said('nog eens')))).to.deep.equal([says('2')]);
  });

  it('takes a citizen service number out before anything else sees it, in a sentence and in a card', async () => {
    const { handle } = turnOver(counting);
    await handle(arrival(said(`mijn nummer is ${BSN}`)));
    await handle(arrival({ kind: 'submit', verb: 'file', data: { reason: `van ${BSN}`, count: 3, cardRef: 'ref' } }));
    expect(JSON.stringify(heard)).to.not.include(BSN);
    expect(heard.map(({ input }) => input)).to.deep.equal([
      said('mijn nummer is [nummer verwijderd]'),
      { kind: 'submit', verb: 'file', data: { reason: 'van [nummer verwijderd]', count: 3, cardRef: 'ref' } },
    ]);
  });

  it('takes it out of anything that a card can hold, however deep', async () => {
    const { handle } = turnOver(counting);
    for (const data of [BSN, [BSN], { diep: { er: [`nummer ${BSN}`] } }]) {
      await handle(arrival({ kind: 'submit', verb: 'file', data }));
    }
    expect(JSON.stringify(heard)).to.not.include(BSN);
  });

  it('forgets a conversation after four hours of silence, and at most 20,000 are kept', async () => {
    const turn = turnOver(counting);
    await turn.handle(arrival(said('hoi')));
    clock.now += 4 * HOUR;
    expect(await turn.handle(arrival(said('nog net')))).to.deep.equal([says('2')]);
    clock.now += 4 * HOUR + 1;
    expect(await turn.handle(arrival(said('te laat')))).to.deep.equal([says('1')]);
    for (let index = 0; index < 20_050; index += 1) {
      await turn.handle(arrival(said('hoi'), { conversation: `web:${index}` }));
    }
    expect(turn.conversations()).to.equal(20_000);
    expect(await turn.handle(arrival(said('hoi'), { conversation: 'web:20049' }))).to.deep.equal([says('2')]);
    expect(await turn.handle(arrival(said('hoi'), { conversation: 'web:0' }))).to.deep.equal([says('1')]);
  });

  it('forgets a conversation that ended, and that only', async () => {
    const turn = turnOver(counting);
    await turn.handle(arrival(said('hoi')));
    await turn.handle(arrival(said('hoi'), { conversation: 'web:twee' }));
    turn.forget('web:een');
    expect(turn.conversations()).to.equal(1);
    expect(await turn.handle(arrival(said('hoi')))).to.deep.equal([says('1')]);
    expect(await turn.handle(arrival(said('hoi'), { conversation: 'web:twee' }))).to.deep.equal([says('2')]);
  });

  it('forgets what ended while its turn was under way', async () => {
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const turn = turnOver(async (state, given) => {
      await gate;
      return counting(state, given);
    });
    const underWay = turn.handle(arrival(said('hoi')));
    while (turn.conversations() === 0) await new Promise((resolve) => setImmediate(resolve));
    turn.forget('web:een');
    release();
    await underWay;
    expect(turn.conversations()).to.equal(0);
  });

  it('forgets silent conversations without waiting for somebody else to speak', async () => {
    const turn = turnOver(counting);
    await turn.handle(arrival(said('hoi')));
    clock.now += 3 * HOUR;
    await turn.handle(arrival(said('hoi'), { conversation: 'web:twee' }));
    turn.forgetSilent();
    expect(turn.conversations()).to.equal(2);
    clock.now += HOUR + 1;
    turn.forgetSilent();
    expect(turn.conversations()).to.equal(1);
  });

  it('remembers the last hundred activities of a conversation', async () => {
    const { handle } = turnOver(counting);
    const first = arrival({ kind: 'submit', verb: 'open', data: {} });
    await handle(first);
    for (let index = 0; index < 99; index += 1) await handle(arrival(said('hoi')));
    expect(await handle(first)).to.deep.equal([says('1')]);
    await handle(arrival(said('hoi')));
    expect(await handle(first)).to.deep.equal([says('102')]);
  });
});
