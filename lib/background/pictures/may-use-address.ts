import { mayUseAddress as takesAddresses } from '~/lib/api/image-parts';
import { effectivePolicy } from '~/lib/guard/policy';
import type { GuardOptions } from '~/lib/shared/guard';
import type { Settings } from '~/lib/shared/settings';

/**
 * Whether a picture may go out as its address. Not where pictures must pass a guard: each fetches the address by itself, and
 * a hostile host can give the guard one file and the model another.
 */
export function isAddressAllowed(guard: GuardOptions): boolean {
  return effectivePolicy(guard, 'image').action !== 'block';
}

/** Whether this model of the server may be given a picture's address, as pictures are checked now. */
export function mayUseAddress({ guard }: Pick<Settings, 'guard'>, baseUrl: string, model: string): boolean {
  return isAddressAllowed(guard) && takesAddresses(baseUrl, model);
}
