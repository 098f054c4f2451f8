import { formatMoney } from '~/lib/i18n/format';
import { plural, t, type MessageKey } from '~/lib/i18n/message';
import type { AppErrorData, ErrorCode, ErrorReason } from '~/lib/shared/app-error';

/** What a reader can do about an error; `error-notice.tsx` has a button for each. */
export type ErrorAction =
  | 'retry'
  | 'continue'
  | 'send-anyway'
  | 'settings'
  | 'choose-model'
  | 'try-model'
  | 'choose-vision-model'
  | 'allow-site'
  | 'device'
  | 'get-key'
  | 'billing'
  | 'origins'
  | 'password';

interface ErrorMessage {
  /** One or two sentences: what happened, and what to do. */
  text(error: AppErrorData): string;
  /** The fitting actions, the best one first. */
  actions: readonly ErrorAction[];
}

const host = (error: AppErrorData) => error.host ?? t('errorTheServer');
const model = (error: AppErrorData) => error.model ?? t('errorTheModel');
const plain = (key: MessageKey) => () => t(key);
const withHost = (key: MessageKey) => (error: AppErrorData) => t(key, host(error));

function sayLimit({ limit }: AppErrorData): string {
  const say = (amount = 0) => (limit?.unit === 'usd' ? formatMoney(amount) : plural('countTokens', Math.ceil(amount)));
  if (limit && limit.next === undefined) return t('errorDailyLimitUnpriced', say(limit.used), say(limit.limit));
  return t('errorDailyLimit', say(limit?.used), say(limit?.limit), say(limit?.next));
}

/** A sentence and the way out for every error code; the type makes the table complete. */
export const ERROR_MESSAGES: Record<ErrorCode, ErrorMessage> = {
  'page-forbidden': { text: plain('errorPageForbidden'), actions: [] },
  'page-permission': {
    text: ({ origin }) => t(origin ? 'errorPagePermission' : 'errorPagePermissionClick'),
    actions: ['allow-site', 'retry'],
  },
  'page-closed': { text: plain('errorPageClosed'), actions: [] },
  'page-navigated': { text: plain('errorPageNavigated'), actions: ['retry'] },
  'page-discarded': { text: plain('errorPageDiscarded'), actions: ['retry'] },
  'page-empty': { text: plain('errorPageEmpty'), actions: ['retry'] },
  'no-selection': { text: plain('errorNoSelection'), actions: ['retry'] },
  'page-too-slow': { text: plain('errorPageTooSlow'), actions: ['retry'] },
  'page-not-text': { text: plain('errorPageNotText'), actions: [] },
  'pdf-password': { text: plain('errorPdfPassword'), actions: ['password'] },
  'pdf-broken': { text: plain('errorPdfBroken'), actions: [] },
  'pdf-unreachable': { text: ({ status }) => (status ? t('errorPdfUnreachableStatus', String(status)) : t('errorPdfUnreachable')), actions: ['retry'] },
  'pdf-too-large': { text: plain('errorPdfTooLarge'), actions: [] },
  'link-failed': {
    text: ({ status }) => (status ? t('errorLinkFailedStatus', String(status)) : t('errorLinkFailed')),
    actions: ['retry'],
  },
  'image-gone': { text: plain('errorImageGone'), actions: ['retry'] },
  'image-broken': { text: plain('errorImageBroken'), actions: ['retry'] },
  'image-too-small': { text: plain('errorImageTooSmall'), actions: [] },
  'image-too-large': { text: plain('errorImageTooLarge'), actions: ['settings', 'retry'] },
  'image-permission': { text: plain('errorImagePermission'), actions: ['allow-site', 'retry'] },
  'image-unreachable': {
    text: ({ status }) => (status ? t('errorImageUnreachableStatus', String(status)) : t('errorImageUnreachable')),
    actions: ['retry'],
  },
  'file-failed': { text: plain('errorFileFailed'), actions: [] },
  'no-voices': { text: plain('errorNoVoices'), actions: ['settings'] },
  'voice-not-saved': { text: plain('errorVoiceNotSaved'), actions: ['settings'] },
  'guard-blocked': { text: plain('errorGuardBlocked'), actions: ['settings', 'retry'] },
  'not-accepted': { text: withHost('errorNotAccepted'), actions: ['retry'] },
  'needs-model': { text: plain('errorNeedsModel'), actions: ['settings'] },
  'no-key': { text: withHost('errorNoKey'), actions: ['settings', 'get-key', 'device'] },
  'bad-key': { text: withHost('errorBadKey'), actions: ['settings', 'get-key', 'device'] },
  'no-credits': { text: withHost('errorNoCredits'), actions: ['billing', 'retry', 'device'] },
  'daily-limit': { text: sayLimit, actions: ['send-anyway', 'settings', 'device'] },
  'rate-limited': {
    text: (error) =>
      error.retryAfter
        ? plural('errorRateLimitedSeconds', Math.ceil(error.retryAfter), host(error))
        : t('errorRateLimited', host(error)),
    actions: ['continue', 'retry', 'device'],
  },
  'model-unknown': {
    text: (error) => t('errorModelUnknown', model(error), host(error)),
    actions: ['choose-model', 'device'],
  },
  'no-vision': {
    text: (error) =>
      error.suggestion
        ? t('errorNoVisionSuggestion', model(error), error.suggestion)
        : t('errorNoVision', model(error)),
    actions: ['try-model', 'choose-vision-model'],
  },
  'model-unavailable': {
    text: (error) => t('errorModelUnavailable', model(error)),
    actions: ['retry', 'choose-model', 'device'],
  },
  'origin-refused': { text: withHost('errorOriginRefused'), actions: ['origins', 'retry', 'device'] },
  'request-refused': { text: withHost('errorRequestRefused'), actions: ['settings', 'retry', 'device'] },
  'context-too-long': { text: plain('errorContextTooLong'), actions: ['choose-model', 'device'] },
  'content-filtered': { text: withHost('errorContentFiltered'), actions: ['choose-model', 'retry', 'device'] },
  'server-error': {
    text: (error) => t('errorServerError', host(error), String(error.status ?? 500)),
    actions: ['continue', 'retry', 'device'],
  },
  'server-unreachable': {
    text: (error) => t(error.origin ? 'optionsAllowHostWhy' : 'errorServerUnreachable', host(error)),
    actions: ['allow-site', 'continue', 'retry', 'settings', 'device'],
  },
  offline: { text: plain('errorOffline'), actions: ['continue', 'retry', 'device'] },
  timeout: { text: withHost('errorTimeout'), actions: ['continue', 'retry', 'choose-model', 'device'] },
  'bad-response': { text: withHost('errorBadResponse'), actions: ['settings', 'retry', 'device'] },
  'empty-answer': { text: withHost('errorEmptyAnswer'), actions: ['retry', 'choose-model', 'device'] },
  'stream-broken': { text: withHost('errorStreamBroken'), actions: ['continue', 'retry'] },
  'speech-unsupported': { text: withHost('errorSpeechUnsupported'), actions: ['settings'] },
  'voice-unknown': { text: (error) => t('errorVoiceUnknown', model(error)), actions: ['settings', 'retry'] },
  'audio-failed': {
    text: (error) =>
      error.status ? t('errorAudioFailedStatus', host(error), String(error.status)) : t(error.origin ? 'errorAudioPermission' : 'errorAudioFailed', host(error)),
    actions: ['allow-site', 'retry'],
  },
  'audio-mixed': { text: plain('errorAudioMixed'), actions: ['settings'] },
  'audio-too-long': { text: plain('errorAudioTooLong'), actions: ['settings'] },
  'bad-base-url': { text: plain('errorBadBaseUrl'), actions: ['settings', 'device'] },
  interrupted: { text: plain('errorInterrupted'), actions: ['continue', 'retry'] },
  'storage-full': { text: plain('errorStorageFull'), actions: ['retry'] },
  'storage-newer': { text: plain('errorStorageNewer'), actions: [] },
  'conversation-gone': { text: plain('errorConversationGone'), actions: [] },
  'bad-file': { text: plain('errorBadFile'), actions: [] },
  'storage-failed': { text: plain('errorStorageFailed'), actions: ['retry'] },
  'device-unavailable': { text: plain('errorDeviceUnavailable'), actions: ['device', 'settings'] },
  'bad-message': { text: plain('errorBadMessage'), actions: ['retry'] },
  cancelled: { text: plain('errorCancelled'), actions: ['retry'] },
  unexpected: { text: plain('errorUnexpected'), actions: ['retry'] },
};

