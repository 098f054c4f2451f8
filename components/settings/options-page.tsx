import { TriangleAlert } from 'lucide-preact';
import { t } from '~/lib/i18n/message';
import { useSavedSettings } from '../hooks/use-saved-settings';
import { ErrorNotice } from '../ui/error-notice';
import { DocumentsSection } from './documents-section';
import { EngineSection } from './engine-section';
import { HistorySection } from './history-section';
import { PicturesSection } from './pictures-section';
import { PrivacySection } from './privacy-section';
import { PromptsSection } from './prompts-section';
import { SafetySection } from './safety-section';
import { SavedStatus } from './saved-status';
import { ServerSection } from './server-section';
import { SourcesSection } from './sources-section';
import { SpendingSection } from './spending-section';
import { SpeechSection } from './speech-section';
import { SummarySection } from './summary-section';

/** All settings on one page; every change is stored at once. */
export function OptionsPage() {
  const { view, error, saves, ...section } = useSavedSettings();
  return (
    <main class="options">
      <header class="options-head">
        <img src="/icons/128.png" alt="" width={40} height={40} />
        <h1>{t('optionsTitle')}</h1>
      </header>
      {error && <ErrorNotice error={error} remedies={{ inSettings: true }} />}
      {view?.repaired && (
        <div class="notice warn" role="alert">
          <TriangleAlert class="icon" />
          <p>{t('optionsRepaired')}</p>
        </div>
      )}
      {view && (
        <>
          <ServerSection view={view} {...section} />
          <EngineSection view={view} {...section} />
          <SummarySection view={view} {...section} />
          <PromptsSection />
          <SourcesSection view={view} {...section} />
          <DocumentsSection view={view} {...section} />
          <PicturesSection view={view} {...section} />
          <SpeechSection view={view} {...section} />
          <SafetySection view={view} {...section} />
          <SpendingSection view={view} {...section} />
          <HistorySection view={view} {...section} />
          <PrivacySection view={view} {...section} />
        </>
      )}
      <SavedStatus saves={saves} />
    </main>
  );
}
