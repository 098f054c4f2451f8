import { buildClassifierMessages } from '~/lib/guard/classifier';
import { buildVerdictMessages } from '~/lib/guard/prompted';
import type { GuardSubject } from '~/lib/guard/subject';
import { makeBoundary } from '~/lib/shared/boundary';
import type { ChatMessage } from '~/lib/shared/chat';
import type { Hazard } from '~/lib/shared/guard';
import type { LiveRun } from '../live-run';
import type { ReportMaterial } from './report-material';

interface Recipient {
  host: string;
  model: string;
  mode: 'prompted' | 'classifier';
}

/**
 * Keeps with a run what its requests hold, for "What is sent": the rules once, then what each request is about, in their
 * order. Pictures of the page are not among it: their pixels are had when their turn comes.
 */
export function keepReportRequest(live: LiveRun, { host, model, mode }: Recipient, material: ReportMaterial, hazards: readonly Hazard[]): void {
  const subjects: GuardSubject[] = [
    ...material.parts.map(({ text }) => ({ kind: 'text', checkpoint: 'page', text }) as const),
    ...material.pictures.map(({ images }) => ({ kind: 'image', images }) as const),
  ];
  const build = (subject: GuardSubject) => (mode === 'classifier' ? buildClassifierMessages(subject) : buildVerdictMessages(subject, hazards, makeBoundary()));
  const messages = subjects.flatMap((subject, i): ChatMessage[] => build(subject).filter(({ role }) => i === 0 || role !== 'system'));
  live.keepRequest({ host, model, messages }, 0);
}
