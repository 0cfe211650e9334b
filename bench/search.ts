import { createCourseIndex, type CourseIndex, type IndexedText } from '../src/search/course-index';
import type { Figure } from './figure';
import { medianProcessorMs } from './process-figures';

/** The median must fall after the engine has compiled the search and collected the garbage of building the index. */
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

/** Measures processor milliseconds of the slowest search, and megabytes held by the texts and their index. */
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
    index.add(Array.from({ length: Math.min(CHUNK, size - start) }, (_, offset) => toItem(start + offset)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return index;
}

function toItem(number: number): Item {
  const subject = SUBJECTS[number % SUBJECTS.length] ?? '';
  const kind = KINDS[Math.floor(number / SUBJECTS.length) % KINDS.length] ?? '';
  return {
    key: `provider/${number}`,
    title: `${subject} ${kind} topic ${number}`,
    ids: [`ACT-${number}`],
    tags: [subject, `skill${number % 900}`],
    provider: `Provider ${number % 5}`,
    description: `Learn ${subject} ${kind} step by step, with exercises on case${number % 3_000} and word${number % 7_000}.`,
  };
}

/** Processor milliseconds of the slowest query: the median over all rounds. */
function slowestSearch(index: CourseIndex<Item>): number {
  return Math.max(
    ...QUERIES.map((query) =>
      medianProcessorMs(ROUNDS, () => {
        if (index.search(query).length === 0) index.searchNear(query);
      }),
    ),
  );
}

function usedMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1_048_576;
}
