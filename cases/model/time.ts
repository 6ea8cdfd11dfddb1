/** An instant in UTC, ISO 8601 with milliseconds, e.g. `2026-11-22T09:00:00.000Z`. */
export type Instant = string;

/** A calendar day in Europe/Amsterdam, `YYYY-MM-DD`. */
export type Day = string;
