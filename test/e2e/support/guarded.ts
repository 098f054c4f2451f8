import type { Page } from 'puppeteer';
import type { GuardLogEntry, GuardOptions } from '~/lib/shared/guard';
import { DEFAULT_GUARD_OPTIONS } from '~/lib/shared/guard';
import type { Run } from '~/lib/shared/run';
import { type Docent, openOwnPage } from './docent.ts';
import { findTabId } from './tabs.ts';

/** A classifier for the stand-in server, which finds `DOCENT-UNSAFE` in what it is sent. */
export const CLASSIFIER = 'test/guard=keyword,llama-guard-3-8b';

type Actions = Partial<Record<keyof GuardOptions['checkpoints'], GuardOptions['checkpoints']['page']['action']>>;

/** Makes a call of the protocol, as a page of Docent does. */
export async function callDocent<T>(docent: Docent, name: string, input: object): Promise<T> {
  const page = await openOwnPage(docent, 'options.html');
  try {
    const reply = await page.evaluate((message) => chrome.runtime.sendMessage(message) as Promise<{ ok: boolean; value: unknown; error: unknown }>, { name, input });
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value as T;
  } finally {
    await page.close();
  }
}

/** Sets what is checked, everything else as it is at first. */
export async function setGuard(docent: Docent, actions: Actions, about: Partial<GuardOptions> = {}, onUnknown: 'open' | 'closed' = 'open'): Promise<void> {
  const chosen = Object.fromEntries(Object.entries(actions).map(([checkpoint, action]) => [checkpoint, { action, onUnknown }]));
  const checkpoints = { ...DEFAULT_GUARD_OPTIONS.checkpoints, ...chosen };
  await callDocent(docent, 'updateSettings', { guard: { ...DEFAULT_GUARD_OPTIONS, ...about, checkpoints } });
}

/** The newest run of a tab as soon as it has one of these states. */
export async function waitForRun(docent: Docent, page: Page, ...states: Run['state'][]): Promise<Run> {
  const tabId = await findTabId(docent, page);
  const window = await openOwnPage(docent, 'options.html');
  try {
    return await window.evaluate((tab, wanted) => new Promise<Run>((resolve) => {
      const runs = new Map<string, Run>();
      const port = chrome.runtime.connect({ name: 'thread' });
      port.onMessage.addListener((event: { type: string; runs?: Run[]; run?: Run; runId?: string; text?: string }) => {
        if (event.type === 'snapshot') runs.clear();
        for (const run of event.runs ?? []) runs.set(run.id, run);
        if (event.run) runs.set(event.run.id, { ...event.run, text: event.run.text ?? runs.get(event.run.id)?.text ?? '' });
        const grown = event.type === 'delta' ? runs.get(event.runId ?? '') : undefined;
        if (grown) grown.text += event.text ?? '';
        const last = [...runs.values()].at(-1);
        if (last && wanted.includes(last.state)) resolve(last);
      });
      port.postMessage({ tabId: tab });
    }), tabId, states);
  } finally {
    await window.close();
  }
}

export async function readLog(docent: Docent): Promise<GuardLogEntry[]> {
  return (await callDocent<{ entries: GuardLogEntry[] }>(docent, 'getGuardLog', {})).entries;
}
