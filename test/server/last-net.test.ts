import { createLastNet } from '../../src/server/last-net';
import { createRecordingLog } from './recording-log';

function lastNet(error: unknown): { readonly ended: number; readonly log: string } {
  const log = createRecordingLog();
  let ended = 0;
  createLastNet(log, () => (ended += 1))(error);
  return { ended, log: JSON.stringify(log.lines) };
}

const systemError = (syscall: string, code: string): Error =>
  Object.assign(new Error(`${syscall} ${code} hunter2`), { syscall, code });

it.each([
  ['read', 'ECONNRESET'],
  ['write', 'EPIPE'],
  ['connect', 'ECONNREFUSED'],
])('survives %s %s and logs it without its message', (syscall, code) => {
  const { ended, log } = lastNet(systemError(syscall, code));

  expect(ended).toBe(0);
  expect(log).toContain('"level":"warn"');
  expect(log).not.toContain('hunter2');
});

it.each([
  ['a bug', new TypeError('hunter2')],
  ['a full disk', systemError('write', 'ENOSPC')],
  ['a file that is not there', systemError('open', 'ENOENT')],
  ['too many files', systemError('open', 'EMFILE')],
  ['an error that wraps a reset', new Error('hunter2', { cause: systemError('read', 'ECONNRESET') })],
  ['what is no error', { syscall: 'read', code: 'ECONNRESET' }],
])('ends the process after %s and logs it without its message', (_what, error) => {
  const { ended, log } = lastNet(error);

  expect(ended).toBe(1);
  expect(log).toContain('"level":"error"');
  expect(log).not.toContain('hunter2');
});
