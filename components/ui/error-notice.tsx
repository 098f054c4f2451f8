import { TriangleAlert } from 'lucide-preact';
import type { ComponentChildren } from 'preact';
import { t, type MessageKey } from '~/lib/i18n/message';
import type { AppErrorData, ErrorCode } from '~/lib/shared/app-error';
import { hostOf } from '~/lib/shared/base-url';
import { PRESETS } from '~/lib/shared/presets';
import { usePlatform } from '../platform';
import { LazyPassword } from '../page/lazy-password';
import { describeDetail, describeError, ERROR_MESSAGES, type ErrorAction } from './error-messages';

/** What the surroundings can do about an error; an action without its function gets no button. */
export interface ErrorRemedies {
  retry?: (() => void) | undefined;
  continue?: (() => void) | undefined;
  /** Sends although the limit of the day is reached. */
  sendAnyway?: (() => void) | undefined;
  /** Asks another model. */
  tryModel?: ((model: string) => void) | undefined;
  /** Tries once more with the password of the document. */
  unlock?: ((password: string) => void) | undefined;
  /** Summarizes without a server. */
  device?: (() => void) | undefined;
  /** Goes on reading aloud with a voice of the system. */
  systemVoice?: () => void;
  /** The reader is in the settings already, so no button leads there. */
  inSettings?: boolean;
}

interface ErrorNoticeProps {
  error: AppErrorData;
  remedies: ErrorRemedies;
}

/** Nothing is wrong with page, server or settings: going on is enough. */
const MILD: ReadonlySet<ErrorCode> = new Set(['interrupted', 'cancelled']);

/** Says what happened and what to do about it, with a button for each thing that can be done here. */
export function ErrorNotice({ error, remedies }: ErrorNoticeProps) {
  const { actions } = ERROR_MESSAGES[error.code];
  const detail = describeDetail(error);
  return (
    <div class={`notice ${MILD.has(error.code) ? 'warn' : 'bad'}`} role="alert">
      <TriangleAlert class="icon" />
      <div class="stack grow">
        <p>{describeError(error)}</p>
        {detail && <p class="small">{detail}</p>}
        <div class="row wrap error-actions">
          {actions.map((action) => (
            <ErrorButton key={action} action={action} error={error} remedies={remedies} />
          ))}
          {remedies.systemVoice && <Press onPress={remedies.systemVoice}>{t('actionSystemVoice')}</Press>}
        </div>
      </div>
    </div>
  );
}

interface ErrorButtonProps extends ErrorNoticeProps {
  action: ErrorAction;
}

function ErrorButton({ action, error, remedies }: ErrorButtonProps) {
  const platform = usePlatform();
  switch (action) {
    case 'retry':
      return remedies.retry ? <Press onPress={remedies.retry}>{t('actionRetry')}</Press> : null;
    case 'continue':
      return remedies.continue ? <Press onPress={remedies.continue}>{t('actionContinue')}</Press> : null;
    case 'send-anyway':
      return remedies.sendAnyway ? <Press onPress={remedies.sendAnyway}>{t('actionSendAnyway')}</Press> : null;
    case 'device':
      return remedies.device ? <Press onPress={remedies.device}>{t('actionOnDevice')}</Press> : null;
    case 'try-model': {
      const { suggestion } = error;
      const { tryModel } = remedies;
      return suggestion && tryModel ? <Press onPress={() => tryModel(suggestion)}>{t('actionTryModel', suggestion)}</Press> : null;
    }
    case 'settings':
    case 'choose-model':
    case 'choose-vision-model':
      return remedies.inSettings ? null : (
        <Press onPress={() => platform.openOptions()}>{t(SETTINGS_LABELS[action])}</Press>
      );
    case 'allow-site': {
      const { origin } = error;
      if (!origin) return null;
      const allow = async () => {
        if (await platform.requestOrigin(origin)) remedies.retry?.();
      };
      return <Press onPress={() => void allow()}>{t('actionAllowSite', hostOf(origin))}</Press>;
    }
    case 'origins':
      return remedies.inSettings ? null : (
        <Press onPress={() => platform.openOptions('welcome')}>{t('actionLocalHelp')}</Press>
      );
    case 'password':
      return remedies.unlock ? <LazyPassword onPassword={remedies.unlock} /> : null;
    case 'get-key':
      return <Away href={keyUrl(error.host)}>{t('actionGetKey')}</Away>;
    case 'billing':
      return <Away href={error.host === AIMLAPI_HOST ? AIMLAPI_BILLING : undefined}>{t('actionBilling')}</Away>;
  }
}

/** What a button says that leads to the settings. */
const SETTINGS_LABELS = {
  settings: 'actionOpenSettings',
  'choose-model': 'actionChooseModel',
  'choose-vision-model': 'actionChooseVisionModel',
} as const satisfies Partial<Record<ErrorAction, MessageKey>>;

const AIMLAPI_HOST = hostOf(PRESETS.aimlapi.baseUrl);
/** Where the server's own message about spent credits points to (contract section 2.2). */
const AIMLAPI_BILLING = 'https://aimlapi.com/app/billing/';

function keyUrl(host: string | undefined): string | undefined {
  return Object.values(PRESETS).find((preset) => preset.baseUrl && hostOf(preset.baseUrl) === host)?.keyUrl;
}

function Press({ onPress, children }: { onPress: () => void; children: ComponentChildren }) {
  return (
    <button type="button" class="button compact" onClick={onPress}>
      {children}
    </button>
  );
}

function Away({ href, children }: { href: string | undefined; children: ComponentChildren }) {
  if (!href) return null;
  return (
    <a class="button compact" href={href} target="_blank" rel="noreferrer">
      {children}
    </a>
  );
}
