/** What scrolls, and how far. */

/** On a strongly zoomed screen the whole panel scrolls, not only the conversation. */
export function scrollBox(scroller: HTMLElement): Element {
  return scroller.scrollHeight > scroller.clientHeight ? scroller : (scroller.closest('dialog') ?? scroller);
}

/** Not `scrollIntoView`: that moves the municipality's page as well. */
export function scrollToTop(scroller: HTMLElement, item: HTMLElement): void {
  const box = scrollBox(scroller);
  const covered = box === scroller ? 0 : (scroller.previousElementSibling?.clientHeight ?? 0);
  box.scrollTop += item.getBoundingClientRect().top - box.getBoundingClientRect().top - covered - 8;
}
