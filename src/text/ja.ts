import { isolate } from './isolate';
import { about } from './ja-about';
import { faults } from './ja-faults';
import { emptyList, filterHeading, quoted } from './ja-filter';
import { pages } from './ja-pages';
import { team } from './ja-team';
import { createPlural } from './plural';
import { createSpans } from './spans';
import type { Texts } from './texts';

const language = { lang: 'ja', rtl: false };
const spans = createSpans('ja');
const plural = createPlural('ja');

const kindHeadings: Texts['course']['kindHeadings'] = {
  required: '必須コース',
  recommended: '推奨コース',
  peerRecommended: '同僚が推奨したコース',
  assigned: '割り当てられたコース',
  selfInitiated: '自分で開始したコース',
};

const intro =
  'Viva Learning のコースについて、進み具合や期限をお知らせします。質問は英語で、自由な言い方で入力してください。';

/** In the polite form. */
export const ja: Texts = {
  language,
  labelled: (label, value) => `${label}: ${isolate(value, language)}`,
  followed: (first, second) => `${isolate(first, language)}。${second}`,

  course: {
    kinds: {
      required: '必須',
      recommended: '推奨',
      peerRecommended: '同僚が推奨',
      assigned: '割り当て済み',
      selfInitiated: '自分で開始',
    },
    kindHeadings,
    statuses: { notStarted: '未開始', inProgress: '進行中', completed: '完了', unknown: '状態不明' },
    untitled: (kind) => `${kindHeadings[kind]} (詳細はプロバイダーから共有されていません)`,
    titleNotShared: '詳細はプロバイダーから共有されていません',
    due: (date) => `期限: ${date}`,
    dueWhen: (relative) => `期限: ${relative}`,
    noDueDate: '期限なし',
    wasDue: '期限',
    completedOn: (date) => `${date} に完了`,
    onDay: (date) => `完了日: ${date}`,
    noCompletionDate: '日付不明',
    dueIn: (days) => spans.ahead(days),
    overdueFor: (days) => (days === 0 ? '今日期限切れ' : `${spans.long(days)}超過`),
    progress: (percent) => `${percent} 完了`,
    pages: (pages) => plural(pages, { other: '# ページ' }),
    levels: { beginner: '初級', intermediate: '中級', advanced: '上級' },
    thumbnailAlt: 'コースの画像',
    assignedBy: '割り当てた人',
    assignedOn: '割り当て日',
    startedOn: '開始日',
    note: 'メモ',
    open: 'コースを開く',
    share: '共有',
    refresh: '最新の情報に更新',
    back: '自分のコースに戻る',
  },

  courseList: {
    heading: filterHeading,
    matching: (text) => `${quoted(text)}に一致`,
    counts: { overdue: '期限切れ', dueSoon: '期限間近', open: '未完了', completed: '完了' },
    filters: {
      allOpen: '未完了すべて',
      overdue: '期限切れ',
      dueSoon: '期限間近',
      required: '必須',
      completed: '完了',
    },
    chosenFilter: (name) => `✓ ${name}`,
    empty: emptyList,
    shown: (from, to, total) => `${total} 件中 ${from}–${to} 件`,
    previousPage: '前へ',
    nextPage: '次へ',
    refresh: '最新の情報に更新',
    asOf: (time) => `${time} 現在`,
    notAllLoaded: '一部のコースを時間内に読み込めませんでした。更新すると残りが表示されます。',
    contentsMissing: '一部のタイトルを時間内に読み込めませんでした。更新すると表示されます。',
    contentsFailed: '一部のタイトルを読み込めませんでした。更新してもう一度お試しください。',
    contentsThrottled: (minutes) =>
      `Viva Learning が大変混み合っているため、一部のタイトルを表示できません。${spans.inMinutes(minutes)}に更新すると表示されます。`,
    unreadable: (count) =>
      `${count} 件の項目を読み取れなかったため、一覧と件数に含まれていない可能性があります。`,
    noneReadable: '読み取れたコースの中に、表示できるものはありません。',
    summary: team.summary,
  },

  sharedCourse: {
    heading: 'Viva Learning のコース',
    own: (words) => `あなた: ${words}`,
    notYours: '自分のコースにはありません',
    noDetails: 'コースの詳細を現在表示できません。',
    onlyYou: 'これはあなただけに表示されています。',
    seeMine: '自分の状態を表示',
    refresh: '最新の情報に更新',
    anonymous: 'Viva Learning のコースです。Coursemate を追加すると、自分の状況を確認できます。',
  },

  search: {
    nothingFound: (text) =>
      `${quoted(text)}に一致するコースはありません。語句を減らすか、別の語句でお試しください。`,
    nothingYet: 'ここにはまだコースがありません。',
    untitled: `ここではコースのタイトルを読み取れないため、検索も共有もできません。コースを確認するには、チャットで${quoted('my courses')}と入力してください。`,
    stillLoading: 'コースを読み込んでいます。入力を続けるか、しばらくしてからもう一度お試しください。',
    titlesFailed: 'コースのタイトルを読み込めませんでした。しばらくしてからもう一度お試しください。',
    noneReadable: (text) =>
      `読み取れるタイトルの中に${quoted(text)}に一致するものはありません。一部のタイトルは現在利用できません。`,
    nothingReadable: '現在、ここのコースを読み取れません。数分後にもう一度お試しください。',
    onlyOwn: {
      title: '自分のリストにあるコースです',
      text: '全員がコースを見られるプロバイダーは、ここでは設定されていません。',
    },
  },

  help: {
    headings: {
      help: '質問できること',
      greeting: 'こんにちは、Coursemate です',
      notUnderstood: '質問を理解できませんでした',
    },
    intros: {
      help: intro,
      greeting: intro,
      notUnderstood:
        'Viva Learning のコースについて、英語の質問にお答えします。たとえば次のように質問できます。',
    },
    topics: [
      { label: '未完了のコースすべて', example: quoted('my courses') },
      {
        label: '期限切れまたは期限間近のコース',
        example: `${quoted('what is overdue?')} · ${quoted('what is due this week?')}`,
      },
      {
        label: '種類やテーマ別',
        example: `${quoted('required courses')} · ${quoted('my security courses')}`,
      },
      { label: '1 つのコース', example: quoted('tell me about the data privacy training') },
      { label: '完了したコース', example: quoted('completed courses') },
      {
        label: '直属の部下',
        example: `${quoted('my team')} · ${quoted('who is overdue?')} · ${quoted('status of Ben')}`,
      },
      { label: '自分のコースを見た人', example: quoted('who looked at my courses?') },
      { label: 'サインアウト', example: quoted('sign out') },
    ],
    suggestions: {
      myCourses: { title: '自分のコース', phrase: 'my courses' },
      overdue: { title: '期限切れは?', phrase: 'what is overdue?' },
      dueThisWeek: { title: '今週が期限', phrase: 'what is due this week?' },
      required: { title: '必須コース', phrase: 'required courses' },
      completed: { title: '完了したコース', phrase: 'completed courses' },
      help: { title: '何を質問できますか?', phrase: 'help' },
    },
  },

  signIn: {
    prompt: 'コースを表示するにはサインインしてください',
    button: 'サインイン',
    signedOut: 'サインアウトしました。次に質問すると、もう一度サインインします。',
    askAgain: 'サインインしましたが、質問の内容がわからなくなりました。もう一度質問してください。',
    clientFailed:
      'Teams から Coursemate にサインインできませんでした。もう一度質問してください。再び発生する場合は、アプリが許可され、インストールされているかどうかを管理者が確認できます。',
    canceled:
      'サインインがキャンセルされたため、コースを表示できません。準備ができたら、もう一度質問してください。',
    adminConsent: '管理者に依頼',
  },

  notice: {
    reference: (id) => `参照番号: ${isolate(id, language)}`,
    personalChatOnly: '学習記録は 1 対 1 のチャットでのみ表示します。そちらで質問してください。',
    answeredInPersonalChat: '学習記録は 1 対 1 のチャットでのみ表示します。回答はそちらにあります。',
    openChat: 'チャットを開く',
    unknownSender: 'Teams からユーザーの情報が届かなかったため、ここでは学習記録を表示できません。',
    foreignCard: `このカードは別の人のために作成されたものです。自分のカードを表示するには、${quoted('my courses')}と入力してください。`,
    unknownAction: `このボタンは使用できなくなりました。新しいカードを表示するには、${quoted('my courses')}と入力してください。`,
  },

  file: {
    askAgain: 'サインインの情報がなくなりました。もう一度一覧を質問してから、ファイルを選択してください。',
  },

  team,
  faults,
  pages,
  about,

  outcomes: {
    adminConsentNeeded:
      'Coursemate による学習記録の読み取りを許可できるのは管理者だけです。管理者に依頼してください。',
    notAssigned:
      'お使いのアカウントは、Coursemate を利用できるアカウントに含まれていません。管理者が追加できます。',
    courseNotFound: (text) =>
      `${quoted(text)}に一致する自分のコースは見つかりませんでした。すべて表示するには、${quoted('all my courses')}と入力してください。`,
    courseUnsure: (text) =>
      `読み取れるタイトルの中に${quoted(text)}は見つかりませんでした。ただし、一部のタイトルは現在利用できません。すべて表示するには、${quoted('all my courses')}と入力してください。`,
  },
};
