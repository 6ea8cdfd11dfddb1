/** HTML as text in which every value is escaped, unless it is markup already. No page of ours is put together otherwise. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Value = string | number | Markup | readonly Markup[];

/** A tag for templates: `markup\`<p>${words}</p>\`` can't be broken out of, neither in a text nor in a quoted attribute. */
export function markup(parts: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(parts.map((part, place) => part + textOf(values[place])).join(''));
}

function textOf(value: Value | undefined): string {
  if (value === undefined) return '';
  if (value instanceof Markup) return value.text;
  if (typeof value === 'object') return value.map(({ text }) => text).join('');
  return String(value).replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const nothing = new Markup('');
