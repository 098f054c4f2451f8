import { ScanText } from 'lucide-preact';
import { isolate, t } from '~/lib/i18n/message';
import type { ReadReport, Run, RunRequest } from '~/lib/shared/run';

type ScanRequest = Extract<RunRequest, { task: 'read-scan' }>;

interface ScanOfferProps {
  run: Pick<Run, 'request' | 'read' | 'error'>;
  onRead: (request: ScanRequest) => void;
}

/** Offers to have those pages of a PDF read that are pictures: a button for each document that has some. */
export function ScanOffer({ run, onRead }: ScanOfferProps) {
  const scans = findScans(run);
  if (scans.length === 0) return null;
  return (
    <div class="row wrap">
      {scans.map((request) => (
        <button key={request.attachment?.kind === 'file' ? request.attachment.fileId : ''} type="button" class="button compact" onClick={() => onRead(request)}>
          <ScanText class="icon" />
          {scans.length > 1 && request.attachment?.kind === 'file' ? `${t('taskReadScan')}: ${isolate(request.attachment.name)}` : t('taskReadScan')}
        </button>
      ))}
    </div>
  );
}

/** How the documents are read of which pages were left out. A linked one, and that of another tab, is opened first. */
function findScans({ request, read, error }: ScanOfferProps['run']): ScanRequest[] {
  const files = request.task === 'ask' ? (request.attachments ?? []).filter((each) => each.kind === 'file') : [];
  const ofFile = (fileId: string | undefined) => files.filter((file) => file.fileId === fileId).map((attachment): ScanRequest => ({ task: 'read-scan', source: { kind: 'none' }, attachment }));
  const ofPage: ScanRequest[] = request.source.kind === 'page' ? [{ task: 'read-scan', source: { kind: 'page' } }] : [];
  const ofOnly = request.source.kind === 'none' && files.length === 1 ? ofFile(files[0]?.fileId) : ofPage;
  if (error?.reason === 'scanned') return ofOnly;
  return [...leftOut(read).flatMap((document) => (document === undefined ? ofOnly : document.kind === 'page' ? ofPage : ofFile(document.fileId))), ...(read?.unread ?? []).flatMap(({ error: why, fileId }) => (why.reason === 'scanned' ? ofFile(fileId) : []))];
}

function leftOut(read: ReadReport | undefined) {
  const scans = read?.omissions.filter(({ reason }) => reason === 'picture-page') ?? [];
  return scans.map(({ documentId }) => read?.documents?.find(({ id }) => id === documentId));
}
