/** The only way this folder makes elements: attributes from our own code, words as text nodes. Never markup from a string. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export function button(label: string, className: string, press: () => void): HTMLButtonElement {
  const element = el('button', { type: 'button', class: className }, label);
  element.addEventListener('click', () => {
    if (element.getAttribute('aria-disabled') !== 'true') press();
  });
  return element;
}

/** `disabled` would throw the focus to the body (Chromium); this keeps it where the reader is. */
export function retire(control: HTMLElement): void {
  control.setAttribute('aria-disabled', 'true');
  control.tabIndex = -1;
}
