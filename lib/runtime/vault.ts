import type { Vault } from '@/lib/core/vault';
import { serverEnv } from '@/lib/env/server-env';
import { createVault } from './create-vault';

let vault: Vault | undefined;

/** The vault of this process. */
export function getVault(): Vault {
  vault ??= createVault(serverEnv().NEXTAUTH_SECRET);
  return vault;
}
