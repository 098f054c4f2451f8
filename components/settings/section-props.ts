import type { SettingsView } from '~/lib/messaging/settings-view';
import type { SettingsHandle } from '../hooks/use-settings';

/** What every section of the settings page gets. Saving resolves to whether it worked. */
export interface SectionProps {
  view: SettingsView;
  save: SettingsHandle['update'];
  saveKey: SettingsHandle['setKey'];
}
