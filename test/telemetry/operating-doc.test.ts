import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

function read(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Names of attributes and measures. */
function namesIn(text: string): readonly string[] {
  return [...new Set(text.match(/\bcoursemate(?:\.[a-z_]+)+\b/g) ?? [])].filter(
    (name) => name !== 'coursemate.log',
  );
}

const source = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8'))
  .join('\n');
const recorded = ['logging/measures.ts', 'logging/spans.ts', 'bot/activity/observe-turn.ts']
  .concat(['graph/client/graph-request.ts', 'auth/exchange-sso-token.ts', 'cards/define-card.ts'])
  .flatMap((path) => namesIn(read(`src/${path}`)));

describe('docs/operating.md', () => {
  it('lists exactly what is recorded', () => {
    const documented = namesIn(read('docs/operating.md'));

    expect(documented.filter((name) => !source.includes(`'${name}'`))).toEqual([]);
    expect([...new Set(recorded)].filter((name) => !documented.includes(name))).toEqual([]);
  });

  it('searches for log lines that exist', () => {
    const searched = ['Requests were refused', 'telemetry could not be sent', 'turn done', 'listening'];

    for (const line of searched) {
      expect(read('docs/operating.md')).toContain(line);
      expect(source).toContain(`'${line}'`);
    }
  });
});
