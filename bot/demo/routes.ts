/**
 * What only the demo has, in the modes `demo` and `playground`: `POST /demo/token` opens a conversation as one of its
 * people, `GET /demo/day` gives its day, `POST /demo/day` lets a day pass.
 */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { DirectLine } from '../directline/direct-line.ts';
import { jsonBody } from '../http/json-body.ts';
import { refuse, sendJson } from '../http/respond.ts';
import { demoPersona } from './identities.ts';
import type { DemoDays } from './next-day.ts';

const bodySchema = z.strictObject({ persona: z.enum(['worker', 'officer']) });

export function mountDemo(server: Server, directLine: DirectLine, days: DemoDays): void {
  const { startAs } = directLine;
  if (!startAs)
    throw new Error('Failed to mount the demo: the web channel gives no personas. Start without MicrosoftAppId.');
  server.post('/demo/token', ...jsonBody(), async (req: Request, res: Response) => {
    const body = bodySchema.safeParse(req.body);
    const token = body.success ? await startAs(demoPersona(body.data.persona)) : null;
    if (token) sendJson(res, 201, token);
    else refuse(res, body.success ? 503 : 400);
  });
  server.get('/demo/day', (_req: Request, res: Response, next) => {
    sendJson(res, 200, days.today());
    next(false);
  });
  server.post('/demo/day', ...jsonBody(), async (_req: Request, res: Response) => {
    sendJson(res, 200, await days.next());
  });
}
