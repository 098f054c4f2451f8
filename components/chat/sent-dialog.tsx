import { t } from '~/lib/i18n/message';
import { Dialog } from '../ui/dialog';
import { SentText } from './sent-text';

interface SentDialogProps {
  runId: string;
  onClose: () => void;
}

/** "What is sent", on demand. */
export function SentDialog({ runId, onClose }: SentDialogProps) {
  return (
    <Dialog title={t('sentDialogTitle')} onClose={onClose}>
      <SentText runId={runId} intro={({ host, model }) => t('sentDialogWhere', host, model)} />
    </Dialog>
  );
}
