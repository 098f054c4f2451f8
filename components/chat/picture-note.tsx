import { Sparkles } from 'lucide-preact';
import { plural, t } from '~/lib/i18n/message';
import type { Run } from '~/lib/shared/run';

/** Says that a picture was described by AI, and what the description rests on. */
export function PictureNote({ request, pictures = [] }: Pick<Run, 'request' | 'pictures'>) {
  const pieces = pictures.reduce((most, { imageIds }) => Math.max(most, imageIds.length), 0);
  const ofPage = request.source.kind === 'image' || request.source.kind === 'images';
  const notes = [
    pictures.some(({ animated }) => animated) && t('pictureAnimated'),
    // What the reader sees is what the screen shows: no news.
    ofPage && pictures.some(({ way }) => way === 'screen') && t('pictureByScreen'),
    pictures.some(({ way }) => way === 'address') && t('pictureByAddress'),
    pieces > 1 && plural('picturePieces', pieces),
  ];
  return (
    <div class="engine-note">
      <Sparkles class="icon" />
      <div>
        <strong>{t('pictureAiNote')}</strong>
        {notes.filter(Boolean).join(' ')}
      </div>
    </div>
  );
}
