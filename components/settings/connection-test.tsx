import { useEffect, useState } from 'preact/hooks';
import { formatMoney } from '~/lib/i18n/format';
import { plural, t } from '~/lib/i18n/message';
import { call } from '~/lib/messaging/call';
import type { ConnectionReport } from '~/lib/messaging/protocol';
import { toAppError, type AppErrorData } from '~/lib/shared/app-error';
import { ErrorNotice } from '../ui/error-notice';

type Outcome =
  | { kind: 'none' | 'busy' }
  | { kind: 'good'; report: ConnectionReport }
  | { kind: 'bad'; error: AppErrorData };

interface ConnectionTestProps {
  /** Grows when the server or its key has changed: an old outcome says nothing about the new one. */
  version: number;
}

/** Asks the server for its balance or its models and says plainly what came of it. */
export function ConnectionTest({ version }: ConnectionTestProps) {
  const [outcome, setOutcome] = useState<Outcome>({ kind: 'none' });
  useEffect(() => setOutcome({ kind: 'none' }), [version]);

  const test = async () => {
    setOutcome({ kind: 'busy' });
    try {
      setOutcome({ kind: 'good', report: await call('testConnection', {}) });
    } catch (thrown) {
      setOutcome({ kind: 'bad', error: toAppError(thrown).data });
    }
  };
  return (
    <div class="stack">
      <div class="inline">
        <button type="button" class="button" aria-disabled={outcome.kind === 'busy'} onClick={() => void test()}>
          {t('optionsTest')}
        </button>
        <span role="status">
          {outcome.kind === 'busy' && t('optionsTesting')}
          {outcome.kind === 'good' && <span class="connection-good">{describeReport(outcome.report)}</span>}
        </span>
      </div>
      {outcome.kind === 'bad' && <ErrorNotice error={outcome.error} remedies={{ inSettings: true }} />}
    </div>
  );
}

function describeReport({ host, models, balance }: ConnectionReport): string {
  const connected = plural('optionsConnected', models, host);
  return balance ? `${connected} ${t('optionsBalance', formatMoney(balance.amount, balance.currency))}` : connected;
}
