// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { background } from './use-background';
import { Popup } from '~/components/page/popup';
import { PlatformProvider } from '~/components/platform';
import { makeRun } from './fake-background';
import { mount, settle } from './mount';

async function choose(element: HTMLElement, index: number) {
  await act(() => {
    (element as HTMLSelectElement).selectedIndex = index;
    element.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await settle();
}

describe('Popup', () => {
  it('shows page and host and starts the summary at once', async () => {
    const page = await mount(<Popup tabId={1} />);
    expect(document.querySelector('h1')?.textContent).toBe('North quay');
    expect(page.text()).toContain('harbour.example');
    await page.press('Summarize page');
    const { request } = makeRun();
    expect(background.inputsOf('startRun')).toEqual([{ tabId: 1, runId: expect.any(String), request }]);
  });

  it('remembers the options and summarizes with them', async () => {
    const page = await mount(<Popup tabId={1} />);
    await choose(page.get('combobox', 'Style'), 2);
    await choose(page.get('combobox', 'Length'), 0);
    await choose(page.get('combobox', 'Language'), 1);
    expect(background.settings.summary).toEqual({ style: 'detailed', length: 'short', language: 'browser', instruction: '' });

    const again = await mount(<Popup tabId={1} />);
    expect((again.get('combobox', 'Style') as HTMLSelectElement).selectedIndex).toBe(2);
    await again.press('Summarize page');
    expect(background.inputsOf('startRun')).toMatchObject([{ request: { options: { style: 'detailed', length: 'short' } } }]);
  });

  it("remembers the reader's own instruction when its field is left", async () => {
    const page = await mount(<Popup tabId={1} />);
    await page.press('Your own instruction');
    const field = page.get('textbox', 'Your own instruction') as HTMLTextAreaElement;
    await act(() => {
      field.value = 'Mention every date';
      field.dispatchEvent(new FocusEvent('blur'));
    });
    await settle();
    expect(background.settings.summary.instruction).toBe('Mention every date');
  });

  it('keeps a press until the tab is known', async () => {
    const page = await mount(<Popup tabId={undefined} />);
    await page.press('Summarize page');
    expect(background.inputsOf('startRun')).toEqual([]);
    const root = document.body.firstElementChild;
    if (!root) throw new Error('nothing mounted');
    await act(() =>
      render(
        <PlatformProvider value={page.platform}>
          <Popup tabId={7} />
        </PlatformProvider>,
        root,
      ),
    );
    await settle();
    expect(background.inputsOf('startRun')).toMatchObject([{ tabId: 7 }]);
  });

  it('shows the latest answer only, and why a start failed', async () => {
    background.runs = [makeRun({ id: 'r1', text: 'An older one.' }), makeRun({ id: 'r2', text: 'The latest.' })];
    background.refusals.set('startRun', { code: 'page-forbidden' });
    const page = await mount(<Popup tabId={1} />);
    await vi.waitFor(() => expect(page.text()).toContain('The latest.'));
    expect(page.text()).not.toContain('An older one.');
    await page.press('Summarize page');
    expect(page.get('alert').textContent).toContain('does not let extensions read this page');
  });

  it('opens panel and settings', async () => {
    const page = await mount(<Popup tabId={1} />);
    await page.press('Open side panel');
    expect(page.platform.openSidePanel).toHaveBeenCalledOnce();
    await page.press('Settings');
    expect(page.platform.openOptions).toHaveBeenCalledOnce();
  });
});
