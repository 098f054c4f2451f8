import { Cpu } from 'lucide-preact';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { AppErrorData } from '~/lib/shared/app-error';
import type { Run } from '~/lib/shared/run';
import type { Engine } from '~/lib/shared/settings';
import { usePlatform } from '../platform';

const LABELS: Record<Engine, MessageKey | undefined> = {
  server: undefined,
  device: 'answerOnDevice',
  browser: 'answerByBrowser',
};

/** Says that no server wrote this answer, and how to get one that a server writes. */
export function EngineNote({ engine, fallback, error, request }: Pick<Run, 'engine' | 'fallback' | 'error' | 'request'>) {
  const platform = usePlatform();
  const label = LABELS[engine];
  if (!label) return null;
  return (
    <div class="engine-note">
      <Cpu class="icon" />
      <div>
        <strong>{t(label)}</strong>
        {engine === 'device' && wantsMore(request) && `${t('answerDeviceLimits')} `}
        {fallback === 'offline' && sayOutOfReach(error)}
        {engine === 'device' && fallback !== 'offline' && (
          <>
            {t('answerKeyHint')}{' '}
            <button type="button" class="link-button" onClick={() => platform.openOptions('welcome')}>
              {t('answerKeyLink')}
            </button>
          </>
        )}
      </div>
    </div>
  );
}

/** Whether the reader asked for what sentences of the page cannot give. */
function wantsMore(request: Run['request']): boolean {
  return request.task === 'summarize' && (request.options.language !== 'page' || request.options.instruction.trim() !== '');
}

/** Why the server did not answer: the whole network is away, or only the server. */
function sayOutOfReach(error: AppErrorData | undefined): string {
  if (error?.code !== 'server-unreachable') return t('answerFallbackOffline');
  return t('answerFallbackUnreachable', error.host ?? t('errorTheServer'));
}