/** Sentences in the place of the code's own, for the cases that have one. `$1` is the server. */
const REASON_MESSAGES: Record<ErrorReason, MessageKey> = {
  'not-kept': 'errorImageNotKept',
  'out-of-sight': 'errorImageOutOfSight',
  'only-reasoning': 'errorOnlyReasoning',
  'newer-file': 'errorNewerFile',
  'other-page': 'errorOtherPage',
  'text-not-kept': 'errorTextNotKept',
  'wrong-password': 'errorPdfWrongPassword',
  'other-file': 'errorPdfOtherFile',
  'slow-pdf': 'errorPdfSlow',
  scanned: 'errorPdfScanned',
  'local-file': 'errorLocalFile',
  'untold-page': 'errorUntoldPage',
  'local-closed': 'errorLocalClosed',
  'too-large': 'errorTooLarge',
  'empty-file': 'errorFileEmpty',
  'unsupported-file': 'errorFileUnsupported',
  'no-text-file': 'errorFileNoText',
  'large-file': 'errorFileLarge',
  'file-gone': 'errorFileGone',
  'too-many': 'errorTooMany',
  'no-audio': 'errorNoAudio',
  'silent-audio': 'errorSilentAudio',
  'not-spoken': 'errorNotSpoken',
  'no-encryption': 'errorNoEncryption',
  credentials: 'errorCredentials',
  redirect: 'errorRedirect',
};

/** What happened and what to do about it, in one or two sentences. */
export function describeError(error: AppErrorData): string {
  return error.reason ? t(REASON_MESSAGES[error.reason], host(error)) : ERROR_MESSAGES[error.code].text(error);
}

/** Faults of the page, of storage or of Docent: no server has said anything about them. */
const OWN_FAULT = /^(page|pdf|link|image-(?!too-large)|storage|device|bad-message|unexpected)/;

/** The words of the other side, or what may help to find a fault; undefined when there are none. */
export function describeDetail({ code, detail }: AppErrorData): string | undefined {
  return detail && t(OWN_FAULT.test(code) ? 'errorDetailOwn' : 'errorDetail', detail);
}
