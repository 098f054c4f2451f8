import { unclobberedDocument } from './unclobbered';

/** The document of a frame; null when it is of another origin, and not ours to read. */
export function frameDocument(frame: Element): Document | null {
  try {
    const { contentDocument } = frame as HTMLIFrameElement;
    return contentDocument && unclobberedDocument(contentDocument);
  } catch {
    return null;
  }
}
