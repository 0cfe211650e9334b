import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CardTemplateError, loadTemplate } from '../../src/cards/define-card';

describe('loadTemplate', () => {
  let dir: string;

  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'templates-'));
    cpSync(join(__dirname, '../../adaptiveCards'), dir, { recursive: true });
  });

  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it.each([
    ['is missing', undefined],
    ['is not JSON', '{'],
    ['is not a card', '{"type":"Container","version":"1.5","body":[]}'],
    ['is of another version', '{"type":"AdaptiveCard","version":"1.6","body":[]}'],
    ['has no body', '{"type":"AdaptiveCard","version":"1.5"}'],
    [
      'has a binding that cannot be read',
      '{"type":"AdaptiveCard","version":"1.5","body":[],"speak":"${a b}"}',
    ],
  ])('names the file of a template that %s', (_what, content) => {
    const file = join(dir, 'course.json');
    if (content === undefined) rmSync(file);
    else writeFileSync(file, content);

    const load = (): unknown => loadTemplate('course', dir);

    expect(load).toThrow(CardTemplateError);
    expect(load).toThrow(file);
  });
});
