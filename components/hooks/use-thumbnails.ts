import { useEffect, useMemo } from 'preact/hooks';
import type { KeyedStore } from './keyed-store';
import { ThumbnailLoader } from './thumbnail-loader';

/** Pixels around what is in sight for which thumbnails are fetched beforehand. */
const AHEAD = '300px';

export interface Thumbnails {
  /** Loads the picture's thumbnail once this element comes near to sight; returns how to stop that. */
  watch: (element: Element, id: string) => () => void;
  /** What could not be had is tried again, when it comes into sight. */
  retry: () => void;
}

/** Loads thumbnails into `store` as their rows come into sight. */
export function useThumbnails(tabId: number, store: KeyedStore<string>): Thumbnails {
  const { loader, observer, watched } = useMemo(() => {
    const ids = new Map<Element, string>();
    const fetching = new ThumbnailLoader(tabId, store);
    const onSight = (entries: IntersectionObserverEntry[]) => {
      for (const { isIntersecting, target } of entries) {
        const id = isIntersecting ? ids.get(target) : undefined;
        if (id) fetching.request(id);
      }
    };
    // `scrollMargin` is for the panel, where the list scrolls inside of the page; TypeScript's types lack it.
    const sight = new IntersectionObserver(onSight, { rootMargin: AHEAD, scrollMargin: AHEAD } as IntersectionObserverInit);
    return { loader: fetching, observer: sight, watched: ids };
  }, [tabId, store]);
  useEffect(
    () => () => {
      observer.disconnect();
      loader.end();
    },
    [observer, loader],
  );
  return useMemo(
    () => ({
      watch: (element, id) => {
        watched.set(element, id);
        observer.observe(element);
        return () => {
          watched.delete(element);
          observer.unobserve(element);
        };
      },
      retry: () => {
        loader.forgetFailures();
        // Observing anew tells again what is in sight.
        for (const element of watched.keys()) {
          observer.unobserve(element);
          observer.observe(element);
        }
      },
    }),
    [loader, observer, watched],
  );
}
