import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Popup } from '~/components/page/popup';
import { PlatformProvider } from '~/components/platform';
import { findActiveTab, type ActiveTab } from '~/lib/platform/active-tab';
import { createPlatform } from '~/lib/platform/browser-platform';
import { setDocumentLanguage } from '~/lib/platform/document-language';

let active: ActiveTab | undefined;
const found = findActiveTab();
const platform = createPlatform(() => active);

function App() {
  const [tabId, setTabId] = useState<number>();
  useEffect(() => {
    void found.then((tab) => {
      active = tab;
      setTabId(tab?.tabId);
    });
  }, []);
  return (
    <PlatformProvider value={platform}>
      <Popup tabId={tabId} />
    </PlatformProvider>
  );
}

setDocumentLanguage();
const root = document.querySelector('#app');
if (root) render(<App />, root);
