/**
 * A card as it may be shown: known elements only, nothing that fetches, no address but https and tel, no markup.
 * adaptivecards has no guard against `javascript:` and breaks some inputs inside a shadow root.
 */
import { safeUrl } from '../widget/safe-url.ts';

const ELEMENTS = new Set([
  'AdaptiveCard',
  'TextBlock',
  'RichTextBlock',
  'TextRun',
  'Container',
  'ColumnSet',
  'Column',
  'FactSet',
  'ActionSet',
  'Input.Text',
  'Input.Date',
  'Input.Time',
  'Input.Number',
  'Input.ChoiceSet',
  'Input.Toggle',
  'Action.Submit',
  'Action.OpenUrl',
  'Action.ShowCard',
  'Action.ToggleVisibility',
]);

/** `backgroundImage` and `iconUrl` fetch; `maxLines` writes markup back; tooltips and menus open outside the shadow root. */
const DROPPED_KEYS = new Set([
  'backgroundImage',
  'iconUrl',
  'maxLines',
  'tooltip',
  'refresh',
  'authentication',
  'fallback',
]);

const WRAPS = new Set(['TextBlock', 'Input.ChoiceSet', 'Input.Toggle']);

export function cleanCard(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((entry: unknown) => cleanCard(entry)).filter((entry) => entry !== undefined);
  if (typeof value !== 'object' || value === null) return value;
  const source: Record<string, unknown> = Object.fromEntries(Object.entries(value));
  const type = typeof source.type === 'string' ? source.type : null;
  if (type !== null && !ELEMENTS.has(type)) return undefined;
  if (type === 'Action.OpenUrl' && (typeof source.url !== 'string' || safeUrl(source.url) === null)) return undefined;
  const clean: Record<string, unknown> = {};
  for (const [key, entry] of Object.entries(source)) {
    if (DROPPED_KEYS.has(key)) continue;
    // What a button submits is data, not card: it stays as it is.
    const kept = key === 'data' ? entry : cleanCard(entry);
    if (kept !== undefined) clean[key] = kept;
  }
  if (type !== null && WRAPS.has(type)) clean.wrap = true;
  // "filtered" and the compact list's pop-up look for their parts in the document, outside the shadow root.
  if (type === 'Input.ChoiceSet') clean.style = 'expanded';
  if (type?.startsWith('Action.')) clean.mode = 'primary';
  return clean;
}
