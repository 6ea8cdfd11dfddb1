import { expect } from 'chai';
import { signalSentence, stuckSentence } from '../../cards/index.ts';
import { fireRules, signalCodes } from '../../cases/index.ts';
import { aFact } from '../support/a-history.ts';
import { aKnowledge } from '../support/a-knowledge.ts';
import { someSettings } from '../support/case-world.ts';
import { wordsOf } from '../../cards/index.ts';

const words = wordsOf(aKnowledge());

describe('the sentence of a finding', () => {
  const facts = [
    aFact({ id: 'a', date: '2026-01-05', seq: 1, signals: ['request-for-help', 'many-agencies', 'no-plan'] }),
    aFact({ id: 'b', date: '2026-01-06', seq: 2, signals: ['regie-left-with-failing-party', 'waiting-list'] }),
    aFact({ id: 'c', date: '2026-02-02', seq: 3, signals: ['request-for-regisseur', 'overload-parent'] }),
    aFact({ id: 'd', date: '2026-02-03', seq: 4, signals: ['change-of-worker', 'cry-for-help', 'regisseur-lost'] }),
    aFact({ id: 'e', date: '2026-02-04', seq: 5, signals: ['rejected-on-rule', 'no-alternative-offered'] }),
    aFact({ id: 'f', date: '2026-03-02', seq: 6, signals: ['request-for-help', 'referral-cannot-deliver'] }),
    aFact({ id: 'g', date: '2026-03-03', seq: 7, signals: ['safety-concern'] }),
  ];
  const own = { id: 'VEILIG', codes: ['safety-concern'], fires: 'any', mode: 'propose' } as const;
  const settings = { ...someSettings, stuck: { ...someSettings.stuck, ownRules: [own] } };
  const findings = fireRules(facts, settings, '2026-04-01');

  it('exists for every rule, and names the days it rests on', () => {
    const rules = new Set(findings.map(({ rule }) => rule));
    expect([...rules]).to.have.members(['K1', 'K2', 'K2b', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'VEILIG']);
    for (const finding of findings) {
      const said = stuckSentence(finding, facts, words);
      expect(said, finding.key).to.match(/2026/);
      expect(said).to.not.match(/\{\{|undefined|null/);
    }
  });

  it('says how often, since when, and which rule of the municipality', () => {
    const said = (key: string) => {
      const finding = findings.find((one) => one.key === key);
      return finding === undefined ? '' : stuckSentence(finding, facts, words);
    };
    expect(said('K3@f')).to.include('2 maart 2026').and.include('keer 3').and.include('5 januari 2026');
    expect(said('K5@b')).to.include('wachtlijst');
    expect(said('K5@f')).to.include('niet kan leveren');
    expect(said('VEILIG@g')).to.include('VEILIG');
  });

  it('exists for every signal code', () => {
    for (const code of signalCodes) expect(signalSentence(code, words)).to.match(/\.$/);
  });
});
