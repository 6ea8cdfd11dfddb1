/** What the server puts in front of the bundle when it serves it. No Dutch stands in this folder: words come from here. */
export interface RegieSettings {
  readonly texts: Readonly<Record<string, string>>;
  readonly gemeente: string;
  /** As people read it, e.g. `14 0123`. */
  readonly phone: string;
  /** Neutral site for the quick exit; https only. */
  readonly exitUrl: string;
}

declare const REGIE_SETTINGS: RegieSettings;

export const settings: RegieSettings = REGIE_SETTINGS;

/** A missing text shows its key: ugly and found at once, but the chat keeps working. */
export function text(key: string, values: Readonly<Record<string, string>> = {}): string {
  const known: Readonly<Record<string, string>> = { gemeente: settings.gemeente, telefoon: settings.phone, ...values };
  return (settings.texts[key] ?? key).replace(/\{\{(\w+)\}\}/g, (whole, name: string) => known[name] ?? whole);
}
