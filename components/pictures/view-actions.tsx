import { SquareDashedMousePointer, View } from 'lucide-preact';
import { t } from '~/lib/i18n/message';

interface ViewActionsProps {
  onDescribeView: () => void;
  onChooseRegion: () => void;
}

/** For what is no picture of the page: maps, apps, films. */
export function ViewActions({ onDescribeView, onChooseRegion }: ViewActionsProps) {
  return (
    <div class="row wrap view-actions">
      <button type="button" class="chip" onClick={onDescribeView}>
        <View class="icon" />
        {t('picturesDescribeView')}
      </button>
      <button type="button" class="chip" onClick={onChooseRegion}>
        <SquareDashedMousePointer class="icon" />
        {t('picturesChooseRegion')}
      </button>
    </div>
  );
}
