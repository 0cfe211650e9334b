import type { CourseFilter } from '../domain/question';
import { createQuoted } from './isolate';

export const quoted = createQuoted(['「', '」'], { rtl: false });

const dueWords: Readonly<Record<CourseFilter['due'], string>> = {
  any: '',
  overdue: '期限切れの',
  today: '今日が期限の',
  tomorrow: '明日が期限の',
  thisWeek: '今週が期限の',
  nextWeek: '来週が期限の',
  thisMonth: '今月が期限の',
  nextMonth: '来月が期限の',
  soon: '7 日以内が期限の',
};

const statusWords: Readonly<Record<CourseFilter['status'], string>> = {
  any: '',
  open: '未完了の',
  completed: '完了した',
  notStarted: '未開始の',
  inProgress: '進行中の',
};

const nouns: Readonly<Record<CourseFilter['kind'], string>> = {
  any: 'コース',
  required: '必須コース',
  recommended: '推奨コース',
  selfInitiated: '自分で開始したコース',
};

const emptyStates: ReadonlyMap<string, string> = new Map([
  ['コース', 'リストにはまだコースがありません。新しく割り当てられたコースはここに表示されます。'],
  ['未完了のコース', '未完了のコースはありません。すべて完了しています。'],
  ['期限切れのコース', '期限切れのコースはありません。順調です。'],
  ['7 日以内が期限のコース', '今後 7 日間に期限を迎えるものはありません。'],
  ['未完了の必須コース', '未完了の必須コースはありません。すべて完了しています。'],
  ['完了したコース', '完了したコースはまだありません。修了したコースはここに表示されます。'],
]);

/** "期限切れの必須コース". */
function filterPhrase({ status, due, kind }: CourseFilter): string {
  const isOpenImplied = status === 'open' && due !== 'any';
  return `${dueWords[due]}${isOpenImplied ? '' : statusWords[status]}${nouns[kind]}`;
}

export function filterHeading(filter: CourseFilter): string {
  const phrase = filterPhrase(filter);
  return phrase === 'コース' ? 'すべてのコース' : phrase;
}

export function emptyList(filter: CourseFilter, text: string): string {
  const phrase = filterPhrase(filter);
  if (text !== '') return `${quoted(text)}に一致する${phrase}はありません。`;
  return emptyStates.get(phrase) ?? `${phrase}はありません。`;
}
