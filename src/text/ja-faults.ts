import { createSpans } from './spans';
import type { Texts } from './texts';

const spans = createSpans('ja');

export const faults: Texts['faults'] = {
  graphProviderNotEnabled:
    'この学習プロバイダーは組織で有効になっていません。Viva Learning の管理者が有効にできます。',
  graphBadRequest:
    'Viva Learning が要求を受け付けませんでした。もう一度お試しください。解決しない場合は、下の参照番号を管理者にお伝えください。',
  graphUnauthorized:
    'Viva Learning で現在のサインインが受け付けられなくなりました。もう一度質問すると、サインインし直します。',
  graphForbidden:
    'Coursemate には、学習記録を読み取る許可がありません。管理者が必要なアクセスを許可できます。',
  graphUnlicensed:
    'お使いのアカウントには Viva Learning のライセンスがないため、読み取れるものがありません。管理者がライセンスを割り当てることができます。',
  graphNotFound:
    'このコースはリストからなくなりました。コースについてもう一度質問すると、現在のコースが表示されます。',
  graphListNotFound:
    'Viva Learning または組織のディレクトリにアカウントが見つかりませんでした。この状態が続く場合は、下の参照番号を管理者にお伝えください。',
  graphMethodNotAllowed:
    'Viva Learning では、ここでこの操作を行えません。調査のため、下の参照番号を管理者にお伝えください。',
  graphThrottled: (minutes) =>
    `Viva Learning が大変混み合っています。${spans.inMinutes(minutes)}にもう一度お試しください。`,
  graphServerError: 'Viva Learning の応答に問題が発生しました。数分後にもう一度お試しください。',
  graphUnavailable: 'Viva Learning は現在利用できません。数分後にもう一度お試しください。',
  graphNetwork: 'Viva Learning に接続できませんでした。しばらくしてからもう一度お試しください。',
  graphTimeout: 'Viva Learning の応答に時間がかかりすぎました。しばらくしてからもう一度お試しください。',
  graphContract:
    'Viva Learning の応答を読み取れませんでした。後でもう一度お試しください。解決しない場合は、下の参照番号を管理者にお伝えください。',
  signInMisconfigured:
    'Coursemate のサインインが正しく設定されていません。修正のため、下の参照番号を管理者にお伝えください。',
  signInUnavailable: 'サインイン サービスが現在応答していません。しばらくしてからもう一度お試しください。',
  signInPolicy:
    '組織のルールにより、このデバイスや場所などからはサインインできません。別のデバイスで試すか、管理者にご相談ください。',
  signInSecondFactor:
    '組織で求められている追加の確認が完了していません。設定または承認してから、もう一度質問してください。',
  signInWrongAccount:
    'サインインに使ったアカウントは、この組織のものではないか、ここでは使えません。もう一度質問し、職場のアカウントでサインインしてください。',
  signInFailed:
    'サインインできませんでした。サインイン ページをもう一度開いても解決しません。Teams からサインアウトしてサインインし直し、もう一度質問してください。解決しない場合は、下の参照番号を管理者にお伝えください。',
  auditLog:
    'ほかの人のコースを見ると、必ず記録が残ります。現在その記録を書き込めないため、何も表示しません。後でもう一度お試しください。解決しない場合は、下の参照番号を管理者にお伝えください。',
  fileUpload:
    'ファイルを OneDrive に保存できませんでした。しばらくしてからもう一度ファイルを選択してください。',
  cardTemplate:
    '回答は用意できましたが、カードを表示できませんでした。下の参照番号を管理者にお伝えください。',
  messageRefused:
    '回答は用意できましたが、Teams に受け付けられませんでした。解決しない場合は、下の参照番号を管理者にお伝えください。',
  unexpected:
    '問題が発生しました。もう一度お試しください。再び発生する場合は、下の参照番号を管理者にお伝えください。',
};
