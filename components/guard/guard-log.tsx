import { useRef, useState } from 'preact/hooks';
import { formatTime } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import type { GuardLogEntry } from '~/lib/shared/guard';
import { useGuardLog } from '../hooks/use-guard-log';
import { ErrorNotice } from '../ui/error-notice';
import { Switch } from '../ui/switch';
import { describeVerdict, nameCarrier, nameCheckpoint, nameOutcome } from './guard-names';
import { logAsCsv, logAsJson } from './log-files';
import { saveFile } from './save-file';

interface GuardLogProps {
  /** Whether new checks are kept. */
  kept: boolean;
  onKeep: (kept: boolean) => void;
}

/** Rows drawn; the files hold all. */
const SHOWN = 100;

/** The log of checks on this device: shown, saved as a file, cleared. */
export function GuardLog({ kept, onKeep }: GuardLogProps) {
  const { entries, error, clear } = useGuardLog();
  const [cleared, setCleared] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const forget = async () => {
    const done = await clear();
    setCleared(done);
    // The button goes away with the entries.
    if (done) heading.current?.focus();
  };
  return (
    <div class="stack">
      <h3 ref={heading} tabIndex={-1} class="label">
        {t('guardLogTitle')}
      </h3>
      <Switch label={t('guardLogKeep')} hint={t('guardLogHint')} checked={kept} onChange={onKeep} />
      {error && <ErrorNotice error={error} remedies={{ inSettings: true }} />}
      <p role="status">{cleared && t('guardLogCleared')}</p>
      {entries?.length === 0 && <p>{t('guardLogEmpty')}</p>}
      {entries && entries.length > 0 && (
        <>
          <p>
            {plural('guardLogCount', entries.length)}
            {entries.length > SHOWN && ` · ${t('guardLogShown', SHOWN)}`}
          </p>
          {/* Scrollable, so it must be reachable by keyboard. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div class="log-frame" tabIndex={0} role="group" aria-label={t('guardLogTitle')}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{t('guardLogTime')}</th>
                  <th scope="col">{t('guardLogSite')}</th>
                  <th scope="col">{t('guardLogCheckpoint')}</th>
                  <th scope="col">{t('guardLogVerdict')}</th>
                  <th scope="col">{t('guardLogOutcome')}</th>
                </tr>
              </thead>
              <tbody>
                {entries.slice(0, SHOWN).map((entry) => <Row key={entry.id} entry={entry} />)}
              </tbody>
            </table>
          </div>
          <div class="row wrap">
            <button type="button" class="button" onClick={() => saveFile('docent-safety-log.json', 'application/json', logAsJson(entries))}>
              {t('guardLogJson')}
            </button>
            <button type="button" class="button" onClick={() => saveFile('docent-safety-log.csv', 'text/csv', logAsCsv(entries))}>
              {t('guardLogCsv')}
            </button>
            <button type="button" class="button" onClick={() => void forget()}>
              {t('guardLogClear')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

function Row({ entry: { at, site, checkpoint, verdict, carriers = [], outcome } }: { entry: GuardLogEntry }) {
  return (
    <tr>
      <td>{formatTime(at)}</td>
      <td dir="ltr">{site}</td>
      <td>{nameCheckpoint(checkpoint)}</td>
      <td>{[describeVerdict(verdict), ...carriers.map(nameCarrier)].join(', ')}</td>
      <td>{nameOutcome(checkpoint, outcome)}</td>
    </tr>
  );
}
