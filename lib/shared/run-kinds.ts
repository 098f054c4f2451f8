import type { PictureRequest, ReportRequest, RunRequest, RunSource, RunState } from './run';

/** What tells runs apart. Apart from their schemas, which windows load later. */

export function isReportRequest(request: RunRequest): request is ReportRequest {
  return request.task === 'check-safety' || request.task === 'check-image';
}

const PICTURE_SOURCES: readonly RunSource['kind'][] = ['image', 'view', 'region', 'images'];

/** Keeps what else is known of the request. */
export function isPictureRequest<R extends RunRequest>(request: R): request is Extract<R, PictureRequest> {
  return PICTURE_SOURCES.includes(request.source.kind);
}

const LIVE: readonly RunState[] = ['queued', 'reading', 'checking', 'waiting', 'streaming'];

/** Whether the run can still change by itself (`confirm` waits for the reader, however long). */
export function isLive(run: { state: RunState }): boolean {
  return LIVE.includes(run.state);
}
