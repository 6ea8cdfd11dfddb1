/** HTTP without `fetch`: the fetch that nock puts in place can't pass a request on that has a body. */
import { request } from 'node:http';

export interface PlainAnswer {
  readonly status: number;
  readonly text: string;
  /** The parsed JSON, or the text when it is none. */
  readonly body: unknown;
  readonly ms: number;
}

export interface PlainCall {
  /** With a body it is a POST, else a GET. A string is sent as it is. */
  readonly json?: unknown;
  /** A bearer token, or a whole header when there is a space in it. */
  readonly token?: string | null;
}

export async function plainHttp(url: string, { json, token = null }: PlainCall = {}): Promise<PlainAnswer> {
  const started = performance.now();
  const { status, text } = await exchange(url, { json, token });
  const body: unknown = text.startsWith('{') ? JSON.parse(text) : text;
  return { status, text, body, ms: performance.now() - started };
}

function exchange(url: string, { json, token }: Required<PlainCall>): Promise<{ status: number; text: string }> {
  const authorization = token === null || token.includes(' ') ? token : `Bearer ${token}`;
  const headers = { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: json === undefined ? 'GET' : 'POST', agent: false, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text });
      });
    });
    sent.on('error', reject);
    sent.end(typeof json === 'string' ? json : JSON.stringify(json));
  });
}
