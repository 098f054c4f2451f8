import { announceChange } from '~/lib/messaging/wake';
import { AppError } from '~/lib/shared/app-error';
import { requireSettings } from '~/lib/storage/settings';
import { closeSpending, type Cost, openSpending } from '~/lib/storage/spending';
import { keepAliveDuring } from '../keepalive';

/** A request that is under way, as the day's account has it. */
export interface OpenEntry {
  /** What it came to; `undefined`: nothing. */
  close(cost: Promise<Cost | undefined>): void;
}

/** The local day, e.g. `2026-11-21`: what a reader calls today, in whatever time zone the device is. */
export function localDay(date = new Date()): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * Enters a request into the account of today, before it is sent. It stays there when midnight passes while it is under way:
 * it is paid for on the day on which it was sent.
 * @param beyond the reader sends it although the limit is reached
 * @throws AppError `daily-limit`: it is not to be sent; storage errors where the limit cannot be read, or is set and cannot be kept
 */
export async function openEntry(cost: Cost, beyond: boolean): Promise<OpenEntry> {
  const { spending: limits } = await requireSettings();
  const day = localDay();
  const id = crypto.randomUUID();
  const isLimited = !beyond && (limits.usd > 0 || limits.tokens > 0);
  const opened = openSpending(day, id, cost, isLimited ? limits : undefined);
  opened.catch(() => undefined);
  // Where nothing is limited, the server need not wait for the disk.
  if (isLimited) {
    const excess = await opened;
    if (excess) throw new AppError('daily-limit', { limit: excess });
  }
  const close = async (spent: Promise<Cost | undefined>): Promise<void> => {
    await opened;
    await closeSpending(day, id, await spent);
    announceChange('spending');
  };
  return { close: (spent) => void keepAliveDuring(close(spent).catch((thrown: unknown) => console.warn('Not counted.', thrown))) };
}
