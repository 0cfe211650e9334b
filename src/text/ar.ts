import { about } from './ar-about';
import { faults } from './ar-faults';
import { emptyList, filterHeading, quoted, typed } from './ar-filter';
import { pages } from './ar-pages';
import { team } from './ar-team';
import { isolate } from './isolate';
import { createPlural } from './plural';
import { createSpans } from './spans';
import type { Texts } from './texts';

const language = { lang: 'ar', rtl: true };
const spans = createSpans('ar');
const plural = createPlural('ar');

const kindHeadings: Texts['course']['kindHeadings'] = {
  required: 'دورة مطلوبة',
  recommended: 'دورة موصى بها',
  peerRecommended: 'دورة أوصى بها زميل',
  assigned: 'دورة معيّنة',
  selfInitiated: 'دورة بمبادرة ذاتية',
};

const intro =
  'أعرض لك دوراتك في Viva Learning: أين وصلت فيها ومتى تستحق. اطرح أسئلتك باللغة الإنجليزية وبكلماتك الخاصة.';

/** Modern standard Arabic, written from right to left: whatever is of another script is isolated. */
export const ar: Texts = {
  language,
  labelled: (label, value) => `${label}: ${isolate(value, language)}`,
  followed: (first, second) => `${isolate(first, language)}. ${second}`,

  course: {
    kinds: {
      required: 'مطلوبة',
      recommended: 'موصى بها',
      peerRecommended: 'أوصى بها زميل',
      assigned: 'معيّنة',
      selfInitiated: 'بمبادرة ذاتية',
    },
    kindHeadings,
    statuses: {
      notStarted: 'لم تبدأ',
      inProgress: 'قيد التقدم',
      completed: 'مكتملة',
      unknown: 'الحالة غير معروفة',
    },
    untitled: (kind) => `${kindHeadings[kind]} (لم يشارك الموفر التفاصيل)`,
    titleNotShared: 'لم يشارك الموفر التفاصيل',
    due: (date) => `تستحق في ${isolate(date, language)}`,
    dueWhen: (relative) => `تستحق ${relative}`,
    noDueDate: 'بلا موعد استحقاق',
    wasDue: 'كانت مستحقة في',
    completedOn: (date) => `اكتملت في ${isolate(date, language)}`,
    onDay: (date) => `في ${isolate(date, language)}`,
    noCompletionDate: 'التاريخ غير معروف',
    dueIn: (days) => spans.ahead(days),
    overdueFor: (days) => (days === 0 ? 'متأخرة منذ اليوم' : `مدة التأخير: ${spans.long(days)}`),
    progress: (percent) => `اكتمل ${isolate(percent, language)}`,
    pages: (pages) =>
      plural(pages, {
        zero: 'بلا صفحات',
        one: 'صفحة واحدة',
        two: 'صفحتان',
        few: '# صفحات',
        other: '# صفحة',
      }),
    levels: { beginner: 'مبتدئ', intermediate: 'متوسط', advanced: 'متقدم' },
    thumbnailAlt: 'صورة الدورة',
    assignedBy: 'عيّنها',
    assignedOn: 'تاريخ التعيين',
    startedOn: 'تاريخ البدء',
    note: 'ملاحظة',
    open: 'فتح الدورة',
    share: 'مشاركة',
    refresh: 'تحديث',
    back: 'العودة إلى دوراتي',
  },

  courseList: {
    heading: filterHeading,
    matching: (text) => `ما يطابق ${quoted(text)}`,
    counts: { overdue: 'متأخرة', dueSoon: 'تستحق قريبًا', open: 'غير مكتملة', completed: 'مكتملة' },
    filters: {
      allOpen: 'كل غير المكتملة',
      overdue: 'متأخرة',
      dueSoon: 'تستحق قريبًا',
      required: 'مطلوبة',
      completed: 'مكتملة',
    },
    chosenFilter: (name) => `✓ ${name}`,
    empty: emptyList,
    shown: (from, to, total) => `${from}–${to} من ${total}`,
    previousPage: 'السابق',
    nextPage: 'التالي',
    refresh: 'تحديث',
    asOf: (time) => `آخر تحديث: ${isolate(time, language)}`,
    notAllLoaded: 'تعذر تحميل كل الدورات في الوقت المناسب. حدّث لرؤية البقية.',
    contentsMissing: 'تعذر تحميل بعض العناوين في الوقت المناسب. حدّث لرؤيتها.',
    contentsFailed: 'تعذر تحميل بعض العناوين. حدّث للمحاولة مرة أخرى.',
    contentsThrottled: (minutes) =>
      `الضغط على Viva Learning كبير الآن، لذلك تنقص بعض العناوين. حدّث ${spans.inMinutes(minutes)} لرؤيتها.`,
    unreadable: (count) =>
      plural(count, {
        one: 'تعذرت قراءة إدخال واحد، لذلك قد تكون القائمة والأعداد ناقصة.',
        two: 'تعذرت قراءة إدخالين، لذلك قد تكون القائمة والأعداد ناقصة.',
        few: 'تعذرت قراءة # إدخالات، لذلك قد تكون القائمة والأعداد ناقصة.',
        many: 'تعذرت قراءة # إدخالًا، لذلك قد تكون القائمة والأعداد ناقصة.',
        other: 'تعذرت قراءة # إدخال، لذلك قد تكون القائمة والأعداد ناقصة.',
      }),
    noneReadable: 'لا يوجد ما يمكن عرضه بين الدورات التي تمكنت من قراءتها.',
    summary: team.summary,
  },

  sharedCourse: {
    heading: 'دورة في Viva Learning',
    own: (words) => `أنت: ${words}`,
    notYours: 'ليست ضمن دوراتك',
    noDetails: 'لا يمكن عرض تفاصيل الدورة الآن.',
    onlyYou: 'أنت وحدك ترى هذا.',
    seeMine: 'عرض حالتي',
    refresh: 'تحديث',
    anonymous: 'دورة في Viva Learning. أضف Coursemate لترى أين وصلت فيها.',
  },

  search: {
    nothingFound: (text) => `لا توجد دورة تطابق ${quoted(text)}. جرّب كلمات أقل أو كلمات أخرى.`,
    nothingYet: 'لا توجد دورات هنا بعد.',
    untitled: `لا يمكن قراءة عناوين دوراتك هنا، لذلك لا يمكن العثور على أي منها أو مشاركتها. اكتب لي ${typed('my courses')} في محادثتنا لتراها.`,
    stillLoading: 'لا يزال تحميل دوراتك جاريًا. تابع الكتابة أو حاول مرة أخرى بعد قليل.',
    titlesFailed: 'تعذر تحميل عناوين دوراتك. حاول مرة أخرى بعد قليل.',
    noneReadable: (text) =>
      `لا يطابق ${quoted(text)} أيًا من العناوين التي يمكنني قراءتها. بعض العناوين غير متاحة الآن.`,
    nothingReadable: 'تتعذر قراءة الدورات هنا الآن. حاول مرة أخرى بعد بضع دقائق.',
    onlyOwn: {
      title: 'هذه هي الدورات الموجودة في قائمتك',
      text: 'لم يتم هنا إعداد أي موفر يمكن للجميع رؤية دوراته.',
    },
  },

  help: {
    headings: {
      help: 'ما يمكنك أن تسألني عنه',
      greeting: 'مرحبًا، أنا Coursemate',
      notUnderstood: 'لم أفهم ذلك',
    },
    intros: {
      help: intro,
      greeting: intro,
      notUnderstood: 'أعرف دوراتك في Viva Learning وأفهم الأسئلة باللغة الإنجليزية. جرّب أحد هذه الأسئلة:',
    },
    topics: [
      { label: 'كل ما لم تكمله بعد', example: typed('my courses') },
      {
        label: 'ما هو متأخر أو يستحق قريبًا',
        example: `${typed('what is overdue?')} · ${typed('what is due this week?')}`,
      },
      {
        label: 'نوع أو موضوع معيّن',
        example: `${typed('required courses')} · ${typed('my security courses')}`,
      },
      { label: 'دورة واحدة', example: typed('tell me about the data privacy training') },
      { label: 'ما أكملته', example: typed('completed courses') },
      {
        label: 'مرؤوسوك',
        example: `${typed('my team')} · ${typed('who is overdue?')} · ${typed('status of Ben')}`,
      },
      { label: 'من اطّلع على دوراتك', example: typed('who looked at my courses?') },
      { label: 'تسجيل الخروج', example: typed('sign out') },
    ],
    suggestions: {
      myCourses: { title: 'دوراتي', phrase: 'my courses' },
      overdue: { title: 'ما المتأخر؟', phrase: 'what is overdue?' },
      dueThisWeek: { title: 'مستحقة هذا الأسبوع', phrase: 'what is due this week?' },
      required: { title: 'الدورات المطلوبة', phrase: 'required courses' },
      completed: { title: 'الدورات المكتملة', phrase: 'completed courses' },
      help: { title: 'ماذا يمكنني أن أسأل؟', phrase: 'help' },
    },
  },

  signIn: {
    prompt: 'سجّل الدخول لرؤية دوراتك',
    button: 'تسجيل الدخول',
    signedOut: 'تم تسجيل خروجك. سيُسجَّل دخولك مرة أخرى مع سؤالك التالي.',
    askAgain: 'تم تسجيل دخولك، لكنني لم أعد أعرف ما الذي سألت عنه. اطرح سؤالك مرة أخرى.',
    clientFailed:
      'تعذر على Teams تسجيل دخولك إلى Coursemate. اطرح سؤالك مرة أخرى، وإذا تكرر ذلك فيمكن للمسؤول لديك التحقق من أن التطبيق مسموح به ومثبت لك.',
    canceled: 'تم إلغاء تسجيل الدخول، لذلك لا يمكنني عرض دوراتك. اطرح سؤالك مرة أخرى متى شئت.',
    adminConsent: 'الطلب من مسؤول',
  },

  notice: {
    reference: (id) => `المرجع: ${isolate(id, language)}`,
    personalChatOnly: 'لا أعرض سجلات التعلم إلا في دردشة بيني وبينك. اسألني هناك.',
    answeredInPersonalChat: 'لا أعرض سجلات التعلم إلا في دردشة بيني وبينك. ستجد إجابتك هناك.',
    openChat: 'فتح الدردشة',
    unknownSender: 'لم يخبرني Teams من أنت، لذلك لا يمكنني عرض سجلات التعلم هنا.',
    foreignCard: `أُنشئت هذه البطاقة لشخص آخر. اكتب لي ${typed('my courses')} لتحصل على بطاقتك.`,
    unknownAction: `لم أعد أعرف هذا الزر. اكتب لي ${typed('my courses')} لتحصل على بطاقة جديدة.`,
  },

  file: {
    askAgain: 'لم أعد أعرف أنك سجّلت الدخول. اطلب القائمة مرة أخرى، ثم الملف.',
  },

  team,
  faults,
  pages,
  about,

  outcomes: {
    adminConsentNeeded:
      'لا يمكن السماح لتطبيق Coursemate بقراءة سجلات التعلم هنا إلا من قِبل مسؤول. اطلب ذلك من المسؤول لديك.',
    notAssigned: 'حسابك ليس من الحسابات التي يمكنها استخدام Coursemate. يمكن للمسؤول لديك إضافته.',
    courseNotFound: (text) =>
      `لم أجد بين دوراتك دورة تطابق ${quoted(text)}. اكتب ${typed('all my courses')} لرؤية القائمة كاملة.`,
    courseUnsure: (text) =>
      `لم أجد ${quoted(text)} بين العناوين التي يمكنني قراءتها، لكن بعض العناوين غير متاحة الآن. اكتب ${typed('all my courses')} لرؤية القائمة كاملة.`,
  },
};
