import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { extractPage } from '~/lib/page/extract-page';

/** Injected on demand; its value, a promise of `PageContent`, is what `scripting.executeScript` gives back. */
export default defineUnlistedScript({
  main: () => extractPage(document),
});
