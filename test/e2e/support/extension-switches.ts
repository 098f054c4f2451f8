import type { Docent } from './docent.ts';
import { openBlank } from './docent.ts';

/** What the details of an extension let its reader turn on: private windows, and files of this computer. */
export type ExtensionSwitch = 'incognitoAccess' | 'fileAccess';

/** Only Chromium's own page of extensions has it. */
interface DeveloperPrivate {
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(update: { extensionId: string } & Partial<Record<ExtensionSwitch, boolean>>): Promise<void>;
  getExtensionInfo(extensionId: string): Promise<Record<ExtensionSwitch, { isActive: boolean }> & { state: string }>;
}

/** Turns a switch of Docent's in the browser's page of extensions, as its reader does; Chromium loads Docent anew then. */
export async function turnSwitch(docent: Docent, name: ExtensionSwitch, isOn = true): Promise<void> {
  const page = await openBlank(docent);
  await page.goto('chrome://extensions');
  const id = new URL(docent.pageUrl('')).hostname;
  await page.evaluate(async (extensionId, update) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    // Chromium turns unpacked extensions off as it loads them anew, without it.
    await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await developerPrivate.updateExtensionConfiguration({ extensionId, ...update });
  }, id, { [name]: isOn });
  await page.waitForFunction(async (extensionId, wanted, on) => {
    const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate };
    const info = await developerPrivate.getExtensionInfo(extensionId);
    return info[wanted].isActive === on && info.state === 'ENABLED';
  }, {}, id, name, isOn);
  await page.close();
}
