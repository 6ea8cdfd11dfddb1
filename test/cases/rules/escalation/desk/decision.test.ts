import { expect } from 'chai';
import { dueItems } from '../../../../../cases/index.ts';
import { aDesk, aLesson, anOrder, aRegisseurInput, olga, otto } from '../../../../support/a-desk.ts';
import { aFamilyCase, aPlan } from '../../../../support/a-family-case.ts';
import { decision, problemsIn } from './outcomes.ts';

describe('a decision', () => {
  it('says no on a rule only with an alternative or the maatwerk route', () => {
    const refused = { ...decision, verdict: 'refused' } as const;
    for (const bare of [
      { rule: 'Geen SKJ-registratie' },
      { blocker: 'law' },
      { blocker: 'own-institution' },
    ] as const) {
      expect(aDesk().does({ ...refused, ...bare }).kind).to.equal('bare-refusal');
      expect(aDesk().does({ ...refused, ...bare, alternative: ' ' }).kind).to.equal('bare-refusal');
      expect(aDesk().does({ ...refused, ...bare, alternative: 'Een coach met registratie' }).kind).to.equal('changed');
      expect(aDesk().does({ ...refused, ...bare, maatwerk: true }).kind).to.equal('changed');
    }
    expect(aDesk().does({ ...refused, blocker: 'capacity' }).kind).to.equal('changed');
  });

  it('is "not for us" only with who it is for, and then asks whether that helped', () => {
    const desk = aDesk();
    const elsewhere = { ...decision, verdict: 'elsewhere', effectiveOn: '2026-12-01' } as const;
    expect(problemsIn(desk.does(elsewhere))).to.deep.equal(['to missing']);
    desk.does({ ...elsewhere, to: 'Het expertteam' });
    expect(desk.escalation()).to.have.nested.property('state.decision.grounds.to', 'Het expertteam');
    expect(desk.escalation().helped?.askOn).to.equal('2026-12-15');
  });

  it('is an order with what, ground and day, owned until it is carried out', () => {
    const desk = aDesk();
    const bad = { to: '', what: '', basis: '', due: '2026-11-01' };
    expect(problemsIn(desk.does({ ...decision, order: bad }))).to.deep.equal([
      'orderTo missing',
      'orderWhat missing',
      'orderBasis missing',
      'orderDue in-the-past',
    ]);
    desk.does({ ...decision, order: anOrder });
    expect(desk.told().filter((one) => one.startsWith('parent'))).to.deep.equal(['parent: decided']);
    expect(dueItems(desk.escalation()).map(({ kind, due }) => `${kind} ${due}`)).to.deep.equal([
      'order 2026-12-01',
      'helped 2026-12-15',
      'lesson 2026-12-15',
    ]);
    const orderId = desk.escalation().orders[0]?.id ?? '';
    desk.does({ kind: 'order-blocked', orderId, blocker: 'capacity', reason: 'Er is een wachtlijst.' });
    expect(desk.escalation().orders[0]).to.deep.include({ blocker: 'capacity', done: null });
    const done = { kind: 'order-carried-out', orderId, on: '2026-11-23' } as const;
    expect(problemsIn(desk.does({ ...done, on: '2026-11-22' }))).to.deep.equal(['on in-the-past']);
    expect(problemsIn(desk.does({ ...done, on: '2026-11-24' }))).to.deep.equal(['on in-the-future']);
    desk.does(done);
    expect(desk.does({ ...done, on: '2026-11-23' }).kind).to.equal('not-open');
  });

  it('names the one regisseur, ends the one before, and starts the clock of the plan', () => {
    const desk = aDesk({ familyCase: aFamilyCase({ plans: [], regisseurs: 1 }) });
    const over = { ...decision, regisseur: { ...aRegisseurInput, name: '' }, replaces: true };
    expect(problemsIn(desk.does(over))).to.deep.equal(['name missing']);
    desk.does({ ...decision, regisseur: aRegisseurInput, replaces: true });
    const leads = desk.case().regisseurs.filter(({ until }) => until === null);
    expect(leads.map(({ name, since }) => `${name} ${since}`)).to.deep.equal(['Rik Regie 2026-11-23']);
    expect(desk.case().regisseurs[0]?.until).to.equal('2026-11-22');
    expect(desk.case().facts.at(-1)?.signals).to.deep.equal(['regisseur-assigned']);
    expect(desk.escalation().planBy).to.equal('2027-01-04');
    desk.put({ ...desk.case(), plans: [aPlan({ agreedOn: '2026-12-20' })] });
    desk.on('2026-12-21');
    expect(desk.escalation().planBy).to.equal(null);
    expect(desk.kinds()).to.include('plan-agreed').and.not.include('plan-missed');
  });

  it('with a regisseur asks first whether that one takes over, where somebody leads', () => {
    const named = { ...decision, regisseur: aRegisseurInput };
    for (const said of [{}, { replaces: false }]) {
      const desk = aDesk({ familyCase: aFamilyCase({ plans: [], regisseurs: 1 }) });
      const before = desk.case();
      expect(problemsIn(desk.does({ ...named, ...said }))).to.deep.equal(['replaces missing']);
      expect(desk.case(), 'nothing half saved').to.equal(before);
    }
    const nobody = aDesk({ familyCase: aFamilyCase({ plans: [], regisseurs: 0 }) });
    expect(nobody.does(named).kind).to.equal('changed');
    const without = aDesk({ familyCase: aFamilyCase({ plans: [], regisseurs: 1 }) });
    expect(without.does(decision).kind).to.equal('changed');
    expect(without.case().regisseurs.map(({ until }) => until)).to.deep.equal([null]);
  });

  it('is never of who filed it, whatever the action', () => {
    const by = { kind: 'officer', id: olga.id, name: olga.name } as const;
    const desk = aDesk({ file: { by } });
    expect(desk.escalation().owner).to.equal(otto.id);
    const actions = [
      decision,
      { kind: 'take' },
      { kind: 'take-over', reason: 'Ik doe het zelf.' },
      { kind: 'close', lesson: aLesson },
    ] as const;
    for (const action of actions) expect(desk.does(action).kind, action.kind).to.equal('own-escalation');
    expect(desk.does({ kind: 'hand-over', to: olga.id, reason: 'Doe jij het maar.' }, otto).kind).to.equal('invalid');
  });
});
