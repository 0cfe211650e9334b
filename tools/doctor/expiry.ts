import { failed, ok, warning, type Finding } from './finding';

const DAY_MS = 86_400_000;

/** Says when a certificate expires; both dates are in OpenSSL's format. */
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
      `${whose} isn’t valid yet.`,
      'Check the clock of this machine, or use a valid certificate.',
    );
  if (days < warnDays) return warning(`${whose} expires on ${day}, in ${days} days.`, remedy);
  return ok(`${whose} is valid until ${day}.`);
}
