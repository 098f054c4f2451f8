import type { Browser, Extension } from 'puppeteer';
import puppeteer from 'puppeteer';

export interface LaunchOptions {
  /** Folder of a built extension. */
  extensionDir: string;
  /** Path of Chromium or Chrome. */
  executablePath: string;
  headless: boolean;
  /** Further switches of Chromium. */
  args?: string[];
  env?: Record<string, string | undefined>;
  /** Sound reaches the sound server; it is muted otherwise. */
  audible?: boolean;
  /** The debugger keeps nothing of what pages load, for whoever measures their memory; `goto` gives no response then. */
  keepsNoLoads?: boolean;
  /** Folder of the profile, which stays; without one, a fresh profile that goes with the browser. */
  profile?: string;
}

/** A browser with Docent in it. */
export interface Docent {
  browser: Browser;
  extension: Extension;
  /** Address of one of Docent's own pages, e.g. `pageUrl('popup.html')`. */
  pageUrl(page: string): string;
}

const QUIET = ['--no-first-run', '--no-default-browser-check', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Chromium refuses its sandbox to root, and machines without a graphics card do better without trying. */
function machineSwitches(): string[] {
  if (process.platform !== 'linux') return [];
  return [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu', '--disable-dev-shm-usage'];
}

/**
 * Opens Chromium with a fresh profile and loads the extension. The driver never attaches to the service worker:
 * a debugger keeps it alive, and then nothing that is seen here would be what readers get.
 */
export async function launchWithExtension(options: LaunchOptions): Promise<Docent> {
  const browser = await puppeteer.launch({
    executablePath: options.executablePath,
    headless: options.headless,
    pipe: true,
    timeout: 120_000,
    enableExtensions: true,
    defaultViewport: null,
    networkEnabled: !options.keepsNoLoads,
    targetFilter: (target) => target.type() !== 'service_worker',
    // The browser's own automation bar and blocked pop-ups have no place in what a reader would see.
    ignoreDefaultArgs: ['--enable-automation', ...(options.audible ? ['--mute-audio'] : [])],
    args: [...QUIET, ...machineSwitches(), ...(options.args ?? [])],
    ...(options.env ? { env: options.env } : {}),
    ...(options.profile ? { userDataDir: options.profile } : {}),
  });
  try {
    const id = await browser.installExtension(options.extensionDir);
    const extension = (await browser.extensions()).get(id);
    if (!extension) throw new Error(`The browser did not load the extension in ${options.extensionDir}.`);
    return { browser, extension, pageUrl: (page) => `chrome-extension://${id}/${page}` };
  } catch (error) {
    await browser.close();
    throw error;
  }
}
