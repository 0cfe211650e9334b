import { spawn } from 'node:child_process';

/** Opens an address in the browser when there is a screen; ignores failures. */
export function openBrowser(url: string, env: Readonly<Record<string, string | undefined>>): void {
  const opener = findOpener(env);
  if (opener === undefined) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}

function findOpener(
  env: Readonly<Record<string, string | undefined>>,
): readonly [string, ...string[]] | undefined {
  if (env['CI'] !== undefined) return undefined;
  if (process.platform === 'darwin') return ['open'];
  // The empty argument is the title of the window, which `start` expects first.
  if (process.platform === 'win32') return ['cmd', '/c', 'start', ''];
  const hasDisplay = env['DISPLAY'] !== undefined || env['WAYLAND_DISPLAY'] !== undefined;
  return hasDisplay ? ['xdg-open'] : undefined;
}
