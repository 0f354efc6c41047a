/** Todoke's own standard for templates, applied under every law: what would go wrong in the mail whatever the country. */
import type {Law} from '../core/laws/law.ts'
import {linkDuties} from './tpl-links.ts'
import {fillDuties} from './tpl-lists.ts'
import {mailDuties} from './tpl-mails.ts'
import {OWN as own} from './tpl-source.ts'
import {viewDuties} from './tpl-view.ts'

export const tpl: Law = {
  id: 'tpl',
  name: {ja: 'Todoke テンプレート基準', en: 'Todoke template standard'},
  countries: [],
  duties: [
    {
      id: 'tpl/syntax',
      title: {ja: '差し込みの書き方', en: 'Merge syntax'},
      rule: 'template-syntax',
      says: {
        ja: '差し込みの書き方が誤っていると、メールを作れません。',
        en: 'Where the merge syntax is wrong, no mail can be made.',
      },
      severity: 'error',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/unresolved-tag',
      title: {ja: '未定義の差し込み項目', en: 'Unknown merge tags'},
      rule: 'known-names',
      says: {
        ja: '差し込む項目は、リストや設定にあるものに限ります。値が入らず、タグのまま届くのを防ぎます。',
        en: 'Tags name what the list or the settings hold, so that no tag arrives unfilled.',
      },
      severity: 'error',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/hidden-label',
      title: {ja: '見えない表示', en: 'Hidden labels'},
      rule: 'hidden-label',
      says: {
        ja: '送信者名や配信停止の案内を、見えないように書いてはいけません。',
        en: 'Labels such as the sender’s name or the way out must not be hidden from the reader.',
      },
      severity: 'error',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/unsub-href-bad',
      title: {ja: '配信停止リンクの宛先', en: 'Target of the opt-out link'},
      rule: 'opt-out-href',
      says: {
        ja: '配信停止のリンクは、実際に開ける宛先でなければなりません。空のリンクや見本のアドレスは使えません。',
        en: 'The opt-out link must lead somewhere that opens: no empty link, no placeholder address.',
      },
      severity: 'error',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/subject-disguise',
      title: {ja: '別の用件を装う件名', en: 'Subject in disguise'},
      rule: 'subject-disguise',
      says: {
        ja: '一斉配信の件名に Re: や Fw: を付けたり、広告に請求書や警告のような件名を付けたりしません。',
        en: 'Bulk mail bears no Re: or Fw:, and an advertisement does not pass for an invoice or a warning.',
      },
      severity: 'warning',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/placeholder-sender',
      title: {ja: '仮の送信者情報', en: 'Sender data of a sample'},
      rule: 'placeholder-sender',
      says: {
        ja: '「株式会社〇〇」や Your Company のような仮の送信者情報を残したまま送りません。',
        en: 'Sender data of a sample, such as Your Company, is replaced before the mail goes out.',
      },
      severity: 'warning',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/waiver',
      title: {ja: '指摘を外すコメント', en: 'Waivers in comments'},
      rule: 'waivers',
      says: {
        ja: '指摘を外すコメント（todoke-disable）には理由を書きます。外す指摘がないものは残しません。',
        en: 'A comment that sets a finding aside (todoke-disable) gives its reason, and is not left where there is nothing to set aside.',
      },
      severity: 'warning',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/readable',
      title: {ja: '読めるファイル', en: 'Files that can be read'},
      rule: 'readable',
      says: {
        ja: '点検するファイルは、テンプレートかメールとして読めなければなりません。画像や空のファイル、大きすぎるファイルは点検できません。',
        en: 'A file must be readable as a template or a mail: a picture, an empty file or one that is too big cannot be judged.',
      },
      severity: 'error',
      since: '2026-01-01',
      sources: own,
    },
    {
      id: 'tpl/picture',
      title: {ja: '画像ファイルの有無', en: 'Pictures beside the template'},
      rule: 'picture-files',
      says: {
        ja: '相対パスで書いた画像は、テンプレートのフォルダーに実際になければなりません。なければ読者には見えません。',
        en: 'A picture that is named by a relative path must lie in the template’s folder, or no reader sees it.',
      },
      severity: 'error',
      since: '2026-01-01',
      firmFrom: '2027-03-01',
      sources: own,
    },
    {
      id: 'tpl/law-name',
      title: {ja: 'テンプレートの法令指定', en: 'Laws a template names'},
      rule: 'law-names',
      says: {
        ja: 'テンプレートが自ら指定する法令は、Todoke が知っている略称でなければなりません。誤った名前の法令では点検されません。',
        en: 'The laws that a template chooses for itself must be known by those names; by a misspelt one nothing is judged.',
      },
      severity: 'error',
      since: '2026-01-01',
      firmFrom: '2027-03-01',
      sources: own,
    },
    ...linkDuties,
    ...mailDuties,
    ...fillDuties,
    ...viewDuties,
  ],
  facts: null,
}
