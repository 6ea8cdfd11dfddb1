/** The wired application as a process of its own that can be killed. Its clock runs ahead by as much as it is told. */
import { readConfig } from '../../bot/config.ts';
import { startApp } from '../../bot/wire.ts';
import { ROOT } from '../support/an-app.ts';

const [, , dataDir = '', aheadMs = '0'] = process.argv;
const outcome = readConfig({ REGIEWIJZER_PLAYGROUND: '1', PORT: '0', DATA_DIR: dataDir });
if (outcome.kind === 'faulty')
  throw new Error(outcome.faults.map(({ key, problem }) => `${key} ${problem}`).join('\n'));
process.on('disconnect', () => process.exit(0));

const { url } = await startApp({
  config: outcome.config,
  root: ROOT,
  logTo: { write: () => true },
  onFatal: () => process.exit(1),
  world: { now: () => new Date(Date.now() + Number(aheadMs)) },
});
process.send?.({ url });
