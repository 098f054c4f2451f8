import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Firefox } from './firefox.ts';

const PANEL = `const panel = SidebarController.browser.contentDocument.getElementById('webext-panels-browser');`;

/** Opens Docent's sidebar the way the browser's own menu does, and waits until its page has loaded. */
export async function openSidebar(firefox: Firefox): Promise<void> {
  await firefox.marionette.inBrowser(
    `await SidebarController.show(args[0]);
    // The page gets a process of its own, and what is sent to the one before it is lost: wait for the page itself.
    const shown = () => SidebarController.browser.contentDocument.getElementById('webext-panels-browser')?.browsingContext?.currentWindowGlobal?.documentURI.spec;
    while (shown() !== args[1]) await new Promise((resolve) => requestAnimationFrame(resolve));`,
    firefox.sidebarId,
    firefox.pageUrl('sidepanel.html'),
  );
  // What is loaded after the first paint moves the buttons.
  await waitInSidebar(firefox, `document.readyState === 'complete' && document.querySelector('.tray-list') && document.querySelector('.model-button')`);
}

/**
 * Evaluates an expression in the sidebar's page, which is no tab and so has no window handle. It runs with the
 * page as `content`; the value must be JSON.
 */
export function inSidebar<T>({ marionette }: Firefox, expression: string): Promise<T> {
  return marionette.inBrowser<T>(
    `${PANEL}
    const name = 'docent-' + Math.random();
    const script = 'sendAsyncMessage(' + JSON.stringify(name) + ', (() => { const document = content.document; return ' + args[0] + '; })())';
    return new Promise((resolve) => {
      panel.messageManager.addMessageListener(name, function listen(message) {
        panel.messageManager.removeMessageListener(name, listen);
        resolve(message.data);
      });
      panel.messageManager.loadFrameScript('data:text/javascript;charset=utf-8,' + encodeURIComponent(script), false);
    });`,
    expression,
  );
}

/** Waits until an expression about the sidebar's page is true. Firefox offers no event for it, hence the repetition. */
export async function waitInSidebar(firefox: Firefox, condition: string, limitMs = 120_000): Promise<void> {
  const end = performance.now() + limitMs;
  while (!(await inSidebar<boolean>(firefox, `Boolean(${condition})`))) {
    if (performance.now() > end) {
      const text = await inSidebar<string>(firefox, 'document.body.innerText');
      throw new Error(`The sidebar never came to: ${condition}. It shows:\n${text}`);
    }
  }
}

/** The value of a promise that an expression makes of the sidebar's own `browser`; `clone` hands objects over to its page. */
export async function inSidebarApi<T>(firefox: Firefox, expression: string): Promise<T> {
  await inSidebar(
    firefox,
    `(() => {
      const page = content.wrappedJSObject;
      const clone = (value) => Components.utils.cloneInto(value, content);
      page.outcome = undefined;
      const keep = (name) => Components.utils.exportFunction((value) => { page.outcome = '{"' + name + '":' + (page.JSON.stringify(value) ?? 'null') + '}'; }, content);
      (({ browser }) => ${expression})(page).then(keep('value'), keep('error'));
    })()`,
  );
  await waitInSidebar(firefox, 'content.wrappedJSObject.outcome');
  const outcome = JSON.parse(await inSidebar<string>(firefox, 'content.wrappedJSObject.outcome')) as { value: T } | { error: unknown };
  if ('error' in outcome) throw new Error(JSON.stringify(outcome.error));
  return outcome.value;
}

/** Calls the background from the sidebar's page. */
export async function callFromSidebar(firefox: Firefox, name: string, input: object): Promise<void> {
  const reply = await inSidebarApi<{ ok: boolean }>(firefox, `browser.runtime.sendMessage(clone(${JSON.stringify({ name, input })}))`);
  if (!reply.ok) throw new Error(JSON.stringify(reply));
}

/** Presses a button of the sidebar with the mouse; once more where it had moved away under it. */
export async function pressInSidebar(firefox: Firefox, name: string): Promise<void> {
  const isNamed = `((button) => (button?.ariaLabel || button?.textContent.trim()) === ${JSON.stringify(name)})`;
  const button = `[...document.querySelectorAll('button')].find((button) => ${isNamed}(button) && !button.disabled)`;
  const isPressed = () => waitInSidebar(firefox, `document.documentElement.dataset.pressed`, 3_000).then(() => true, () => false);
  for (let tries = 0; tries === 0 || (tries < 3 && !(await isPressed())); tries++) {
    await waitInSidebar(firefox, button);
    await pressAt(firefox, await inSidebar<{ x: number; y: number }>(
      firefox,
      `(() => {
        const { dataset } = document.documentElement;
        delete dataset.pressed;
        document.addEventListener('click', ({ target }) => { if (${isNamed}(target.closest('button'))) dataset.pressed = 'yes'; }, { once: true, capture: true });
        const found = ${button};
        // In a low window its row scrolls.
        found.scrollIntoView({ block: 'nearest', inline: 'center' });
        const box = found.getBoundingClientRect();
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      })()`,
    ));
  }
}

/** Presses the mouse at a place of the sidebar's page. */
async function pressAt(firefox: Firefox, inner: { x: number; y: number }): Promise<void> {
  const outer = await firefox.marionette.inBrowser<{ x: number; y: number }>(
    `${PANEL} const box = panel.getBoundingClientRect(); const frame = SidebarController.browser.getBoundingClientRect();
    return { x: box.x + frame.x, y: box.y + frame.y };`,
  );
  const at = { x: Math.round(inner.x + outer.x), y: Math.round(inner.y + outer.y), duration: 0, origin: 'viewport' };
  await firefox.marionette.send('Marionette:SetContext', { value: 'chrome' });
  await firefox.marionette.send('WebDriver:PerformActions', {
    actions: [
      {
        type: 'pointer',
        id: 'mouse',
        parameters: { pointerType: 'mouse' },
        actions: [{ type: 'pointerMove', ...at }, { type: 'pointerDown', button: 0 }, { type: 'pointerUp', button: 0 }],
      },
    ],
  });
  await firefox.marionette.send('WebDriver:ReleaseActions');
  await firefox.marionette.send('Marionette:SetContext', { value: 'content' });
}

/** Saves what the whole browser looks like, its sidebar included, to `.output/screenshots`. */
export async function photographFirefox({ marionette }: Firefox, name: string): Promise<void> {
  await marionette.send('Marionette:SetContext', { value: 'chrome' });
  const { value } = (await marionette.send('WebDriver:TakeScreenshot', { full: false, hash: false })) as { value: string };
  await marionette.send('Marionette:SetContext', { value: 'content' });
  const folder = resolve('.output/screenshots');
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/${name}.png`, Buffer.from(value, 'base64'));
}

/** The drafts that are on the disk, as one text. */
export async function readDrafts(firefox: Firefox): Promise<string> {
  await inSidebar(
    firefox,
    `(() => {
      const { dataset } = document.documentElement;
      delete dataset.drafts;
      content.indexedDB.open('docent').onsuccess = ({ target: { result: database } }) => {
        database.transaction('drafts').objectStore('drafts').getAll().onsuccess = ({ target }) => {
          dataset.drafts = JSON.stringify(Components.utils.waiveXrays(target.result));
          database.close();
        };
      };
    })()`,
  );
  await waitInSidebar(firefox, 'document.documentElement.dataset.drafts');
  return inSidebar<string>(firefox, 'document.documentElement.dataset.drafts');
}
