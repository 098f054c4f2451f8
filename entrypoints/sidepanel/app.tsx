import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Panel } from '~/components/chat/panel';
import { PlatformProvider } from '~/components/platform';
import { followActiveTab, type ActiveTab } from '~/lib/platform/active-tab';
import { createPlatform } from '~/lib/platform/browser-platform';
import { setDocumentLanguage } from '~/lib/platform/document-language';
import './style.css';

let active: ActiveTab | undefined;
const platform = createPlatform(() => active);

function App() {
  const [tabId, setTabId] = useState<number>();
  const [pageVersion, setPageVersion] = useState(0);
  useEffect(() => {
    const end = new AbortController();
    followActiveTab(
      (tab) => {
        active = tab;
        setTabId(tab.tabId);
      },
      () => setPageVersion((version) => version + 1),
      end.signal,
    );
    return () => end.abort();
  }, []);
  return (
    <PlatformProvider value={platform}>
      <Panel tabId={tabId} pageVersion={pageVersion} />
    </PlatformProvider>
  );
}

/** Draws the panel over what the document itself holds. */
export function draw(root: Element): void {
  setDocumentLanguage();
  render(<App />, root);
}
