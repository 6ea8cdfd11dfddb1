/** The widget on a page of its own, opened before each test of a file and closed after it. */
import { closeBrowser } from '../support/browser.ts';
import { openWidgetPage, removeBuiltWeb, type WidgetPage } from '../support/widget-page.ts';

export function aConversation() {
  let widget: WidgetPage;
  after(closeBrowser);
  after(removeBuiltWeb);
  beforeEach(async () => {
    widget = await openWidgetPage();
  });
  afterEach(async () => {
    await widget.close();
  });
  return {
    get widget() {
      return widget;
    },
    bubbles: (words: string) => widget.page.locator('.bubble', { hasText: words }),
    posted: () => widget.server.posted.map((activity) => activity.text ?? activity.value),
  };
}
