import { ChartNoAxesColumn, Columns2, ScanText, TextSearch } from 'lucide-preact';
import { useId } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import type { PagePicture } from '~/lib/shared/picture';
import { useKeyed } from '../hooks/use-keyed';
import { IconButton } from '../ui/icon-button';
import { Toolbar } from '../ui/toolbar';
import { focusCompare } from './compare-form';
import { useBoard } from './picture-context';
import { PictureDescription } from './picture-description';
import { describeFile } from './picture-names';
import { RowThumbnail } from './picture-thumbnail';

interface PictureRowProps {
  picture: PagePicture;
  /** Its place in the list, from 1. */
  number: number;
}

/** One picture: what it is called and where it stands, what Docent says of it, and what can be asked. */
export function PictureRow({ picture, number }: PictureRowProps) {
  const { chosen, choose, describe, start } = useBoard();
  const titleId = useId();
  const isChosen = useKeyed(chosen, picture.id) ?? false;
  const { id, name, decorative, caption, heading } = picture;
  return (
    <li class="picture">
      <input
        class="picture-choice"
        type="checkbox"
        checked={isChosen}
        aria-label={t('picturesChoose', number)}
        aria-describedby={titleId}
        onChange={(event) => choose(id, event.currentTarget.checked)}
      />
      <RowThumbnail picture={picture} />
      <div class="picture-body">
        <h3 id={titleId} class="picture-name">
          {name ? <bdi>{name}</bdi> : <Nameless id={id} decorative={decorative} />}
        </h3>
        {caption && caption !== name && (
          <p class="picture-caption">
            <bdi>{caption}</bdi>
          </p>
        )}
        <p class="picture-place">
          {heading && <span dir="auto">{t('pictureUnder', heading)}</span>}
          <span>
            {describeFile(picture)}
            {name && decorative && ` · ${t('pictureDecorative')}`}
          </span>
        </p>
        <Toolbar class="picture-actions" label={t('pictureActions', number)} describedBy={titleId}>
          <button type="button" class="button compact" onClick={() => describe(id)}>
            {t('actionDescribe')}
          </button>
          <IconButton icon={TextSearch} label={t('actionDescribeDetail')} onClick={() => start('describe-image', picture)} />
          <IconButton icon={ScanText} label={t('actionReadImageText')} onClick={() => start('read-image-text', picture)} />
          <IconButton icon={ChartNoAxesColumn} label={t('actionExplainChart')} onClick={() => start('explain-chart', picture)} />
          {isChosen && <IconButton icon={Columns2} label={t('picturesToCompare')} onClick={focusCompare} />}
        </Toolbar>
      </div>
      <PictureDescription id={id} />
    </li>
  );
}

/** In the place of a name: what the page makes of the picture, or that Docent has named it. */
function Nameless({ id, decorative }: Pick<PagePicture, 'id' | 'decorative'>) {
  const isAdded = useKeyed(useBoard().added, id) !== undefined;
  if (isAdded) return <span class="picture-nameless">{t('pictureNamedHere')}</span>;
  if (decorative) return <span class="picture-nameless">{t('pictureDecorative')}</span>;
  return <span class="picture-nameless picture-missing">{t('pictureNoDescription')}</span>;
}
