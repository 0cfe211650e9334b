import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../src/config/config';
import { isLoopback } from './check-configuration';
import { failed, ok, say, warning, type Outcome } from './finding';
import type { Source } from './source';

/** Nothing is written: the folder, or the nearest one above in which the bot would make it, is asked for. */
export function checkAuditLog(config: Config, { isFile }: Source, root: string): Outcome<never> {
  if (config.teammateAccess === 'off') return say(ok('Not needed: TEAMMATE_ACCESS is off.'));
  let folder = resolve(root, config.auditLog.path);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (statSync(folder).isDirectory()) return say(ok('AUDIT_LOG_PATH can be written.'));
  } catch {
    // Told below.
  }
  const tell = isFile && !isLoopback(config.signIn.domain) ? warning : failed;
  return say(
    tell(
      'AUDIT_LOG_PATH cannot be written on this machine: the bot answers no question of a manager without it.',
      'Name a folder that the bot may write to and that outlives it, or set TEAMMATE_ACCESS=off.',
    ),
  );
}

/** Files go to hosts that a client names: the list is what keeps the bot from calling others. */
export function checkUploadHosts({ fileUploadHosts, signIn }: Config): Outcome<never> {
  const tooWide = fileUploadHosts.filter((host) => /^\*\.[^.]+$/.test(host));
  if (tooWide.length > 0)
    return say(
      failed(
        `FILE_UPLOAD_HOSTS lets the bot call every host below ${tooWide.join(' and ')}.`,
        'Name the hosts of your tenant: *.sharepoint.com, or <tenant>-my.sharepoint.com alone.',
      ),
    );
  const isSane = (host: string): boolean => /(?:^|\.)sharepoint\.com$/i.test(host);
  if (fileUploadHosts.every((host) => isSane(host) || (isLoopback(signIn.domain) && isLoopback(host))))
    return say(ok('Files go to SharePoint, or stay on this machine.'));
  return say(
    warning(
      'FILE_UPLOAD_HOSTS holds a host that is not of SharePoint, where Teams keeps people’s files.',
      'Remove FILE_UPLOAD_HOSTS, unless you know why.',
    ),
  );
}
