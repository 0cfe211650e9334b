import { quoted } from './ja-filter';
import { createSpans } from './spans';
import { createTeamHeading } from './team-heading';
import type { Texts } from './texts';

const spans = createSpans('ja');
const showTheRest = '残りを表示';

export const team: Texts['team'] = {
  nameless: '名前のない同僚',
  heading: createTeamHeading({
    course: '自分のチーム: 1 つのコースの状況',
    overdueRequired: '自分のチーム: 期限切れの必須コース',
    overdue: '期限切れのコースがある人',
    due: '自分のチーム: 期限を迎えるコース',
    required: '自分のチーム: 必須コース',
    completed: '自分のチーム: 完了したコース',
    open: '自分のチーム: 未完了のコース',
    all: '自分のチーム',
  }),
  counts: { people: '人数', late: '遅れあり', overdue: '期限切れ', open: '未完了' },
  courseCounts: {
    finished: '完了',
    inProgress: '進行中',
    notStarted: '未開始',
    notAssigned: '割り当てなし',
  },
  teamSummary: (title, counts) => `${title}。${counts.people} 人、うち期限切れのある人 ${counts.late} 人。`,
  courseSummary: (title, { finished, inProgress, notStarted, notAssigned }) =>
    `${title}。完了 ${finished} 人、進行中 ${inProgress} 人、未開始 ${notStarted} 人、割り当てなし ${notAssigned} 人。`,
  summary: (title, { overdue, dueSoon, open, completed }) =>
    `${title}。期限切れ ${overdue} 件、期限間近 ${dueSoon} 件、未完了 ${open} 件、完了 ${completed} 件。`,
  overdue: (count) => `期限切れ\u00A0${count}\u00A0件`,
  open: (count) => `未完了\u00A0${count}\u00A0件`,
  completed: (count) => `完了\u00A0${count}\u00A0件`,
  noneAssigned: 'コースなし',
  share: (percent) => `${percent} 完了`,
  soFar: (count, total) =>
    `現在 ${total} 人中 ${count} 人です。残りを読み込んでいます。しばらくしてから${quoted(showTheRest)}を選択してください。`,
  showTheRest,
  notEverybody: '一部の直属の部下を表示できませんでした。',
  unreadable: {
    unlicensed: 'Viva Learning のライセンスなし',
    forbidden: 'Viva Learning では、この人のコースの読み取りが許可されていません',
    notFound: 'Viva Learning にこの人の情報がありません',
    failed: '現在読み取れません',
  },
  busy: (minutes) => `${spans.inMinutes(minutes)}にもう一度お試しください`,
  disabled: 'アカウント無効',
  filters: {
    all: '全員',
    overdue: '期限切れ',
    required: '必須',
    unfinished: '未完了',
    finished: '完了',
  },
  oneCourse: '1 つのコース',
  chooseCourse: 'コースを選択',
  showCourse: 'コースを表示',
  export: 'エクスポート',
  refresh: '最新の情報に更新',
  back: '一覧に戻る',
  backToTeam: '自分のチーム',
  nobody: '該当する人はチームにいません。',
  noSuchCourse: 'チームのリストに、そのようなコースは見つかりませんでした。',
  noSuchTitle: '読み取れるタイトルの中に、そのようなコースは見つかりませんでした。',
  noCourses: 'この人のリストに該当するコースはありません。',
  courseGone: 'このコースは、この人のリストからなくなりました。',
  noReports: `組織のディレクトリに直属の部下が登録されていないため、表示できるチームがありません。自分のコースを表示するには、${quoted('my courses')}と入力してください。`,
  guest: '組織のゲストは、ほかの人のコースを表示できません。',
  off: 'ほかの人のコースの表示は、組織でオフになっています。管理者がオンにできます。',
  personalChatOnly: 'ほかの人のコースは 1 対 1 のチャットでのみ表示します。',
  noSuchReport: `その名前の直属の部下はいません。全員を表示するには、${quoted('my team')}と入力してください。`,
  notYourReport: 'この人は直属の部下ではないため、コースを表示できません。',
  severalReports: 'その名前の直属の部下が複数います。どの人ですか?',
  file: {
    name: 'チームのコース',
    description: '直属の部下のコース (Excel 用の CSV)',
    offered: 'ファイルの準備ができました。チャットで承諾すると、OneDrive に保存されます。',
    incomplete: 'まだ全員を読み込めていません。しばらくしてからもう一度お試しください。',
    columns: {
      person: '名前',
      account: 'アカウント',
      course: 'コース',
      kind: '種類',
      status: '状態',
      progress: '進捗',
      assigned: '割り当て日',
      due: '期限',
      overdue: '期限切れ',
      completed: '完了日',
      note: '備考',
    },
    yes: 'はい',
  },
  looks: {
    heading: '自分のコースを見た人',
    none: 'Coursemate で自分のコースを見た人はいません。',
    partly: '記録が多いため、古い記録は時間内に読み取れませんでした。',
    intro:
      '上司は直属の部下のコースを見ることができます。見た記録はすべて残ります。最近の記録は次のとおりです。',
    what: {
      team: 'チームの一覧',
      teammate: '自分のリスト',
      course: '自分のコースの 1 つ',
      export: 'チームのコースのファイル',
    },
    outcomes: { unreadable: '読み取れませんでした', refused: '拒否されました' },
    somebody: '組織内のユーザー',
  },
};
