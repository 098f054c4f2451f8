import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { PlatformProvider } from '~/components/platform';
import { OptionsPage } from '~/components/settings/options-page';
import { WelcomePage } from '~/components/settings/welcome-page';
import { createPlatform } from '~/lib/platform/browser-platform';
import { setDocumentLanguage } from '~/lib/platform/document-language';

const WELCOME = '#welcome';
const platform = createPlatform(() => undefined);

function App() {
  const [hash, setHash] = useState(location.hash);
  useEffect(() => {
    const onChange = () => setHash(location.hash);
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return (
    <PlatformProvider value={platform}>
      {hash === WELCOME ? <WelcomePage onMore={() => (location.hash = '')} /> : <OptionsPage />}
    </PlatformProvider>
  );
}

setDocumentLanguage();
const root = document.querySelector('#app');
if (root) render(<App />, root);
