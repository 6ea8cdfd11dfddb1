import { expect } from 'chai';
import { captureConsole, makeLog } from '../../bot/log.ts';

function aLog(level: 'info' | 'debug' = 'info') {
  const lines: string[] = [];
  const now = () => new Date('2026-11-22T09:00:00.000Z');
  const log = makeLog({ level, stream: { write: (line: string) => lines.push(line) }, now });
  return { log, lines };
}

describe('the log', () => {
  it('writes one JSON line with the time, the level, the event and codes', () => {
    const { log, lines } = aLog();
    log.info('turn', { channel: 'web', durationMs: 1.23456, count: 0, kind: null });
    expect(lines).to.have.length(1);
    expect(JSON.parse(lines[0]!)).to.deep.equal({
      time: '2026-11-22T09:00:00.000Z',
      level: 'info',
      event: 'turn',
      channel: 'web',
      durationMs: 1.235,
      count: 0,
      kind: null,
    });
  });

  it('drops fields that are not on the list, and words where codes belong (I6)', () => {
    const { log, lines } = aLog();
    const smuggled = {
      text: 'kanarie',
      name: 'kanarie',
      err: new Error('kanarie'),
      code: 'mevrouw kanarie',
      kind: { a: 'kanarie' },
    };
    Object.assign(smuggled, { toJSON: () => 'kanarie' });
    log.error('failed', Object.fromEntries(Object.entries(smuggled)));
    log.info('een zin met kanarie');
    expect(lines.join('')).not.to.contain('kanarie');
    expect(JSON.parse(lines[0]!)).to.include({ code: '[dropped]', kind: null });
  });

  it('lets nobody write a line of their own (I7)', () => {
    const { log, lines } = aLog();
    log.warn('x', { code: 'a\n{"level":60}', key: '\u001b[31mred', route: 'ok"}\n{' });
    expect(lines).to.have.length(1);
    expect(lines[0]!.trimEnd()).not.to.match(/\n|\u001b/);
    expect(JSON.parse(lines[0]!)).to.include({ code: '[dropped]', key: '[dropped]', route: '[dropped]' });
  });

  it('is silent below its level', () => {
    const { log, lines } = aLog();
    log.debug('turn');
    expect(lines).to.deep.equal([]);
    const chatty = aLog('debug');
    chatty.log.debug('turn');
    expect(chatty.lines).to.have.length(1);
  });

  it('tells of a fault its code or class and never its message', () => {
    const { log } = aLog();
    expect(log.faultOf(Object.assign(new Error('kanarie'), { code: 'ENOSPC' }))).to.deep.equal({ code: 'ENOSPC' });
    expect(log.faultOf(new TypeError('kanarie'))).to.deep.equal({ code: 'TypeError' });
    expect(log.faultOf(Object.assign(new Error('x'), { code: 'mevrouw kanarie' }))).to.deep.equal({
      code: '[dropped]',
    });
    expect(log.faultOf('kanarie')).to.deep.equal({ code: 'not-an-error' });
  });

  it('catches what a library writes to the console, without its text, until it is undone', () => {
    const { log, lines } = aLog();
    const printed: unknown[] = [];
    const print = (...data: unknown[]) => void printed.push(...data);
    const target = { log: print, info: print, warn: print, error: print, debug: print, trace: print };
    const undo = captureConsole(log, target);
    target.error('kanarie', new Error('kanarie'));
    undo();
    target.log('weer gewoon');
    expect(printed).to.deep.equal(['weer gewoon']);
    expect(JSON.parse(lines[0]!)).to.include({ event: 'sdk-console', code: 'error' });
    expect(lines.join('')).not.to.contain('kanarie');
  });
});
