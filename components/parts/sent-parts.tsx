import { useState } from 'preact/hooks';
import { t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { CallOutput } from '~/lib/messaging/protocol';
import { SentMessages } from '../chat/sent-messages';

const NO_PICTURES = [] as const;

interface SentPartsProps {
  runId: string;
  /** Number of requests. */
  count: number;
  /** They are about these pages of a scan, each a picture. */
  scan?: readonly number[] | undefined;
}

/** The requests about the parts of a long text, each loaded when it is opened. */
export function SentParts({ runId, count, scan }: SentPartsProps) {
  return (
    <>
      <p>{t(scan ? 'sentScanIntro' : 'sentPartsIntro')}</p>
      {Array.from({ length: count }, (_, number) => (
        <SentPart key={number} runId={runId} number={number} count={count} page={scan?.[number]} />
      ))}
    </>
  );
}

function SentPart({ runId, number, count, page }: Omit<SentPartsProps, 'scan'> & { number: number; /** Of a scan. */ page: number | undefined }) {
  const [part, setPart] = useState<CallOutput<'getPart'>>();
  const open = (isOpen: boolean) => {
    // One that cannot be had stays closed, and is asked for again when it is opened again.
    if (isOpen && !part) call('getPart', { runId, number }).then(setPart, () => undefined);
  };
  return (
    <details class="sent-part" onToggle={(event) => open(event.currentTarget.open)}>
      <summary>{page !== undefined ? t('scanPage', page) : part ? nameOf(part) : t('partHeading', number + 1, count)}</summary>
      {part ? <SentMessages runId={runId} number={number} messages={part.messages} masked={part.masked} pictures={NO_PICTURES} /> : <div class="spinner" />}
    </details>
  );
}

function nameOf({ part, words }: NonNullable<CallOutput<'getPart'>>): string {
  return part > 0 ? t('sentPart', part, words) : t('sentPartsJoined');
}
