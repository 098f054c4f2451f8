import { findBuckets, makeBucketHomes } from './bucket-homes';
import type { Homes } from './home';
import { namedHomes } from './named-homes';

/** Homes as this browser can have them removed. */
export function chooseHomes(): Homes {
  const buckets = findBuckets();
  return buckets ? makeBucketHomes(buckets) : namedHomes;
}
