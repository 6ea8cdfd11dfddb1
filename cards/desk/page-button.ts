import type { CardElement } from '../adaptive-card.ts';
import { button } from '../elements.ts';

interface PageButton {
  readonly title: string;
  readonly verb: string;
  readonly cardRef: string;
  /** Which part of a long text. */
  readonly part?: number;
}

/** Looks at another page of the same card; changes nothing. */
export function pageButton({ part, ...spec }: PageButton): CardElement {
  const made = button(spec);
  return part === undefined ? made : { ...made, data: { cardRef: spec.cardRef, part: String(part) } };
}
