import { useMemo } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { IMAGE_SIZES, type PictureOptions } from '~/lib/shared/settings';
import { languageOptions } from '../page/summary-names';
import { Select } from '../ui/select';
import { ForgetList } from './forget-list';
import type { SectionProps } from './section-props';

/** How pictures are sent and described, and where descriptions come back by themselves. */
export function PicturesSection({ view, save }: SectionProps) {
  const { pictures } = view.settings;
  const change = (changed: Partial<PictureOptions>) => void save({ pictures: { ...pictures, ...changed } });
  const languages = useMemo(() => languageOptions(pictures.language), [pictures.language]);
  const sizes = IMAGE_SIZES.map((size) => ({ size, value: String(size), label: t('optionsPictureSizeValue', size) }));
  return (
    <section class="section" aria-labelledby="pictures-title">
      <h2 id="pictures-title">{t('optionsPictures')}</h2>
      <div class="columns">
        <Select
          label={t('optionsPictureSize')}
          value={String(pictures.maxSide)}
          options={sizes}
          onChange={(value) => {
            const chosen = sizes.find((size) => size.value === value);
            if (chosen) change({ maxSide: chosen.size });
          }}
        />
        <Select
          label={t('optionsPictureLanguage')}
          value={pictures.language}
          options={languages}
          onChange={(language) => change({ language })}
        />
      </div>
      <p class="hint">{t('optionsPictureSizeHint')}</p>
      <ForgetList
        title={t('optionsRestoreSites')}
        hint={t('optionsRestoreSitesHint')}
        nothing={t('optionsAcceptedHostsNone')}
        entries={pictures.restoreOrigins}
        nameForget={(origin) => t('optionsRestoreForget', origin)}
        onForget={(origin) => change({ restoreOrigins: pictures.restoreOrigins.filter((other) => other !== origin) })}
      />
    </section>
  );
}
