import { createSpans } from './spans';
import type { Texts } from './texts';

const spans = createSpans('ar');

export const faults: Texts['faults'] = {
  graphProviderNotEnabled: 'موفر التعلم هذا غير ممكّن في مؤسستك. يمكن لمسؤول Viva Learning لديك تمكينه.',
  graphBadRequest:
    'لم يقبل Viva Learning الطلب. حاول مرة أخرى، وإذا استمر ذلك فأعطِ المسؤول لديك المرجع الوارد أدناه.',
  graphUnauthorized: 'لم يعد Viva Learning يقبل تسجيل دخولك. اطرح سؤالك مرة أخرى وسأسجل دخولك من جديد.',
  graphForbidden:
    'لا يُسمح لتطبيق Coursemate بقراءة سجلات التعلم الخاصة بك. يمكن للمسؤول لديك منح الوصول اللازم.',
  graphUnlicensed:
    'لا يملك حسابك ترخيصًا لتطبيق Viva Learning، لذلك لا يوجد ما يمكنني قراءته. يمكن للمسؤول لديك تعيين ترخيص.',
  graphNotFound: 'لم تعد هذه الدورة في قائمتك. اسأل عن دوراتك لرؤية الدورات الحالية.',
  graphMethodNotAllowed:
    'لا يوفر Viva Learning هذا هنا. أعطِ المسؤول لديك المرجع الوارد أدناه ليتحقق من الأمر.',
  graphThrottled: (minutes) =>
    `الضغط على Viva Learning كبير الآن. حاول مرة أخرى ${spans.inMinutes(minutes)}.`,
  graphServerError: 'واجه Viva Learning مشكلة في الرد. حاول مرة أخرى بعد بضع دقائق.',
  graphUnavailable: 'تطبيق Viva Learning غير متاح الآن. حاول مرة أخرى بعد بضع دقائق.',
  graphNetwork: 'تعذر عليّ الوصول إلى Viva Learning. حاول مرة أخرى بعد قليل.',
  graphTimeout: 'استغرق Viva Learning وقتًا طويلاً في الرد. حاول مرة أخرى بعد قليل.',
  graphContract:
    'أعطى Viva Learning ردًا لم أتمكن من قراءته. حاول مرة أخرى لاحقًا، وإذا استمر ذلك فأعطِ المسؤول لديك المرجع الوارد أدناه.',
  signInMisconfigured:
    'لم يتم إعداد تسجيل الدخول إلى Coursemate بشكل صحيح. أعطِ المسؤول لديك المرجع الوارد أدناه ليصحح الأمر.',
  signInUnavailable: 'لا تستجيب خدمة تسجيل الدخول الآن. حاول مرة أخرى بعد قليل.',
  auditLog:
    'يُسجَّل كل اطلاع على دورات شخص ما، ويتعذر عليّ التسجيل الآن، لذلك لا أعرض شيئًا. حاول مرة أخرى لاحقًا، وإذا استمر ذلك فأعطِ المسؤول لديك المرجع الوارد أدناه.',
  fileUpload: 'تعذر حفظ الملف في OneDrive الخاص بك. اطلبه مرة أخرى بعد قليل.',
  cardTemplate: 'الإجابة جاهزة ولكن تعذر عليّ عرض بطاقتها. أعطِ المسؤول لديك المرجع الوارد أدناه.',
  unexpected: 'حدث خطأ ما من جانبي. حاول مرة أخرى، وإذا تكرر ذلك فأعطِ المسؤول لديك المرجع الوارد أدناه.',
};
