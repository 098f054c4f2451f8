import { browser } from 'wxt/browser';
import { AppError } from '~/lib/shared/app-error';
import { originPattern } from '~/lib/shared/base-url';
import { webOrigin } from '~/lib/shared/url';
import { getSettings, updateSettings } from '~/lib/storage/settings';

/** The one script that runs in pages by itself, and only in those of origins the reader has named. */
const SCRIPT = 'restore';

/**
 * Whether known descriptions are put back by themselves on the pages of an origin. The permission for it has been asked
 * for by the page in the reader's gesture. Throws `page-permission` when it was not given, `bad-message` for what is no
 * web origin, and storage errors.
 */
export async function changeRestore(origin: string, on: boolean): Promise<void> {
  if (webOrigin(origin) !== origin) throw new AppError('bad-message', { detail: 'not an origin' });
  if (on && !(await isAllowed(origin))) throw new AppError('page-permission', { origin });
  const { settings } = await getSettings();
  const others = settings.pictures.restoreOrigins.filter((each) => each !== origin);
  await updateSettings({ pictures: { ...settings.pictures, restoreOrigins: on ? [...others, origin] : others } });
  await registerRestore();
}

/** Origins whose permission was taken back are forgotten. */
export async function followPermissions(): Promise<void> {
  const { settings } = await getSettings();
  const { restoreOrigins } = settings.pictures;
  const allowed = await filterAllowed(restoreOrigins);
  if (allowed.length < restoreOrigins.length) await updateSettings({ pictures: { ...settings.pictures, restoreOrigins: allowed } });
  await registerRestore();
}

let registering: Promise<void> = Promise.resolve();

/** Has the browser run the script on the origins' pages and nowhere else. Browsers forget it when Docent is updated. */
export function registerRestore(): Promise<void> {
  registering = registering.then(register).catch((thrown: unknown) => console.warn('Descriptions are not put back by themselves.', thrown));
  return registering;
}

async function register(): Promise<void> {
  const { settings } = await getSettings();
  const matches = (await filterAllowed(settings.pictures.restoreOrigins)).map(matchPattern);
  const [present] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT] });
  if (matches.length === 0) {
    if (present) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT] });
    return;
  }
  const script = { id: SCRIPT, matches, js: ['restore.js'], runAt: 'document_idle' as const, persistAcrossSessions: true };
  await (present ? browser.scripting.updateContentScripts([script]) : browser.scripting.registerContentScripts([script]));
}

/** Firefox knows no ports in patterns: there the script also runs, without any effect, on the host's other ports. */
function matchPattern(origin: string): string {
  return import.meta.env.FIREFOX ? originPattern(origin) : `${origin}/*`;
}

async function filterAllowed(origins: readonly string[]): Promise<string[]> {
  const checked = await Promise.all(origins.map(async (origin) => ((await isAllowed(origin)) ? [origin] : [])));
  return checked.flat();
}

function isAllowed(origin: string): Promise<boolean> {
  return browser.permissions.contains({ origins: [originPattern(origin)] });
}
