/** Sign-up and confirmation in Japanese. */
import type {SignUpWords} from './words.ts'

export const ja: SignUpWords = {
  title: 'メール配信のご登録',
  address: 'メールアドレス',
  optional: '任意',
  topics: 'ご希望のメール',
  agreeTo: '同意いただく内容',
  agree: '上記に同意します。',
  button: '登録する',
  noteDouble: '確認のメールをお送りします。メール内のリンクから確認いただいた時点で、登録が完了します。',
  noteSingle: '配信は、各メールのリンクからいつでも停止できます。',
  trap: 'この欄には入力しないでください',
  lookAgain: '印の付いた項目をご確認ください。入力いただいた内容は残っています。',
  stale:
    'ページを開いてから時間が経っています。お手数ですが、もう一度ボタンを押してください。入力いただいた内容は残っています。',
  formBusy:
    'ただ今、登録を受け付けられませんでした。1 分ほど待ってからもう一度ボタンを押してください。入力いただいた内容は残っています。',
  addressMissing: 'メールアドレスを入力してください。',
  addressBad: 'メールアドレスの形になっていません。name@example.com のように入力してください。',
  agreeMissing: '同意いただけない場合、メールをお送りすることができません。',
  topicsMissing: '1 つ以上お選びください。',
  missing: '入力してください。',
  tooLong: '200 文字以内で入力してください。',
  sentTitle: 'まだ登録は完了していません',
  sent: '{address} に確認のメールをお送りします。メールを開き、リンクから登録を確認してください。',
  sentMore: '数分たってもメールが届かない場合は、迷惑メールのフォルダと、入力したアドレスをご確認ください。',
  another: '別のアドレスで登録する',
  takenTitle: 'ありがとうございます',
  taken: '登録を受け付けました。確認が必要な場合は、{address} にリンク付きのメールをお送りします。',
  closedTitle: 'フォームがありません',
  closed: '受付が終了したか、ページのアドレスの一部が欠けています。',
  confirmTitle: '登録の確認',
  confirm: '{address} にメールをお送りしてよろしいですか。',
  confirmUnnamed: 'メールをお送りしてよろしいですか。',
  about: '種類: {topics}',
  confirmButton: 'はい、登録します',
  confirmNote:
    'このページを開いただけでは何も変わりません。お心当たりがない場合は、このまま閉じてください。メールは届きません。',
  confirmedTitle: '登録が完了しました',
  confirmed: '今後、{address} にメールをお送りします。',
  leave: '配信は、各メールのリンクからいつでも停止できます。',
  overtakenTitle: '配信停止のお申し出をいただいています',
  overtaken:
    'このリンクをお送りした後に、配信停止のお申し出がありました。配信停止は有効です。再開をご希望の場合は、あらためてご登録ください。',
  expiredTitle: 'リンクの有効期限が切れています',
  expired:
    '期限内に確認された方は登録が済んでおり、お手続きは不要です。まだの場合は、お手数ですがもう一度ご登録ください。',
  again: 'もう一度登録する',
  mailSubject: '【{sender}】登録の確認をお願いします',
  mailAsked: '{day}に、{sender} からのメールを受け取る登録がこのアドレスで行われました。',
  mailConfirm: 'ご本人の場合は、次のリンクから登録を確認してください。',
  mailButton: '登録を確認する',
  mailUntil: 'リンクの有効期限は{day}です。',
  mailIgnore:
    'お心当たりがない場合は、何もする必要はありません。配信先には登録されず、リンクの期限が切れるとアドレスは削除されます。',
}
