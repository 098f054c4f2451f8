import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';

const SHOWN_FOR = 2_000;

interface CodeBlockProps {
  /** The code, as one string or several in a row. */
  children: ComponentChildren;
  /** First word after the opening fence, empty for none. */
  language: string;
}

/** Code of an answer with its language's name and a button that copies it. */
export function CodeBlock({ children, language }: CodeBlockProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = async (button: HTMLButtonElement) => {
    const code = button.closest('.md-code')?.querySelector('pre')?.textContent ?? '';
    await navigator.clipboard.writeText(code);
    setCopied(true);
  };
  return (
    <div class="md-code">
      <div class="md-code-head">
        <span class="md-language">{language}</span>
        <button type="button" class="md-copy" onClick={(event) => void copy(event.currentTarget)}>
          {t('copyCode')}
        </button>
        <span class="md-copied" role="status">{copied && t('copied')}</span>
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre dir="ltr" tabIndex={0} role="group" aria-label={language ? t('codeIn', language) : t('code')}>
        <code>{children}</code>
      </pre>
    </div>
  );
}
