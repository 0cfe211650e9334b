import { quoted, typed } from './ar-filter';
import { isolate } from './isolate';
import { createPlural } from './plural';
import { createSpans } from './spans';
import { createTeamHeading } from './team-heading';
import type { Texts } from './texts';

const spans = createSpans('ar');
const plural = createPlural('ar');

function people(count: number): string {
  return plural(count, {
    zero: 'لا أحد',
    one: 'شخص واحد',
    two: 'شخصان',
    few: '# أشخاص',
    many: '# شخصًا',
    other: '# شخص',
  });
}

const showTheRest = 'عرض البقية';

export const team: Texts['team'] = {
  nameless: 'زميل بلا اسم',
  heading: createTeamHeading({
    course: 'فريقك في دورة واحدة',
    overdueRequired: 'فريقك: الدورات المطلوبة المتأخرة',
    overdue: 'المتأخرون في فريقك',
    due: 'فريقك: الدورات المستحقة',
    required: 'فريقك: الدورات المطلوبة',
    completed: 'فريقك: الدورات المكتملة',
    open: 'فريقك: الدورات غير المكتملة',
    all: 'فريقك',
  }),
  counts: { people: 'الأشخاص', late: 'المتأخرون', overdue: 'متأخرة', open: 'غير مكتملة' },
  courseCounts: {
    finished: 'مكتملة',
    inProgress: 'قيد التقدم',
    notStarted: 'لم تبدأ',
    notAssigned: 'غير معيّنة',
  },
  teamSummary: (title, counts) =>
    `${title}. عدد الأشخاص: ${counts.people}، منهم من لديه دورات متأخرة: ${counts.late}.`,
  courseSummary: (title, { finished, inProgress, notStarted, notAssigned }) =>
    `${title}. مكتملة: ${finished}، قيد التقدم: ${inProgress}، لم تبدأ: ${notStarted}، غير معيّنة: ${notAssigned}.`,
  summary: (title, { overdue, dueSoon, open, completed }) =>
    `${title}. متأخرة: ${overdue}، تستحق قريبًا: ${dueSoon}، غير مكتملة: ${open}، مكتملة: ${completed}.`,
  overdue: (count) => `متأخرة:\u00A0${count}`,
  open: (count) => `غير\u00A0مكتملة:\u00A0${count}`,
  completed: (count) => `مكتملة:\u00A0${count}`,
  noneAssigned: 'لا دورات',
  share: (percent) => `اكتمل ${isolate(percent, { rtl: true })}`,
  soFar: (count, total) =>
    `${count} من أصل ${people(total)} حتى الآن. جارٍ تحميل البقية: اختر ${quoted(showTheRest)} بعد قليل.`,
  showTheRest,
  notEverybody: 'تعذر عرض جميع مرؤوسيك.',
  unreadable: {
    unlicensed: 'لا يوجد ترخيص لتطبيق Viva Learning',
    forbidden: 'لا يسمح Viva Learning بقراءة دورات هذا الشخص',
    notFound: 'لا يعرف Viva Learning هذا الشخص',
    failed: 'تتعذر القراءة الآن',
  },
  busy: (minutes) => `حاول مرة أخرى ${spans.inMinutes(minutes)}`,
  disabled: 'الحساب معطّل',
  filters: {
    all: 'الجميع',
    overdue: 'المتأخرون',
    required: 'مطلوبة',
    unfinished: 'غير مكتملة',
    finished: 'مكتملة',
  },
  oneCourse: 'دورة واحدة',
  chooseCourse: 'اختر دورة',
  showCourse: 'عرض الدورة',
  export: 'تصدير',
  refresh: 'تحديث',
  back: 'العودة إلى القائمة',
  backToTeam: 'فريقي',
  nobody: 'لا ينطبق هذا على أحد في فريقك.',
  noSuchCourse: 'لم أجد دورة كهذه في قوائم فريقك.',
  noSuchTitle: 'لم أجد دورة كهذه بين العناوين التي يمكنني قراءتها.',
  noCourses: 'لا توجد دورات كهذه في قائمة هذا الشخص.',
  courseGone: 'لم تعد هذه الدورة في قائمة هذا الشخص.',
  noReports: `ليس لديك مرؤوسون في دليل مؤسستك، لذلك لا يوجد فريق أعرضه لك. يمكنني أن أعرض لك دوراتك: اكتب ${typed('my courses')}.`,
  guest: 'لا يمكن لضيوف المؤسسة الاطلاع على دورات الآخرين.',
  off: 'الاطلاع على دورات الآخرين متوقف في مؤسستك. يمكن للمسؤول لديك تشغيله.',
  personalChatOnly: 'لا أعرض دورات الآخرين إلا في دردشة بيني وبينك.',
  noSuchReport: `ليس بين مرؤوسيك من يحمل هذا الاسم. اكتب ${typed('my team')} لرؤيتهم جميعًا.`,
  notYourReport: 'هذا الشخص ليس من مرؤوسيك، لذلك لا يمكنني عرض دوراته.',
  severalReports: 'يحمل أكثر من واحد من مرؤوسيك هذا الاسم. من تقصد؟',
  file: {
    name: 'دورات الفريق',
    description: 'دورات مرؤوسيك، ملف CSV لبرنامج Excel',
    offered: 'ملفك جاهز: اقبله في الدردشة وسيُحفظ في OneDrive الخاص بك.',
    incomplete: 'لم تكتمل قراءة الجميع بعد. حاول مرة أخرى بعد قليل.',
    columns: {
      person: 'الشخص',
      account: 'الحساب',
      course: 'الدورة',
      kind: 'النوع',
      status: 'الحالة',
      progress: 'التقدم',
      assigned: 'تاريخ التعيين',
      due: 'تاريخ الاستحقاق',
      overdue: 'متأخرة',
      completed: 'تاريخ الاكتمال',
      note: 'ملاحظة',
    },
    yes: 'نعم',
  },
  looks: {
    heading: 'من اطّلع على دوراتك',
    none: 'لم يطّلع أحد على دوراتك في Coursemate.',
    partly: 'السجل طويل: تعذّرت قراءة عمليات الاطلاع الأقدم في الوقت المناسب.',
    intro: 'يمكن للمديرين الاطلاع على دورات مرؤوسيهم. يُسجَّل كل اطلاع. أحدثها:',
    what: {
      team: 'قائمة الفريق',
      teammate: 'قائمتك',
      course: 'إحدى دوراتك',
      export: 'ملف دورات الفريق',
    },
    outcomes: { unreadable: 'تعذرت القراءة', refused: 'رُفض الطلب' },
    somebody: 'شخص في مؤسستك',
  },
};
