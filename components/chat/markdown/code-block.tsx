import type { ComponentChildren } from 'preact';
import { t } from '~/lib/i18n/message';
import { useCopy } from '../../hooks/use-copy';
import { CopyStatus } from '../../ui/copy-status';

interface CodeBlockProps {
  /** The code, as one string or several in a row. */
  children: ComponentChildren;
  /** First word after the opening fence, empty for none. */
  language: string;
}

/** Code of an answer with its language's name and a button that copies it. */
export function CodeBlock({ children, language }: CodeBlockProps) {
  const { copied, failed, copy } = useCopy<'code'>();
  const copyFrom = (button: HTMLButtonElement) =>
    copy('code', button.closest('.md-code')?.querySelector('pre')?.textContent ?? '');
  return (
    <div class="md-code">
      <div class="md-code-head">
        <span class="md-language">{language}</span>
        <button type="button" class="md-copy" onClick={(event) => copyFrom(event.currentTarget)}>
          {t('copyCode')}
        </button>
        <CopyStatus copied={copied} failed={failed} />
      </div>
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre dir="ltr" tabIndex={0} role="group" aria-label={language ? t('codeIn', language) : t('code')}>
        <code>{children}</code>
      </pre>
    </div>
  );
}
