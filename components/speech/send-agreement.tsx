import { t } from '~/lib/i18n/message';

interface SendAgreementProps {
  /** What is sent, and where to. */
  text: string;
  /** Name of the press that agrees. */
  agree: string;
  onAgree: () => void;
  onCancel: () => void;
}

/** Asks before text goes to a server for its sound. */
export function SendAgreement({ text, agree, onAgree, onCancel }: SendAgreementProps) {
  return (
    <div class="confirm" role="alert">
      <p>{text}</p>
      <div class="row wrap">
        <button type="button" class="button primary" onClick={onAgree}>
          {agree}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {t('actionCancel')}
        </button>
      </div>
    </div>
  );
}
