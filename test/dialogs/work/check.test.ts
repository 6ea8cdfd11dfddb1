import { expect } from 'chai';
import { aFamilyCase } from '../../support/a-family-case.ts';
import { aKnowledge, textOf } from '../../support/a-knowledge.ts';
import { aCheck, aTalk, cardsIn, heard, officer, worker } from '../../support/scripted-cases.ts';
import { bakker, check, deviates, deVries, own, question } from './a-worker-with-families.ts';

describe('the check of a worker', () => {
  it('shows the verdict at once when the family is named in the question', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own(bakker, deVries), check } });
    const replies = await talk.says(question);
    expect(talk.calls.map(({ name, args }) => [name, args[1]])).to.deep.equal([
      ['ownCases', undefined],
      ['check', 'c-vries'],
    ]);
    expect(JSON.stringify(cardsIn(replies)[0]))
      .to.include(textOf('check.plan.none'))
      .and.include('Gezin De Vries');
    expect(heard(replies)).to.include('Hierboven staat de uitslag.');
  });

  it('offers to file first when something is wrong, and last when all is in order', async () => {
    const flows = ['casus-check', 'leg-voor-medewerker'].flatMap((id) => aKnowledge().flow(id) ?? []);
    const withNext = flows.map((flow) => {
      const klaar = flow.stappen.klaar;
      if (flow.id !== 'casus-check' || klaar?.soort !== 'uitkomst') return flow;
      const file = { soort: 'flow' as const, flow: 'leg-voor-medewerker', tekst: 'Leg dit gezin voor' };
      const read = { soort: 'antwoord' as const, antwoord: 'wachtlijst', tekst: 'Lees verder' };
      return { ...flow, stappen: { ...flow.stappen, klaar: { ...klaar, antwoorden: [], vervolg: [file, read] } } };
    });
    const inOrder = {
      kind: 'in-order',
      plan: { kind: 'one', planId: 'plan-1' },
      regisseur: { kind: 'one', regisseurId: 'regisseur-1', since: '2026-09-01' },
    } as const;
    const titles = async (finding: typeof inOrder | typeof deviates) => {
      const talk = aTalk({
        as: worker,
        knowledge: aKnowledge({ flows: withNext }),
        script: { ownCases: own(bakker, deVries), check: () => Promise.resolve(aCheck(finding, aFamilyCase())) },
      });
      return (await talk.says(question)).flatMap((one) =>
        one.kind === 'choices' ? one.choices.map(({ title }) => title) : [],
      );
    };
    expect(await titles(deviates)).to.deep.equal(['Leg dit gezin voor', 'Lees verder']);
    expect(await titles(inOrder)).to.deep.equal(['Lees verder', 'Leg dit gezin voor']);
  });

  it('asks with one card when no own family is named, and goes on with the one that is picked', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own(bakker, deVries), check } });
    const [picker] = cardsIn(await talk.says('heeft gezin Jansen één plan en één regisseur?'));
    const text = JSON.stringify(picker);
    expect(text).to.include('Gezin Bakker').and.include('Gezin De Vries').and.not.include('c-vries');
    const refs = [...text.matchAll(/"cardRef":"([^"]+)"/g)].map(([, ref]) => ref);
    expect(refs).to.have.length(2);
    const replies = await talk.submits('check', { cardRef: refs[1], caseId: 'c-other', role: 'officer' });
    expect(talk.calls.at(-1)?.args[1]).to.equal('c-vries');
    expect(heard(replies)).to.include('Hierboven staat de uitslag.');
  });

  it('goes on when the name is typed instead of picked', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own(bakker, deVries), check } });
    await talk.saysAll('1g1p1r', 'de vries');
    expect(talk.calls.at(-1)).to.deep.include({ name: 'check' });
    expect(talk.calls.at(-1)?.args[1]).to.equal('c-vries');
  });

  it('offers only the families that fit when the name is not enough', async () => {
    const other = { caseId: 'c-vries-2', label: 'Gezin De Vries, Dorpsstraat' };
    const talk = aTalk({
      as: worker,
      script: { ownCases: own(bakker, { ...deVries, label: 'Gezin De Vries, Markt' }, other), check },
    });
    const text = JSON.stringify(cardsIn(await talk.says(question))[0]);
    expect(text).to.include('Markt').and.include('Dorpsstraat').and.not.include('Bakker');
  });

  it('does not ask which family when there is only one and no other is named', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own(deVries), check } });
    await talk.says('1g1p1r');
    expect(talk.calls.at(-1)?.name).to.equal('check');
  });

  it('does not show the only own family when another one is named', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own(deVries), check } });
    expect(heard(await talk.says('heeft gezin Jansen één plan en één regisseur?'))).to.include(
      textOf('kies-gezin.samenvatting'),
    );
    expect(talk.calls.map(({ name }) => name)).to.deep.equal(['ownCases']);
  });

  it('says that there are no families when there are none', async () => {
    const talk = aTalk({ as: worker, script: { ownCases: own() } });
    expect(heard(await talk.says(question))).to.include('U heeft geen gezinnen.');
  });

  const refusals = [
    ['not-allowed', 'U mag dit niet zien.'],
    ['not-found', 'Ik vind dit gezin niet.'],
    ['audit-unavailable', 'Daarom laat ik niets zien.'],
  ] as const;
  for (const [kind, words] of refusals) {
    it(`shows nothing when the check is refused as ${kind}`, async () => {
      const talk = aTalk({ as: worker, script: { ownCases: own(deVries), check: () => Promise.resolve({ kind }) } });
      const replies = await talk.says(question);
      expect(cardsIn(replies)).to.deep.equal([]);
      expect(heard(replies)).to.include(words);
    });
  }

  for (const words of ['heeft dit gezin één plan en één regisseur?', 'signaal', 'ik wil iets voorleggen'])
    it(`shows no name of a family when that can not be written down: ${words}`, async () => {
      const showOwnCases = () => Promise.resolve({ kind: 'audit-unavailable' } as const);
      const talk = aTalk({ as: worker, script: { ownCases: own(bakker, deVries), showOwnCases } });
      const replies = await talk.says(words);
      expect(cardsIn(replies)).to.deep.equal([]);
      expect(heard(replies)).to.match(/niets/).and.not.include('Vries');
    });

  it('does nothing for a reference that was never handed out here', async () => {
    const talk = aTalk({ as: worker });
    for (const data of [{ cardRef: 'x'.repeat(22) }, { cardRef: '__proto__' }, { cardRef: 5 }, null, 'x', []]) {
      expect(heard(await talk.submits('check', data))).to.equal(textOf('weiger.verlopen'));
    }
  });

  it('is not for an officer without families, and says so', async () => {
    const talk = aTalk({ as: officer, script: { ownCases: own() } });
    expect(heard(await talk.says(question))).to.include('U heeft geen gezinnen.');
  });

  it('answers other questions of workers from the knowledge base', async () => {
    const talk = aTalk({ as: worker });
    expect(heard(await talk.says('hoe lang is de wachtlijst'))).to.include('U wacht.');
  });
});
