import { createCourseIndex, type CourseIndex, type IndexedText } from '../src/search/course-index';
import type { Figure } from './figure';

/** Enough that the engine has compiled and cleared up after the building before half of them are over. */
const ROUNDS = 15;
const CHUNK = 500;
const SUBJECTS = ['Data privacy', 'Excel', 'Leadership', 'Security', 'Résumé writing', 'Python', 'First aid'];
const KINDS = ['basics', 'for analysts', 'in practice', 'masterclass', 'Grundlagen', '入門講座', 'workshop'];
const QUERIES = [
  'p',
  'e',
  'step by step',
  'exc',
  'data privacy',
  'pirvacy basisc',
  'leadership in practice',
  '入門',
  'topic 4711',
];

type Item = IndexedText & { readonly key: string };

/** Processor milliseconds of the slowest search, and megabytes that the texts and their index hold. */
export async function measureSearch(): Promise<readonly Figure[]> {
  const before = usedMegabytes();
  const large = await build(50_000);
  const megabytes = usedMegabytes() - before;
  const small = await build(500);
  return [
    { name: 'searching 50,000 contents', value: slowestSearch(large), unit: 'ms', atMost: 10 },
    { name: 'searching 500 contents', value: slowestSearch(small), unit: 'ms', atMost: 3 },
    { name: 'holding 50,000 contents', value: megabytes, unit: 'MB', atMost: 150 },
  ];
}

async function build(size: number): Promise<CourseIndex<Item>> {
  const index = createCourseIndex<Item>({ keyOf: ({ key }) => key, textOf: (item) => item });
  for (let start = 0; start < size; start += CHUNK) {
    index.add(Array.from({ length: Math.min(CHUNK, size - start) }, (_, place) => toItem(start + place)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return index;
}

function toItem(place: number): Item {
  const subject = SUBJECTS[place % SUBJECTS.length] ?? '';
  const kind = KINDS[Math.floor(place / SUBJECTS.length) % KINDS.length] ?? '';
  return {
    key: `provider/${place}`,
    title: `${subject} ${kind} topic ${place}`,
    ids: [`ACT-${place}`],
    tags: [subject, `skill${place % 900}`],
    provider: `Provider ${place % 5}`,
    description: `Learn ${subject} ${kind} step by step, with exercises on case${place % 3_000} and word${place % 7_000}.`,
  };
}

/** The median of some rounds, for the query that takes longest. */
function slowestSearch(index: CourseIndex<Item>): number {
  return Math.max(
    ...QUERIES.map((query) => median(Array.from({ length: ROUNDS }, () => timeOf(index, query)))),
  );
}

function timeOf(index: CourseIndex<Item>, query: string): number {
  const before = process.cpuUsage();
  if (index.search(query).length === 0) index.searchNear(query);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function usedMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}
