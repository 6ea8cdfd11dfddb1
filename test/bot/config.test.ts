import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { expect } from 'chai';
import { configKeys, readConfig } from '../../bot/config.ts';

const SECRET = 'kanarie-wachtwoord';
const KEY = Buffer.from('the test key: quick brown foxes!').toString('base64');
const teams = {
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppPassword: SECRET,
  PUBLIC_URL: 'https://chat.gemeente.nl',
  WIDGET_ORIGINS: 'https://www.gemeente.nl, https://cjg.gemeente.nl',
  TOKEN_KEY: KEY,
  ROLES_FILE: '/etc/roles.json',
  DATA_DIR: '/var/data',
  KNOWLEDGE_DIR: '/etc/kennis',
};
type Env = Record<string, string | undefined>;

function faultsOf(env: Env) {
  const outcome = readConfig(env);
  return outcome.kind === 'faulty' ? outcome.faults : [];
}
const keysOf = (env: Env) => faultsOf(env).map(({ key }) => key);

describe('the configuration', () => {
  it('is the demo on loopback when nothing is set', () => {
    expect(readConfig({})).to.deep.include({ kind: 'ok', warnings: [] });
    const outcome = readConfig({ PORT: '0', DATA_DIR: '' });
    expect(outcome.kind === 'ok' && outcome.config).to.deep.equal({
      mode: 'demo',
      port: 0,
      host: '127.0.0.1',
      logLevel: 'info',
      trustedProxyHops: 0,
      securityContact: null,
      dataDir: null,
      knowledgeDir: null,
      rolesFile: null,
      tokenKey: null,
      publicUrl: null,
      widgetOrigins: [],
    });
  });

  it('is Teams with everything that Teams needs', () => {
    const outcome = readConfig({ ...teams, NODE_ENV: 'production', MicrosoftAppType: 'SingleTenant', HOST: '0.0.0.0' });
    if (outcome.kind !== 'ok' || outcome.config.mode !== 'teams') throw new Error(JSON.stringify(outcome));
    expect(outcome.config).to.include({ host: '0.0.0.0', publicUrl: 'https://chat.gemeente.nl', port: 3978 });
    expect(outcome.config.widgetOrigins).to.deep.equal(['https://www.gemeente.nl', 'https://cjg.gemeente.nl']);
    expect(outcome.config.microsoft.appPassword.reveal()).to.equal(SECRET);
    expect(outcome.config.tokenKey.reveal()).to.equal(KEY);
  });

  it('shows no secret, however it is printed (I10)', () => {
    const outcome = readConfig(teams);
    if (outcome.kind !== 'ok') throw new Error('faulty');
    const { config } = outcome;
    const secret = config.tokenKey;
    const printed = JSON.stringify(config) + inspect(config, { depth: 9, showHidden: true }) + String(secret);
    expect(printed).to.contain('[secret]').and.not.to.contain(SECRET).and.not.to.contain(KEY);
  });

  describe('names each key that Teams lacks or that is no good, and never repeats a value (B1, R15)', () => {
    for (const key of Object.keys(teams)) {
      const bad = ['', ' ', `\${${key}}`, ...(key === 'MicrosoftAppId' ? [] : [undefined])];
      for (const value of bad) {
        it(`${key} = ${JSON.stringify(value)}`, () => {
          expect(keysOf({ ...teams, [key]: value })).to.deep.equal([key]);
        });
      }
    }
    for (const [key, value] of [
      ['MicrosoftAppId', 'kanarie-id'],
      ['MicrosoftAppTenantId', 'common'],
      ['MicrosoftAppType', 'MultiTenant'],
      ['MicrosoftAppType', 'singletenant'],
      ['MicrosoftAppType', ''],
      ['PUBLIC_URL', 'http://chat.gemeente.nl'],
      ['PUBLIC_URL', 'https://chat.gemeente.nl/pad'],
      ['WIDGET_ORIGINS', '*'],
      ['WIDGET_ORIGINS', 'https://*.gemeente.nl'],
      ['WIDGET_ORIGINS', 'https://www.gemeente.nl,'],
      ['WIDGET_ORIGINS', 'https://www.gemeente.nl/'],
      ['TOKEN_KEY', 'kanarie'],
      ['TOKEN_KEY', Buffer.alloc(31).toString('base64')],
      ['PORT', '99999'],
      ['PORT', '80a'],
      ['PORT', ''],
      ['LOG_LEVEL', 'loud'],
      ['TRUSTED_PROXY_HOPS', '-1'],
      ['SECURITY_CONTACT', 'kanarie@gemeente.nl'],
      ['HOST', ''],
    ] as const) {
      it(`${key} = ${value}`, () => {
        const faults = faultsOf({ ...teams, [key]: value });
        expect(faults.map((fault) => fault.key)).to.deep.equal([key]);
        expect(JSON.stringify(faults)).not.to.contain('kanarie').and.not.to.contain(SECRET);
      });
    }
  });

  it('refuses the values of examples, and keys that anybody can guess, each by its key', () => {
    const zeros = '00000000-0000-0000-0000-000000000000';
    const examples = {
      MicrosoftAppId: zeros,
      MicrosoftAppTenantId: zeros,
      MicrosoftAppPassword: 'secret',
      TOKEN_KEY: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=',
    };
    expect(keysOf({ ...teams, ...examples }).sort()).to.deep.equal(Object.keys(examples).sort());
    expect(keysOf({ TOKEN_KEY: examples.TOKEN_KEY })).to.deep.equal(['TOKEN_KEY']);
    const counting = Buffer.from(Array.from({ length: 32 }, (_, place) => place));
    for (const key of [Buffer.alloc(32, 7), Buffer.from('abcdefgh'.repeat(4)), counting])
      expect(keysOf({ ...teams, TOKEN_KEY: key.toString('base64') })).to.deep.equal(['TOKEN_KEY']);
  });

  it('takes every key that chance makes', () => {
    for (let tries = 0; tries < 1_000; tries += 1)
      expect(keysOf({ ...teams, TOKEN_KEY: randomBytes(32).toString('base64') })).to.deep.equal([]);
  });

  it('starts with nothing that was copied from .env.example as it stands', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');
    const copied: Env = Object.fromEntries(
      [...lines.matchAll(/^# ((?:MicrosoftApp|TOKEN_KEY)\w*)=(.+)$/gm)].map(
        ([, key = '', value]): [string, string | undefined] => [key, value],
      ),
    );
    expect(keysOf({ ...teams, ...copied })).to.have.members([
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'MicrosoftAppPassword',
      'TOKEN_KEY',
    ]);
  });

  it('tells all faults at once', () => {
    expect(keysOf({ MicrosoftAppId: 'x', PORT: 'y', OAuthUrl: 'z', REGIEWIJZER_PLAYGROUND: '1' })).to.include.members([
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'MicrosoftAppPassword',
      'PORT',
      'OAuthUrl',
      'REGIEWIJZER_PLAYGROUND',
    ]);
  });

  describe('keeps the demo and the playground on this machine (B1)', () => {
    for (const flag of [{}, { REGIEWIJZER_PLAYGROUND: '1' }]) {
      const mode = 'REGIEWIJZER_PLAYGROUND' in flag ? 'playground' : 'demo';
      it(`${mode}: loopback in each spelling`, () => {
        for (const HOST of ['127.0.0.1', '127.0.0.2', '::1', 'localhost']) {
          const outcome = readConfig({ ...flag, HOST });
          expect(outcome.kind === 'ok' && outcome.config.mode).to.equal(mode);
        }
      });
      it(`${mode}: refuses other addresses, production and what belongs to Teams`, () => {
        for (const HOST of ['0.0.0.0', '::', '10.0.0.1', '127.evil.nl'])
          expect(keysOf({ ...flag, HOST })).to.deep.equal(['HOST']);
        expect(keysOf({ ...flag, NODE_ENV: 'production' })).to.deep.equal(['NODE_ENV']);
        expect(keysOf({ ...flag, WIDGET_ORIGINS: 'https://www.gemeente.nl' })).to.deep.equal(['WIDGET_ORIGINS']);
        expect(keysOf({ ...flag, MicrosoftAppPassword: SECRET })).to.deep.equal(['MicrosoftAppId']);
      });
    }
    it('refuses keys of the demo together with an app id', () => {
      for (const key of ['REGIEWIJZER_PLAYGROUND', 'REGIEWIJZER_DEMO']) {
        expect(keysOf({ ...teams, [key]: '1' })).to.deep.equal([key]);
      }
    });
    it('takes no other value for the flag', () => {
      expect(keysOf({ REGIEWIJZER_PLAYGROUND: 'true' })).to.deep.equal(['REGIEWIJZER_PLAYGROUND']);
    });
  });

  describe('refuses what would change whom it trusts', () => {
    for (const key of [
      'ToChannelFromBotLoginUrl',
      'ToChannelFromBotOAuthScope',
      'ToBotFromChannelTokenIssuer',
      'OAuthUrl',
      'ToBotFromChannelOpenIdMetadataUrl',
      'ToBotFromEmulatorOpenIdMetadataUrl',
      'CallerId',
    ]) {
      it(key, () => {
        expect(keysOf({ ...teams, NODE_ENV: 'test', [key]: 'https://evil.example' })).to.deep.equal([key]);
        expect(readConfig({ ...teams, [key]: 'https://test.example' }, { allowTrustRedirects: true }).kind).to.equal(
          'ok',
        );
      });
    }
  });

  it('warns about keys that look like ours', () => {
    const outcome = readConfig({ ...teams, MicrosoftAppTenant: 'x', WIDGET_ORIGIN: 'y', PATH: '/bin' });
    expect(outcome.kind === 'ok' && outcome.warnings.map(({ key }) => key)).to.deep.equal([
      'MicrosoftAppTenant',
      'WIDGET_ORIGIN',
    ]);
  });

  it('asks whether another key was meant when one looks like it, and lets those of the machine be', () => {
    const outcome = readConfig({
      POORT: '4525',
      KNOWLEDGE: '/etc/kennis',
      DATADIR: '/var/data',
      TOKEN_KEYS: 'x',
      port: '1',
      ...{
        HOME: '/root',
        PATH: '/bin',
        PWD: '/',
        HOSTNAME: 'h',
        NODE: '/usr/bin/node',
        NODE_OPTIONS: '',
        LOGNAME: 'x',
      },
    });
    expect(outcome.kind === 'ok' && outcome.warnings.map(({ key, problem }) => `${key} ${problem}`)).to.deep.equal(
      [
        ['POORT', 'PORT'],
        ['KNOWLEDGE', 'KNOWLEDGE_DIR'],
        ['DATADIR', 'DATA_DIR'],
        ['TOKEN_KEYS', 'TOKEN_KEY'],
        ['port', 'PORT'],
      ].map(([key, meant]) => `${key} is not a key of this server; did you mean ${meant}?`),
    );
  });

  it('has every key in .env.example, with a line about it, and no other', () => {
    const lines = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8').split('\n');
    const keyOf = (line: string) => /^# ([A-Za-z_]+)=\S/.exec(line)?.[1];
    expect(
      lines
        .map(keyOf)
        .filter((key) => key !== undefined)
        .sort(),
    ).to.deep.equal([...configKeys].sort());
    for (const [index, line] of lines.entries()) {
      if (keyOf(line) !== undefined) expect(lines[index - 1], line).to.match(/^# [A-Z1].*\.$|^# production /);
    }
  });
});
