import { render, type ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { vi, type Mock } from 'vitest';
import { PlatformProvider, type Platform } from '~/components/platform';

export interface Mounted {
  /** The only element with this role and accessible name; throws when there is none. */
  get(role: string, name?: string): HTMLElement;
  find(role: string, name?: string): HTMLElement | undefined;
  text(): string;
  press(name: string): Promise<void>;
  platform: { [K in keyof Platform]: Mock<Platform[K]> };
}

const SELECTORS: Record<string, string> = {
  button: 'button',
  link: 'a[href]',
  textbox: 'textarea, input[type=text]:not([role]), input[type=password]',
  article: 'article',
  combobox: 'select, [role=combobox]',
  list: 'ul, ol',
  checkbox: 'input[type=checkbox]:not([role])',
  heading: 'h1, h2, h3',
  listitem: 'li',
  progressbar: 'progress',
  slider: 'input[type=range]',
  option: '[role=option]',
};

/** Unsent messages by thread, which outlive what is rendered. */
export const drafts = new Map<string, string>();

/** Renders into the document with a platform that records what it is asked. What draws answers, which windows load with the first, is there. */
export async function mount(children: ComponentChildren, abilities: Pick<Partial<Platform>, 'hasOrigin'> = {}): Promise<Mounted> {
  const platform = {
    openSidePanel: vi.fn<Platform['openSidePanel']>(),
    openOptions: vi.fn<Platform['openOptions']>(),
    showTab: vi.fn<Platform['showTab']>(),
    requestOrigin: vi.fn<Platform['requestOrigin']>(() => Promise.resolve(true)),
    requestOrigins: vi.fn<Platform['requestOrigins']>(() => Promise.resolve(true)),
    requestTabs: vi.fn<Platform['requestTabs']>(() => Promise.resolve(true)),
    loadDraft: vi.fn<Platform['loadDraft']>(async (threadId) => drafts.get(threadId) ?? ''),
    keepDraft: vi.fn<Platform['keepDraft']>((threadId, text) => void drafts.set(threadId, text)),
    hasOrigin: vi.fn<Platform['hasOrigin']>(abilities.hasOrigin ?? (() => Promise.resolve(true))),
  };
  await import('~/components/chat/turn');
  document.body.replaceChildren();
  const root = document.body.appendChild(document.createElement('div'));
  await act(() => render(<PlatformProvider value={platform}>{children}</PlatformProvider>, root));
  await settle();

  const find = (role: string, name?: string) =>
    [...document.querySelectorAll<HTMLElement>(SELECTORS[role] ?? `[role=${role}]`)].find(
      (element) => name === undefined || nameOf(element) === name,
    );
  const get = (role: string, name?: string) => {
    const element = find(role, name);
    if (!element) throw new Error(`no ${role} "${name ?? ''}" in: ${document.body.textContent ?? ''}`);
    return element;
  };
  return {
    find,
    get,
    platform,
    text: () => document.body.textContent ?? '',
    press: async (name) => {
      await act(() => get('button', name).click());
      await settle();
    },
  };
}

/** Lets promises and effects that are due come to their end. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 3; i++) await act(() => new Promise((resolve) => setTimeout(resolve)));
}

function nameOf(element: HTMLElement): string {
  const labelled = element.getAttribute('aria-label') ?? element.closest('label')?.querySelector('.label, .grow')?.textContent;
  const byFor = element.id ? document.querySelector(`label[for="${element.id}"]`)?.textContent : undefined;
  return (labelled ?? byFor ?? element.textContent ?? '').trim();
}
