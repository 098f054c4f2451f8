import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/**
 * What components need of the browser. Entry points provide it (`lib/platform`), so that components run in a
 * plain document too. Methods that need the reader's gesture do their work before any await.
 */
export interface Platform {
  /** Opens the side panel beside the page. Call it directly in a click handler. */
  openSidePanel(): void;
  /** Opens the settings in a tab; `welcome` is the first-run page. */
  openOptions(section?: 'welcome'): void;
  /** Brings a tab and its window to the front. */
  showTab(tabId: number): void;
  /** Asks for access to an origin such as `https://example.org`. Call it directly in a click handler. */
  requestOrigin(origin: string): Promise<boolean>;
  /** The same for several. Call it directly in a click handler. */
  requestOrigins(origins: readonly string[]): Promise<boolean>;
  /** Asks to be told titles and addresses of all tabs. Call it directly in a click handler. */
  requestTabs(): Promise<boolean>;
  /** The unsent message of a thread; empty when there is none. */
  loadDraft(threadId: string): Promise<string>;
  /** Keeps the unsent message of a thread; an empty one is forgotten. */
  keepDraft(threadId: string, text: string): void;
  /** Whether Docent may already reach the origin. */
  hasOrigin(origin: string): Promise<boolean>;
}

const PlatformContext = createContext<Platform | undefined>(undefined);

export const PlatformProvider = PlatformContext.Provider;

/** The platform of this surface; throws outside of a `PlatformProvider`. */
export function usePlatform(): Platform {
  const platform = useContext(PlatformContext);
  if (!platform) throw new Error('PlatformProvider is missing');
  return platform;
}
