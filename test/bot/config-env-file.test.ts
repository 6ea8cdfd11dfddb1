import { expect } from 'chai';
import { readEnvFile } from '../../bot/config-env-file.ts';

describe('a file .env', () => {
  it('gives its settings, over several lines too', () => {
    const text = '\uFEFF# about\r\n\r\nPORT=4525\r\nexport HOST=::1\nCONTACT="one\ntwo: three"\nLOG_LEVEL = \'info\'\n';
    expect(readEnvFile(text)).to.deep.equal({
      settings: { PORT: '4525', HOST: '::1', CONTACT: 'one\ntwo: three', LOG_LEVEL: 'info' },
      faults: [],
    });
  });

  it('names each line that is no setting, loses nothing of the next one, and repeats no value', () => {
    const { settings, faults } = readEnvFile('PORT: 4525\nHOST=::1\n\nkanarie geheim\nTOKEN_KEY: kanarie\n');
    expect(settings).to.deep.equal({ HOST: '::1' });
    expect(faults).to.deep.equal([
      '.env, line 1 is not KEY=VALUE and is passed over; write PORT=…',
      '.env, line 4 is not KEY=VALUE and is passed over',
      '.env, line 5 is not KEY=VALUE and is passed over; write TOKEN_KEY=…',
    ]);
  });
});
