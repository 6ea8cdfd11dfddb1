/**
 * What everybody may see, as pages without a script: `/u-vroeg-wij-deden`, and under it the report of each quarter that is
 * over, as a page and as CSV. Everything is counted from anonymous records; a quarter that runs is not shown, and one that is
 * over is counted once (`kept-reports.ts`), because two looks would tell what happened in between.
 */
import type { Request, Response, Server } from 'restify';
import { type AnonymousRecord, askedAndDone, type Quarter } from '../../cases/index.ts';
import type { Knowledge } from '../../knowledge/index.ts';
import { securityHeadersByPolicy } from '../http/headers.ts';
import { refuse } from '../http/respond.ts';
import { askedAndDonePage } from './asked-and-done-page.ts';
import { type KeptReports, quartersIn, reportOfPast } from './kept-reports.ts';
import { isSettled, quarterFrom } from './quarter.ts';
import { quarterReportCsv } from './quarter-report-csv.ts';
import { quarterReportPage } from './quarter-report-page.ts';

/** One count of all families serves everybody who asks within this time. */
const FRESH_MS = 5_000;
const PATH = '/u-vroeg-wij-deden';

export interface PublicDeps {
  records(): Promise<readonly AnonymousRecord[]>;
  readonly kept: KeptReports;
  knowledge(): Knowledge;
  /** Below this a count is not shown. */
  readonly smallest: number;
  readonly https: boolean;
  now(): Date;
}

export function mountPublic(server: Server, deps: PublicDeps): void {
  const headers = securityHeadersByPolicy(deps.https).page;
  const records = remembered(deps);
  const isOpen = (quarter: Quarter): boolean => isSettled(quarter, deps.now());
  /** Newest first. What was counted stays, also when the last family of that quarter is erased. */
  const reportsOf = async (all: readonly AnonymousRecord[]): Promise<readonly Quarter[]> =>
    [...new Set([...quartersIn(all), ...(await deps.kept.quarters())])].filter(isOpen).sort().reverse();

  const send = (res: Response, type: string, text: string) => {
    for (const [name, value] of headers) res.setHeader(name, value);
    const body = Buffer.from(text);
    res.sendRaw(200, body, { 'Content-Type': `${type}; charset=utf-8`, 'Content-Length': String(body.length) });
  };

  const showAll = async (_req: Request, res: Response) => {
    const all = await records();
    send(res, 'text/html', askedAndDonePage(askedAndDone(all), await reportsOf(all), deps.knowledge()));
  };

  const showQuarter = async (req: Request, res: Response) => {
    const params: unknown = req.params;
    const [, typed = '', csv] = /^(.{1,7}?)(\.csv)?$/.exec(nameIn(params)) ?? [];
    const quarter = quarterFrom(typed);
    const counting = { kept: deps.kept, records, smallest: deps.smallest, now: () => deps.now() };
    const counted = quarter === null || !isOpen(quarter) ? undefined : await reportOfPast(quarter, counting);
    if (counted === undefined) refuse(res, 404);
    else if (csv === undefined)
      send(res, 'text/html', quarterReportPage({ ...counted, style: { kind: 'linked' } }, deps.knowledge()));
    else send(res, 'text/csv', quarterReportCsv(counted.report, deps.knowledge()));
  };

  server.get(PATH, showAll);
  server.head(PATH, showAll);
  server.get(`${PATH}/:quarter`, showQuarter);
  server.head(`${PATH}/:quarter`, showQuarter);
}

function nameIn(params: unknown): string {
  const named = typeof params === 'object' && params !== null && 'quarter' in params ? params.quarter : '';
  return typeof named === 'string' ? named : '';
}

function remembered(deps: PublicDeps): () => Promise<readonly AnonymousRecord[]> {
  let last: { readonly at: number; readonly all: Promise<readonly AnonymousRecord[]> } | null = null;
  return () => {
    const at = deps.now().getTime();
    // The clock of a demo can be moved: a count from the future is not fresh either.
    if (last === null || Math.abs(at - last.at) > FRESH_MS) {
      const all = deps.records();
      last = { at, all };
      all.catch(() => {
        last = null;
      });
    }
    return last.all;
  };
}
