-- Takes an account out of the sign-in, with its sessions and identities: the way to forget a person that hosted projects
-- and the embedded server have in common. For our own servers alone: nobody who signs in may call it.
create function public.erase_account(account uuid) returns boolean
  language plpgsql
  security definer
  set search_path = ''
as $$
begin
  delete from auth.users where id = account;
  return found;
end
$$;

revoke execute on function public.erase_account(uuid) from public, anon, authenticated;
grant execute on function public.erase_account(uuid) to service_role;
