import type { Texts } from './texts';

const tryAgain = 'このウィンドウは閉じてかまいません。Teams でもう一度「サインイン」を選んでください。';

export const pages: Texts['pages'] = {
  signIn: {
    title: 'Coursemate にサインイン',
    starting: '組織のサインイン ページに移動しています…',
    ending: 'サインインを完了しています…',
    brokenLink: `このリンクは不完全です。${tryAgain}`,
    noScript: 'このページには JavaScript が必要です。許可してから、もう一度お試しください。',
    outcomes: {
      Succeeded: 'サインインしました。このウィンドウは閉じてかまいません。',
      ConsentRefused:
        'Coursemate によるコースの読み取りが許可されなかったため、コースを表示できません。このウィンドウは閉じてかまいません。いつでもサインインし直すことができます。',
      AdminConsentRequired:
        'Coursemate によるコースの読み取りを許可できるのは、組織の管理者だけです。管理者に依頼してください。このウィンドウは閉じてかまいません。',
      NotAssigned:
        'お使いのアカウントは、まだ Coursemate にアクセスできません。組織の管理者に依頼してください。このウィンドウは閉じてかまいません。',
      BlockedByPolicy:
        '組織のルールにより、このデバイスまたは場所からはサインインできません。このウィンドウは閉じてかまいません。',
      ProviderUnavailable:
        'サインイン サービスが現在応答していません。このウィンドウは閉じてかまいません。1 分後にもう一度お試しください。',
      StateMismatch: `このサインインはこのウィンドウで開始されたものではないため、中止されました。${tryAgain}`,
      StorageBlocked:
        'ブラウザーの設定により、このページはサインインを記憶できません。このページのサイト データを許可してから、もう一度お試しください。このウィンドウは閉じてかまいません。',
      SignInFailed: `サインインできませんでした。${tryAgain}`,
    },
  },
  course: {
    title: 'Viva Learning のコース',
    sentence: 'コースが共有されました。Teams のチャットにリンクを貼り付けると、自分の状況を確認できます。',
    openCourse: 'コースを開く',
    openVivaLearning: 'Viva Learning を開く',
  },
};
