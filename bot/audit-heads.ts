/**
 * Once a day, and at every start, the operational log says where the audit log stands. That line lies outside `DATA_DIR`:
 * with its hash `npm run -s audit:verify -- --hash …` shows whether anything before it was changed or cut off.
 */
import { localDay } from '../cases/index.ts';
import type { AuditHead } from '../register/index.ts';
import type { Log } from './log.ts';
import type { Round } from './rounds.ts';

export interface AuditHeadsDeps {
  /** `null`: nothing is kept on disk. */
  head(): AuditHead | null;
  readonly log: Pick<Log, 'info'>;
  now(): Date;
}

export function auditHeads(deps: AuditHeadsDeps): Round {
  let told = '';
  return {
    name: 'audit-head',
    run() {
      const today = localDay(deps.now());
      const head = deps.head();
      if (told !== today && head !== null && head.lines > 0) {
        told = today;
        deps.log.info('audit-head', { count: head.lines, key: head.hash });
      }
      return Promise.resolve({ changed: 0, failed: 0 });
    },
  };
}
