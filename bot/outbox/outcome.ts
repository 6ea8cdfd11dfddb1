/** What one attempt to send means for the notice (docs/decisions/outbox.md). Pure: the transport only reports what it saw. */
import type { DeliveryOutcome } from '../../cases/index.ts';

/** How one request to the connector ended. `code` is a code, never a text. */
export type TransportResult =
  | { readonly kind: 'accepted'; readonly activityId: string | null }
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly code: string | null;
      readonly retryAfter: string | null;
    }
  /** It ended before the request was written to the network. */
  | { readonly kind: 'never-sent'; readonly code: string }
  /** It was written, and no answer came back. */
  | { readonly kind: 'no-answer'; readonly code: string };

type SendOutcome = Exclude<DeliveryOutcome, { kind: 'no-address' }>;

/** `alarm`: an operator must look. `tooLarge`: the same notice in its short form may fit. */
export type Delivery = SendOutcome & { readonly alarm: string | null; readonly tooLarge: boolean };

/** Longer than this is no request to slow down but a fault of the other side. */
export const MAX_RETRY_AFTER_MS = 60 * 60 * 1000;

export function outcomeOf(result: TransportResult, now: Date): Delivery {
  switch (result.kind) {
    case 'accepted':
      return quiet({ kind: 'delivered', activityId: result.activityId });
    case 'never-sent':
      return {
        ...quiet({ kind: 'not-delivered', retryAfterMs: null, because: result.code }),
        alarm: result.code === 'token-unavailable' ? 'token-unavailable' : null,
      };
    case 'no-answer':
      return quiet({ kind: 'ambiguous', because: result.code });
    case 'answered':
      return answered(result, now);
  }
}

function answered({ status, code, retryAfter }: Extract<TransportResult, { kind: 'answered' }>, now: Date): Delivery {
  const because = code ?? `http-${status}`;
  const notDelivered = { kind: 'not-delivered', retryAfterMs: null, because } as const;
  if (status >= 200 && status < 300) return quiet({ kind: 'delivered', activityId: null });
  if (status === 429) return slowedDown(retryAfter, because, now);
  if (status === 401) return { ...notDelivered, alarm: 'token-refused', tooLarge: false };
  if (status === 413 || code === 'MessageSizeTooBig') return { ...notDelivered, alarm: null, tooLarge: true };
  if (status === 403 || status === 404) return { kind: 'unreachable', because, alarm: 'unreachable', tooLarge: false };
  if (status === 412) return quiet(notDelivered);
  if (status === 408 || status >= 500) return quiet({ kind: 'ambiguous', because });
  return { ...notDelivered, alarm: 'connector-refused', tooLarge: false };
}

function slowedDown(retryAfter: string | null, because: string, now: Date): Delivery {
  const asked = retryAfterMs(retryAfter, now);
  const absurd = asked !== null && asked > MAX_RETRY_AFTER_MS;
  return {
    kind: 'not-delivered',
    retryAfterMs: absurd ? MAX_RETRY_AFTER_MS : asked,
    because,
    alarm: absurd ? 'retry-after-absurd' : null,
    tooLarge: false,
  };
}

/** Seconds or an HTTP date; `null` when it is absent or neither. */
export function retryAfterMs(header: string | null, now: Date): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,15}$/.test(text)) return Number(text) * 1000;
  // Date.parse takes a lot for a date, "-5" among it: an HTTP date names its day and zone.
  if (!/^[A-Za-z]{3,9},? .*GMT$/.test(text)) return null;
  const at = Date.parse(text);
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}

function quiet(outcome: SendOutcome): Delivery {
  return { ...outcome, alarm: null, tooLarge: false };
}
