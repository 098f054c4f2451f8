import { t } from '~/lib/i18n/message';
import type { Run } from '~/lib/shared/run';
import { Dialog } from '../ui/dialog';
import { SentText } from './sent-text';

interface SentDialogProps {
  run: Pick<Run, 'id' | 'pictures'>;
  /** The safety check has stopped the request. */
  isBlocked: boolean;
  onClose: () => void;
}

/** "What is sent", on demand. */
export function SentDialog({ run, isBlocked, onClose }: SentDialogProps) {
  const key = run.pictures ? 'sentDialogWherePictures' : 'sentDialogWhere';
  return (
    <Dialog title={t('sentDialogTitle')} onClose={onClose}>
      <SentText run={run} intro={({ host, model }) => t(isBlocked ? 'sentDialogBlocked' : key, host, model)} />
    </Dialog>
  );
}
