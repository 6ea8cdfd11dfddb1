import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { filingGate } from '../../dialogs/filing-gate.ts';
import { effects } from '../../dialogs/index.ts';
import { type Knowledge, loadKnowledge, type NextStep } from '../../knowledge/index.ts';
import { ROOT } from '../support/an-app.ts';
import { aTalk, parent } from '../support/scripted-cases.ts';

const national = join(ROOT, 'knowledge', 'landelijk');
const idsIn = (folder: string) =>
  readdirSync(join(national, folder)).flatMap((name) => (name.endsWith('.json') ? [name.replace('.json', '')] : []));

/** "U kunt het hier voorleggen", "Leg het dan hier voor": what can't be done while filing is closed. */
const invitation = /kunt (u|je) (het|uw|dit)[^.]*voorleggen|\bhier (zelf )?voorleggen|leg (het|dit)[^.]* hier voor/i;
/** The court, not the aanspreekpunt. */
const elsewhere = /rechter/;
const denied = /kan (in deze chat|hier) nu niet/;

async function closed(): Promise<Knowledge> {
  // Without a municipality nothing is arranged.
  const loaded = await loadKnowledge({ nationalDir: national, localDir: null, effects });
  if (loaded.kind === 'faulty') throw new Error(JSON.stringify(loaded.faults[0]));
  return filingGate(aTalk({ as: parent, knowledge: loaded.knowledge }).deps)().knowledge;
}

describe('the national texts while nothing can be filed (T3)', () => {
  let knowledge: Knowledge;
  before(async () => {
    knowledge = await closed();
  });
  const leadsToFiling = (steps: readonly NextStep[]) =>
    steps.some((next) => next.soort === 'flow' && next.flow.startsWith('leg-voor'));

  it('hold no answer that invites to it', () => {
    const inviting = idsIn('faq').filter((id) => {
      const answer = knowledge.answer(id);
      const words = (answer?.antwoord ?? []).filter((text) => !denied.test(text) && !elsewhere.test(text)).join(' ');
      return invitation.test(words) || leadsToFiling(answer?.vervolg ?? []);
    });
    expect(inviting).to.deep.equal([]);
  });

  it('hold no outcome of a flow that invites to it', () => {
    const inviting = idsIn('flows').flatMap((id) =>
      Object.entries(knowledge.flow(id)?.stappen ?? {}).flatMap(([name, step]) => {
        if (step.soort !== 'uitkomst') return [];
        const words = step.tekst.filter((text) => !denied.test(text) && !elsewhere.test(text)).join(' ');
        return invitation.test(words) || leadsToFiling(step.vervolg) ? [`${id}.${name}`] : [];
      }),
    );
    expect(inviting).to.deep.equal([]);
  });
});
