/** Plays the connector of Teams on this machine: accepts whatever is sent and remembers how much, and what came last. */
import { createServer } from 'node:http';

export interface Connector {
  readonly serviceUrl: string;
  /** Calls since the start. */
  calls(): number;
  /** The body of the newest call. */
  last(): string;
  stop(): void;
}

export async function startConnector(): Promise<Connector> {
  let calls = 0;
  let last = '';
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      calls += 1;
      last = body;
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(`{"id":"sent-${calls}"}`);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('Failed to start the connector: it has no port.');
  return {
    // The bot allows this host and path only, as the Agents Playground has them.
    serviceUrl: `http://localhost:${address.port}/_connector`,
    calls: () => calls,
    last: () => last,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}
