/**
 * The SDK's connector client with its traps taken out: it retries creates by itself (one card becomes four), follows
 * redirects, and waits for ever. Here a client sends once, to an allowed host, within a deadline, and tells afterwards
 * how far the request got.
 */
import { Agent } from 'node:https';
import { type ConnectorClient, ConnectorFactory } from 'botframework-connector';
import type { Timers } from '../timers.ts';
import type { ServiceUrlCheck } from './service-url.ts';

export interface ConnectorLimits {
  readonly isServiceUrl: ServiceUrlCheck;
  /** Milliseconds for one call, getting the bot's own token included. */
  readonly timeoutMs: number;
  /** A connection for one send alone: a kept one may be half closed, and then nobody knows whether the card arrived. */
  readonly freshConnection: boolean;
  readonly timers: Pick<Timers, 'after'>;
}

/** What is known of the last request of one client. */
export interface Wire {
  /** Whether the request was handed to the network; before that it has surely not arrived. */
  handed: boolean;
  answer: { readonly status: number; readonly retryAfter: string | null; readonly body: string | null } | null;
}

export interface GuardedClient {
  readonly client: ConnectorClient;
  readonly wire: Wire;
}

export class ConnectorError extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = 'ConnectorError';
    this.code = code;
  }
}

/** Following redirects sends a card to another host; the log of requests can be switched on from outside; no forms, no traces. */
const UNWANTED = ['redirectPolicy', 'logPolicy', 'tracingPolicy', 'formDataPolicy', 'multipartPolicy'];

const freshConnections = new Agent({ keepAlive: false });

export async function guardedClient(
  factory: ConnectorFactory,
  target: { readonly serviceUrl: string; readonly audience?: string | undefined },
  limits: ConnectorLimits,
): Promise<GuardedClient> {
  if (!limits.isServiceUrl(target.serviceUrl)) {
    throw new ConnectorError(
      'service-url-refused',
      'Failed to open a connector: its host is not on the list of hosts.',
    );
  }
  const client = await factory.create(target.serviceUrl, target.audience);
  const pipeline = pipelineOf(client);
  if (pipeline.removePolicy({ name: 'defaultRetryPolicy' }).length !== 1) {
    throw new ConnectorError(
      'sdk-changed',
      'Failed to take the retries out of the connector: the SDK has no defaultRetryPolicy. Check the pinned version.',
    );
  }
  for (const name of UNWANTED) pipeline.removePolicy({ name });
  const wire: Wire = { handed: false, answer: null };
  // Serialize is the outermost phase, so the deadline also covers the fetching of the token; Sign is the innermost.
  pipeline.addPolicy(deadlinePolicy(limits), { phase: 'Serialize' });
  pipeline.addPolicy(wirePolicy(wire, limits.freshConnection), { afterPhase: 'Sign' });
  return { client, wire };
}

/** Clients of one bot, by where they send. The SDK makes one a turn, which takes longer than the turn itself. */
export type KeptClients = Map<string, ConnectorClient>;

/** Teams has a handful of hosts; an address is forgotten when more than this were used after it. */
const MAX_KEPT = 16;

export class GuardedConnectorFactory extends ConnectorFactory {
  readonly #real: ConnectorFactory;
  readonly #limits: ConnectorLimits;
  readonly #kept: KeptClients;
  constructor(real: ConnectorFactory, limits: ConnectorLimits, kept: KeptClients = new Map()) {
    super();
    this.#real = real;
    this.#limits = limits;
    this.#kept = kept;
  }
  async create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    const key = `${audience ?? ''}\n${serviceUrl}`;
    const client =
      this.#kept.get(key) ?? (await guardedClient(this.#real, { serviceUrl, audience }, this.#limits)).client;
    this.#kept.delete(key);
    this.#kept.set(key, client);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    return client;
  }
}

function deadlinePolicy({ timeoutMs, timers }: ConnectorLimits): PipelinePolicy {
  return {
    name: 'deadline',
    sendRequest(request, next) {
      const deadline = new AbortController();
      request.abortSignal = deadline.signal;
      return new Promise((resolve, reject) => {
        const cancel = timers.after(timeoutMs, () => {
          const late = new ConnectorError('deadline', 'Failed to call the connector: no answer in time.');
          reject(late);
          deadline.abort(late);
        });
        void next(request).then(resolve, reject).finally(cancel);
      });
    },
  };
}

function wirePolicy(wire: Wire, freshConnection: boolean): PipelinePolicy {
  return {
    name: 'wire',
    async sendRequest(request, next) {
      request.abortSignal?.throwIfAborted();
      if (freshConnection && request.url.startsWith('https:')) request.agent ??= freshConnections;
      wire.handed = true;
      wire.answer = null;
      const response = await next(request);
      const retryAfter = response.headers.get('retry-after') ?? null;
      wire.answer = { status: response.status, retryAfter, body: response.bodyAsText ?? null };
      return response;
    },
  };
}

/** The part of the pipeline of `@azure/core-rest-pipeline` that is used here; the SDK keeps it in a private field. */
interface PipelineRequest {
  url: string;
  agent?: unknown;
  abortSignal?: AbortSignal;
}
interface PipelineResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | undefined };
  readonly bodyAsText?: string | null;
}
interface PipelinePolicy {
  readonly name: string;
  sendRequest(
    request: PipelineRequest,
    next: (request: PipelineRequest) => Promise<PipelineResponse>,
  ): Promise<PipelineResponse>;
}
interface Pipeline {
  addPolicy(policy: PipelinePolicy, where: { readonly phase?: 'Serialize'; readonly afterPhase?: 'Sign' }): void;
  removePolicy(which: { readonly name: string }): readonly unknown[];
}

function pipelineOf(client: ConnectorClient): Pipeline {
  const inner: unknown = Reflect.get(client, 'client');
  if (!hasPipeline(inner)) {
    throw new ConnectorError(
      'sdk-changed',
      'Failed to guard the connector: it has no pipeline. Check the SDK version.',
    );
  }
  return inner.pipeline;
}

function hasPipeline(inner: unknown): inner is { readonly pipeline: Pipeline } {
  if (typeof inner !== 'object' || inner === null || !('pipeline' in inner)) return false;
  const { pipeline } = inner;
  return typeof pipeline === 'object' && pipeline !== null && 'addPolicy' in pipeline && 'removePolicy' in pipeline;
}
