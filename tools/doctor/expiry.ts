import { failed, ok, warning, type Finding } from './finding';

const DAY_MS = 86_400_000;

/** When a certificate ends; both dates as OpenSSL writes them. */
export function describeExpiry(
  { validFrom, validTo }: { readonly validFrom: string; readonly validTo: string },
  {
    now,
    warnDays,
    whose,
    remedy,
  }: { readonly now: Date; readonly warnDays: number; readonly whose: string; readonly remedy: string },
): Finding {
  const end = new Date(validTo);
  const day = end.toISOString().slice(0, 10);
  const days = Math.floor((end.getTime() - now.getTime()) / DAY_MS);
  if (end <= now) return failed(`${whose} expired on ${day}.`, remedy);
  if (new Date(validFrom) > now)
    return failed(
      `${whose} is not valid yet.`,
      'Look at the clock of this machine, or use one that is valid.',
    );
  if (days < warnDays) return warning(`${whose} expires on ${day}, in ${days} days.`, remedy);
  return ok(`${whose} is valid until ${day}.`);
}
