import type { AppErrorData, ErrorCode } from '~/lib/shared/app-error';
import type { PlayerState } from '~/lib/shared/player';
import type { PlayerActions } from '../hooks/use-player';
import { ErrorNotice } from '../ui/error-notice';

interface PlayerProblemProps {
  state: PlayerState | undefined;
  /** Why the last press did nothing. */
  error: AppErrorData | undefined;
  actions: PlayerActions;
  /** The tab the window is about. */
  tabId: number | undefined;
}

/** No other voice helps: the page itself cannot be read, or there is no other voice. */
const NOT_OF_THE_VOICE = /^(page-|pdf-|link-|no-voices|storage-|bad-message|cancelled|not-accepted)/;

/** Why nothing is heard, with the ways out: once more from the same place, another voice, the settings. */
export function PlayerProblem({ state, error, actions, tabId }: PlayerProblemProps) {
  const failed = state?.error;
  const unlock = (password: string) => tabId !== undefined && actions.read({ tabId, from: { kind: 'resume' }, password });
  return (
    <>
      {failed && (
        <ErrorNotice
          error={failed}
          remedies={{
            retry: () => actions.control('play'),
            unlock,
            ...(canChangeVoice(failed.code, state.voice) ? { systemVoice: () => actions.control('use-system-voice') } : {}),
          }}
        />
      )}
      {error && error.code !== failed?.code && <ErrorNotice error={error} remedies={{ unlock }} />}
    </>
  );
}

function canChangeVoice(code: ErrorCode, voice: PlayerState['voice']): boolean {
  return voice?.ref.kind !== 'system' && !NOT_OF_THE_VOICE.test(code);
}
