import type { CourseFilter } from '../domain/question';
import { createQuoted, isolate } from './isolate';

const language = { rtl: true };

export const quoted = createQuoted(['«', '»'], language);

/** An English phrase with the marks of English, so that it stays in one piece where a line ends in it. */
export const typed = (phrase: string): string => isolate(`“${phrase}”`, language);

const kindWords: Readonly<Record<CourseFilter['kind'], string>> = {
  any: '',
  required: 'مطلوبة',
  recommended: 'موصى بها',
  selfInitiated: 'بمبادرة ذاتية',
};

const statusWords: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: 'غير مكتملة',
  completed: 'مكتملة',
  notStarted: 'لم تبدأ بعد',
  inProgress: 'قيد التقدم',
};

const dueWords: Readonly<Record<CourseFilter['due'], string>> = {
  any: '',
  overdue: 'متأخرة',
  today: 'مستحقة اليوم',
  tomorrow: 'مستحقة غدًا',
  thisWeek: 'مستحقة هذا الأسبوع',
  nextWeek: 'مستحقة الأسبوع القادم',
  thisMonth: 'مستحقة هذا الشهر',
  nextMonth: 'مستحقة الشهر القادم',
  soon: 'مستحقة خلال الأيام السبعة القادمة',
};

const emptyStates: ReadonlyMap<string, string> = new Map([
  ['دورات', 'لا توجد دورات في قائمتك بعد. ستظهر التعيينات الجديدة هنا.'],
  ['دورات غير مكتملة', 'لا يوجد شيء غير مكتمل الآن. لقد أنجزت كل شيء.'],
  ['دورات متأخرة', 'لا يوجد شيء متأخر. أحسنت.'],
  ['دورات مستحقة خلال الأيام السبعة القادمة', 'لا يوجد شيء مستحق خلال الأيام السبعة القادمة.'],
  ['دورات مطلوبة غير مكتملة', 'لا توجد دورة مطلوبة غير مكتملة. لقد أنجزت كل شيء.'],
  ['دورات مكتملة', 'لم تكتمل أي دورة بعد. ستظهر هنا كل دورة تنهيها.'],
]);

function filterPhrase({ status, due, kind }: CourseFilter): string {
  const isOpenImplied = status === 'open' && due !== 'any';
  return ['دورات', kindWords[kind], isOpenImplied ? '' : statusWords[status], dueWords[due]]
    .filter((word) => word !== '')
    .join(' ');
}

export function filterHeading(filter: CourseFilter): string {
  const phrase = filterPhrase(filter);
  return phrase === 'دورات' ? 'كل الدورات' : phrase;
}

export function emptyList(filter: CourseFilter, text: string): string {
  const phrase = filterPhrase(filter);
  if (text !== '') return `ليست لديك ${phrase} تطابق ${quoted(text)}.`;
  return emptyStates.get(phrase) ?? `ليست لديك ${phrase}.`;
}
