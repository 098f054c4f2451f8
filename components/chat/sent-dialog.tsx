import { t } from '~/lib/i18n/message';
import type { Run } from '~/lib/shared/run';
import { Dialog } from '../ui/dialog';
import { SentText } from './sent-text';

interface SentDialogProps {
  run: Pick<Run, 'id' | 'pictures'>;
  onClose: () => void;
}

/** "What is sent", on demand. */
export function SentDialog({ run, onClose }: SentDialogProps) {
  return (
    <Dialog title={t('sentDialogTitle')} onClose={onClose}>
      <SentText run={run} intro={({ host, model }) => t(run.pictures ? 'sentDialogWherePictures' : 'sentDialogWhere', host, model)} />
    </Dialog>
  );
}
