import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, readText, ROOT } from '../infra/project-files';
import { anchorsOf } from './anchors';

/** Files whose comments and messages may cite a document; Markdown links are checked in documents.test.ts. */
const citing = listFiles()
  .filter((path) => /\.(?:[cm]?[jt]s|bicep|ya?ml|html|css)$|Dockerfile|^env\//.test(path))
  .filter((path) => existsSync(join(ROOT, path)));

const CITATION = /(?<![\w/])(?:docs\/(?:[\w-]+\/)*[\w-]+(?:\.md)?|README\.md)(?:#[\w-]+)?/g;
/** Citations that cannot be opened: a page with a section number, or the number of a decision. */
const BARE = /\b(?:graph-learning|teams-platform|platform-2026|identity|design|decision) \d+(?:\.\d+)?\b/gi;

/** The problems of a text's citations; empty when each of them can be opened. */
function problemsOf(text: string): readonly string[] {
  const broken = [...text.matchAll(CITATION)]
    .map(([citation]) => citation)
    .filter((one) => !canBeOpened(one));
  const bare = [...text.matchAll(BARE)].map(([citation]) => citation);
  return [...broken, ...bare];
}

function canBeOpened(citation: string): boolean {
  const [path = '', anchor] = citation.split('#');
  if (!existsSync(join(ROOT, path))) return false;
  if (anchor === undefined) return !path.startsWith('docs/reference/');
  return anchorsOf(readText(path)).includes(anchor);
}

describe('citations of documents', () => {
  it('can all be opened', () => {
    const problems = citing.flatMap((path) => problemsOf(readText(path)).map((one) => `${path}: ${one}`));

    expect(problems).toEqual([]);
  });

  it('are found in comments of every part of the code', () => {
    const cited = citing.filter((path) => /docs\/reference\/[\w-]+\.md#/.test(readText(path)));
    const parts = new Set(cited.map((path) => path.split('/')[0]));

    expect([...parts]).toEqual(expect.arrayContaining(['sandbox', 'src', 'test', 'tools']));
  });

  it.each([
    ['a page that does not exist', 'docs/reference/', 'nowhere.md#wait-time'],
    ['a heading that does not exist', 'docs/reference/', 'graph-learning.md#nowhere'],
    ['a page of the reference without a heading', 'docs/reference/', 'graph-learning.md'],
    ['a path without its ending', 'docs/decisions/', '0019'],
    ['a heading of the README that does not exist', 'README', '.md#nowhere'],
    ['a section number', 'teams-platform', ' 3.1'],
    ['the number of a decision', 'Decision', ' 17'],
  ])('are refused for %s', (_name, start, end) => {
    expect(problemsOf(`Waits (${start}${end}), then goes on.`)).toEqual([`${start}${end}`]);
  });

  it('are accepted with path and heading', () => {
    const cited = 'docs/reference/graph-learning.md#wait-time, README.md#configure';

    expect(problemsOf(`Waits (${cited}), then goes on.`)).toEqual([]);
  });
});
