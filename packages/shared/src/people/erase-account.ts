import type { SupabaseClient } from '@supabase/supabase-js';
import { validate as isUuid } from 'uuid';
import { z } from 'zod';
import { dataOf } from '../lessons/index.ts';

/**
 * Takes an account out of the sign-in: on every device its person is signed out, and its address is free again.
 * @returns whether there was one; ids that are no account's are none
 */
export async function eraseAccount(supabase: SupabaseClient, account: string): Promise<boolean> {
  if (!isUuid(account)) return false;
  const answer = await supabase.rpc('erase_account', { account });
  return z.boolean().parse(dataOf(answer, 'Closing the account'));
}
