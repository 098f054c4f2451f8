import { plural, t } from '~/lib/i18n/message';
import { hostOf } from '~/lib/shared/base-url';
import type { PictureList } from '~/lib/messaging/picture-calls';
import { webOrigin } from '~/lib/shared/url';
import { usePlatform } from '../platform';

interface ClosedOriginsProps {
  list: PictureList;
  /** Docent may read one of them now. */
  onAllowed: () => void;
}

/** Which sites' pictures Docent may not load, what happens to them, and the way to allow it. */
export function ClosedOrigins({ list, onAllowed }: ClosedOriginsProps) {
  const platform = usePlatform();
  const counts = new Map<string, number>(list.closedOrigins.map((origin) => [origin, 0]));
  for (const { src } of list.pictures) {
    const origin = webOrigin(src);
    const count = origin === undefined ? undefined : counts.get(origin);
    if (origin !== undefined && count !== undefined) counts.set(origin, count + 1);
  }
  const allow = async (origin: string) => {
    if (await platform.requestOrigin(origin)) onAllowed();
  };
  const rows = [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
  if (rows.length === 0) return null;
  return (
    <ul class="pictures-closed">
      {rows.map(([origin, count]) => (
        <li key={origin}>
          <p>{plural('picturesClosed', count, hostOf(origin))}</p>
          <button type="button" class="button compact" onClick={() => void allow(origin)}>
            {t('actionAllowSite', hostOf(origin))}
          </button>
        </li>
      ))}
    </ul>
  );
}
