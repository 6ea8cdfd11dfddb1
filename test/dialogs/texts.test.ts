import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { textKeys, textOf } from '../support/a-knowledge.ts';

const sources = [
  'dialogs',
  'dialogs/effects',
  'dialogs/submits',
  'dialogs/work',
  'dialogs/desk',
  'dialogs/parent',
  'dialogs/people',
  'cards',
  'cards/forms',
  'cards/desk',
  'bot',
  'bot/commands',
  'bot/demo',
  'bot/outbox',
  'bot/public',
  'bot/teams',
]
  .flatMap((folder) => {
    const here = new URL(`../../${folder}/`, import.meta.url);
    return readdirSync(here)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, here), 'utf8'));
  })
  .join('\n');

/** `check.plan.${kind}` names every key that starts with `check.plan.`. */
const patterns = [...sources.matchAll(/`([a-z][a-zA-Z.-]*[.-])\$\{[^`]*`/g)].map(([, start = '']) => start);

describe('teksten.json', () => {
  it('holds no sentence that nobody says', () => {
    const unused = textKeys.filter(
      (key) => !sources.includes(`'${key}'`) && !patterns.some((start) => key.startsWith(start)),
    );
    expect(unused).to.deep.equal([]);
  });

  it('holds every sentence that the dialogs, cards and channels name', () => {
    const named = [...sources.matchAll(/(?:text|words|sentence)\(\s*(?:knowledge, )?'([^']+)'/g)].map(
      ([, key = '']) => key,
    );
    expect(named.filter((key) => !textKeys.includes(key))).to.deep.equal([]);
    expect(named.length).to.be.greaterThan(50);
  });

  it('fills local facts under names with a dot and values under names without', () => {
    const odd = textKeys.flatMap((key) =>
      [...textOf(key).matchAll(/\{\{([^}]*)\}\}/g)].flatMap(([, name = '']) =>
        /^[a-z]+(\.[a-zA-Z]+)?$/.test(name) ? [] : [name],
      ),
    );
    expect(odd).to.deep.equal([]);
  });
});
