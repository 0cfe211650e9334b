import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../../src/config/config';
import { isLoopback } from './check-configuration';
import { failed, ok, say, warning, type Outcome } from './finding';
import type { Source } from './source';

/** Checks that the folder, or its nearest existing parent, is writable. Writes nothing. */
export function checkAuditLog(config: Config, { isFile }: Source, root: string): Outcome<never> {
  if (config.teammateAccess === 'off') return say(ok('Not needed: TEAMMATE_ACCESS is off.'));
  let folder = resolve(root, config.auditLog.path);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (statSync(folder).isDirectory()) return say(ok('AUDIT_LOG_PATH is writable.'));
  } catch {
    // Reported below.
  }
  const tell = isFile && !isLoopback(config.signIn.domain) ? warning : failed;
  return say(
    tell(
      'AUDIT_LOG_PATH isn’t writable on this machine: without it, the bot doesn’t answer managers’ questions.',
      'Choose a folder that the bot can write to and that survives restarts, or set TEAMMATE_ACCESS=off.',
    ),
  );
}

/** Checks the list that limits file uploads: the client names the host, so the list must not be too wide. */
export function checkUploadHosts({ fileUploadHosts, signIn }: Config): Outcome<never> {
  const tooWide = fileUploadHosts.filter((host) => /^\*\.[^.]+$/.test(host));
  if (tooWide.length > 0)
    return say(
      failed(
        `FILE_UPLOAD_HOSTS lets the bot call every host under ${tooWide.join(' and ')}.`,
        'Use your tenant’s hosts: *.sharepoint.com, or only <tenant>-my.sharepoint.com.',
      ),
    );
  const isSane = (host: string): boolean => /(?:^|\.)sharepoint\.com$/i.test(host);
  if (fileUploadHosts.every((host) => isSane(host) || (isLoopback(signIn.domain) && isLoopback(host))))
    return say(ok('Files go to SharePoint, or stay on this machine.'));
  return say(
    warning(
      'FILE_UPLOAD_HOSTS contains a host outside SharePoint, where Teams keeps people’s files.',
      'Remove FILE_UPLOAD_HOSTS unless you need this host.',
    ),
  );
}
