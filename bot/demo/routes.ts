/** `POST /demo/token`: opens a conversation as a person of the demo. Mounted in the modes `demo` and `playground` only. */
import type { Request, Response, Server } from 'restify';
import { z } from 'zod';
import type { DirectLine } from '../directline/direct-line.ts';
import { jsonBody } from '../http/json-body.ts';
import { refuse, sendJson } from '../http/respond.ts';
import { demoPersona } from './identities.ts';

const bodySchema = z.strictObject({ persona: z.enum(['worker', 'officer']) });

export function mountDemo(server: Server, directLine: DirectLine): void {
  const { startAs } = directLine;
  if (!startAs)
    throw new Error('Failed to mount the demo: the web channel gives no personas. Start without MicrosoftAppId.');
  server.post('/demo/token', ...jsonBody(), async (req: Request, res: Response) => {
    const body = bodySchema.safeParse(req.body);
    const token = body.success ? await startAs(demoPersona(body.data.persona)) : null;
    if (token) sendJson(res, 201, token);
    else refuse(res, body.success ? 503 : 400);
  });
}
