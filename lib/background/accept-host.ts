import { getSettings, updateSettings } from '~/lib/storage/settings';

/** The reader agrees that pages and pictures are sent to this host; holds until it is taken back in the settings. Throws storage errors. */
export async function acceptHost(host: string): Promise<void> {
  const { settings } = await getSettings();
  if (settings.sendAcceptedHosts.includes(host)) return;
  await updateSettings({ sendAcceptedHosts: [...settings.sendAcceptedHosts, host] });
}
