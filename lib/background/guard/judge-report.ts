import type { GuardPart } from '~/lib/guard/chunks';
import type { GuardSubject } from '~/lib/guard/subject';
import type { ImagePart } from '~/lib/shared/chat';
import type { GuardError, UnsafePassage, Verdict } from '~/lib/shared/guard';
import type { Settings } from '~/lib/shared/settings';
import { countWords } from '~/lib/shared/words';
import type { StoredImage } from '~/lib/storage/images';
import { acquirePicture } from '../pictures/acquire';
import { toParts } from '../pictures/read-pictures';
import type { RunContext } from '../run-context';
import { findPassages } from './find-passages';
import { inParallel } from './in-parallel';
import type { GuardJudge } from './judge';
import { JUDGED_SIDE, MOST_NARROWING, MOST_UNAVAILABLE } from './limits';
import type { ReportDraft } from './report-draft';
import type { ReportMaterial } from './report-material';
import { checksOfRun } from './run-checks';

/** A part of the text, or a picture: what one request is about. */
type Unit = { part: GuardPart } | { id: string; get(signal: AbortSignal): Promise<Pixels> };

interface Pixels {
  images: ImagePart[];
  files: readonly StoredImage[];
}

/**
 * Has all of the material judged, three requests at a time, and publishes the report as it grows. What cannot be judged
 * counts as unknown; when the server or the model is away, the rest is given up.
 * @throws AppError `cancelled` when the run is stopped: the report so far stays
 */
export async function judgeReport(context: RunContext, settings: Settings, guard: GuardJudge, material: ReportMaterial, draft: ReportDraft): Promise<void> {
  const { live, signal } = context;
  const { onUsage } = checksOfRun(context, settings, guard);
  let narrowing = MOST_NARROWING;
  let unavailable = 0;

  const ask = async (subject: GuardSubject, either: AbortSignal, files?: readonly StoredImage[]) => {
    const { verdict, quotes, usage, error } = await guard.judge(subject, either, files);
    if (usage) onUsage(usage);
    unavailable = verdict.kind === 'unknown' && verdict.reason === 'unavailable' ? unavailable + 1 : 0;
    return { verdict, quotes, ...(error ? { error } : {}) };
  };
  const askText = (text: string, either: AbortSignal) => ask({ kind: 'text', checkpoint: 'page', text }, either);

  const judgePart = async (part: GuardPart, either: AbortSignal) => {
    const { verdict, quotes, error } = await askText(part.text, either);
    const texts = material.texts.filter(({ blockId }) => blockId === undefined || part.blockIds.includes(blockId));
    const search = { texts, judge: async (text: string) => (await askText(text, either)).verdict, spend: () => narrowing-- > 0 };
    const passages: UnsafePassage[] = verdict.kind === 'unsafe' ? await findPassages(search, part, verdict, quotes) : [];
    draft.addPart(countWords(part.text), verdict, passages, error);
  };

  await inParallel(listUnits(context, material), signal, async (unit, either) => {
    if ('part' in unit) await judgePart(unit.part, either);
    else {
      const { verdict, error } = await judgePicture(unit, either, ask);
      draft.addImage(unit.id, verdict, error);
    }
    live.change({ report: draft.write() });
    return unavailable >= MOST_UNAVAILABLE ? 'stop' : undefined;
  });
}

function listUnits({ tabId, platform }: RunContext, material: ReportMaterial): Unit[] {
  // What is told of a picture is told of the pixels that the reader has: behind its address a server may find others.
  const options = { maxSide: JUDGED_SIDE, mayReveal: false, mayUseAddress: false };
  return [
    ...material.parts.map((part) => ({ part })),
    ...material.pictures.map(({ id, images }) => ({ id, get: async () => ({ images, files: material.files }) })),
    ...material.listed.map(({ id }) => ({
      id,
      async get(signal: AbortSignal) {
        const acquired = await acquirePicture(tabId, { id }, options, platform, signal);
        return { images: toParts(acquired), files: acquired.images };
      },
    })),
  ];
}

type Ask = (subject: GuardSubject, signal: AbortSignal, files?: readonly StoredImage[]) => Promise<Judged>;

interface Judged {
  verdict: Verdict;
  error?: GuardError;
}

async function judgePicture(unit: Extract<Unit, { id: string }>, signal: AbortSignal, ask: Ask): Promise<Judged> {
  let had: Pixels;
  try {
    had = await unit.get(signal);
  } catch {
    signal.throwIfAborted();
    // Gone, broken, or closed to Docent: nobody has looked at it.
    return { verdict: { kind: 'unknown', reason: 'not-taken' } };
  }
  return ask({ kind: 'image', images: had.images }, signal, had.files);
}
