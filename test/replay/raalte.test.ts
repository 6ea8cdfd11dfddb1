/** A mother asked for a regisseur in October 2017 and got one on 1 January 2019: when would each rule have acted? */
import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { z } from 'zod';
import { readings } from '../../bot/commands/replay-run.ts';
import { deskOf } from '../../cases/index.ts';
import { addDays } from '../../cases/rules/werkdagen.ts';
import { listOf, outcomeOf, played } from '../support/a-replay.ts';
import { someSettings } from '../support/case-world.ts';

const raalte = listOf('raalte.json');
const expected = z
  .record(z.string(), z.record(z.enum(readings), z.string()))
  .parse(JSON.parse(readFileSync(new URL('lists/raalte-expected.json', import.meta.url), 'utf8')));

describe('the Raalte case, played again', () => {
  for (const reading of readings)
    for (const [name, days] of Object.entries(expected))
      it(`fires ${name} on ${days[reading]} (${reading})`, () => {
        const [rule = '', term] = name.split(' ');
        const { byRule } = outcomeOf(raalte, { reading, days: term === undefined ? null : Number(term) });
        expect(byRule[rule]).to.equal(days[reading]);
      });

  for (const reading of readings) {
    it(`puts the first card on the desk on the day of the first request, by the gate (${reading})`, () => {
      const { firstOnDesk, cards } = outcomeOf(raalte, { reading });
      expect(firstOnDesk).to.include({ date: expected['K1']?.[reading], rule: 'K1' });
      expect(cards).to.equal(1);
    });

    it(`is on the desk after 14 days without the gate (${reading})`, () => {
      const { firstOnDesk } = outcomeOf(raalte, { reading, without: ['K1'], days: 14 });
      expect(firstOnDesk).to.include({ date: expected['K2 14']?.[reading], rule: 'K2' });
      expect((firstOnDesk?.date ?? '') <= '2017-11-14').to.equal(true);
    });

    it(`is on the desk at the second request when only K3 runs (${reading})`, () => {
      const { firstOnDesk, byRule } = outcomeOf(raalte, { reading, only: ['K3'] });
      expect(firstOnDesk).to.include({ date: expected['K3']?.[reading], rule: 'K3' });
      expect(Object.keys(byRule)).to.deep.equal(['K3', 'K3b']);
    });

    it(`re-opens the one card when the regisseur is lost (${reading})`, () => {
      expect(outcomeOf(raalte, { reading }).reopened).to.deep.equal(['2019-01-29']);
      expect(outcomeOf(raalte, { reading, without: ['K8'] }).reopened).to.deep.equal(['2019-01-29']);
    });

    it(`flags MEE the second time, and nobody else (${reading})`, () => {
      const twice = outcomeOf(raalte, { reading }).warnings.filter(({ rule }) => rule === 'W10');
      expect(twice.map(({ because }) => because.split(' ')[0])).to.deep.equal(['MEE']);
    });
  }

  it('does not take the ondersteuningsplan of June 2018 for the plan', () => {
    expect(played(raalte).cardOn('2018-06-15')?.state.kind).to.equal('open');
    expect(played(raalte).cardOn('2018-12-31')?.state.kind).to.equal('open');
  });

  it('lets the card wait for a plan when a regisseur is named, and does not close it', () => {
    const { cardOn } = played(raalte);
    expect(cardOn('2019-01-01')?.state).to.deep.equal({ kind: 'waits-for-plan', since: '2019-01-01' });
    expect(cardOn('2019-01-28')?.state.kind).to.equal('waits-for-plan');
    expect(cardOn('2019-01-29')?.state.kind).to.equal('open');
    expect(cardOn('2020-03-09')?.state.kind).to.equal('open');
  });

  it('names an owner and a due date on every day from 31 October 2017 to 31 December 2018', () => {
    const { cardOn } = played(raalte, { reading: 'latest' });
    let days = 0;
    for (let day = '2017-10-31'; day <= '2018-12-31'; day = addDays(day, 1)) {
      const card = cardOn(day);
      const desk = card && deskOf(card, someSettings, day);
      expect(desk, day).to.not.equal(null);
      expect((desk?.due ?? '') >= day, day).to.equal(true);
      expect(desk?.level, day).to.be.at.least(0);
      days += 1;
    }
    expect(days).to.equal(427);
  });

  it('goes a level up with every due date that passes', () => {
    const { cardOn } = played(raalte);
    const card = cardOn('2018-12-31');
    const levelOn = (day: string) => card && deskOf(card, someSettings, day)?.level;
    expect([levelOn('2017-10-15'), levelOn('2017-10-27'), levelOn('2017-10-28')]).to.deep.equal([0, 0, 1]);
  });

  it('only warns about a change of worker', () => {
    const { warnings, firstOnDesk } = outcomeOf(raalte, { only: ['K4'] });
    expect(warnings.map(({ rule, date }) => [rule, date])).to.deep.include(['K4', '2018-01-29']);
    expect(firstOnDesk).to.equal(null);
  });

  it('fires no clock that runs out after the last day of the list', () => {
    const first = raalte.filter(({ id }) => id === 'R01' || id === 'R02');
    expect(outcomeOf(first).byRule).to.not.have.property('K2');
    expect(outcomeOf([...first, ...raalte.filter(({ id }) => id === 'R03')]).byRule).to.not.have.property('K2');
  });
});
