/**
 * What standards and mailbox providers demand of a sending domain's records in DNS (rulebook C and D.5). Looked at by
 * `todoke doctor`, whatever the law; the ids name who demands it.
 */
import type {Law} from '../core/laws/law.ts'
import type {Confidence, Source} from '../core/lint/finding.ts'

const rfc = (number: number, section: string, confidence: Confidence = 'verified'): Source => ({
  title: `RFC ${number}${section === '' ? '' : ` ${section}`}`,
  url: `https://www.rfc-editor.org/rfc/rfc${number}`,
  confidence,
})
const gmail: Source = {
  title: 'Gmail: email sender guidelines',
  url: 'https://support.google.com/a/answer/81126',
  confidence: 'verified',
}
const yahoo: Source = {
  title: 'Yahoo: sender best practices',
  url: 'https://senders.yahooinc.com/best-practices/',
  confidence: 'secondary',
}
const microsoft: Source = {
  title: 'Microsoft: outlook.com requirements for high-volume senders',
  url: 'https://support.microsoft.com/topic/34cfe8f8-6fbf-457e-9e8b-9e4dbaf4e0ef',
  confidence: 'verified',
}
const docomo: Source = {
  title: 'NTTドコモ: ドコモメールの送信ドメイン認証 (docomo mail)',
  url: 'https://www.docomo.ne.jp/service/docomo_mail/smtp_notice/',
  confidence: 'verified',
}
const dmarc = (section: string): Source => rfc(9989, section, 'secondary')

/** The month in which the RFCs came out. */
const SPF = '2014-04-01'
const DKIM = '2011-09-01'
const DMARC = '2026-05-01'
/** Gmail's and Yahoo's rules for bulk senders; Microsoft's refusals; docomo's day is unverified. */
const BULK = '2024-02-01'
const MICROSOFT = '2025-05-05'

export const dns: Law = {
  id: 'dns',
  name: {ja: '送信ドメインの DNS の基準', en: 'DNS of sending domains'},
  countries: [],
  duties: [
    {
      id: 'std/mail-domain',
      title: {ja: '差出人ドメインの実在', en: 'A From domain that exists'},
      rule: 'mail-domain',
      says: {
        ja: '差出人のドメインは DNS に実在し、MX（なければ A または AAAA）があって返信を受け取れることが必要です。ないと、ドコモなどでは届かないことがあります。',
        en: 'The From domain must exist in DNS and be able to take replies: an MX, or else an A or AAAA. Without, docomo and others may not deliver the mail.',
      },
      severity: 'error',
      since: '2008-10-01',
      sources: [rfc(5321, '2.3.5, 5.1', 'unverified'), docomo],
    },
    {
      id: 'std/null-mx',
      title: {ja: '受信しないドメインからの送信', en: 'No null MX on sending domains'},
      rule: 'null-mx',
      says: {
        ja: 'MX が「0 .」だけのドメインは、メールを一切受け取らないと宣言しています。差出人やバウンスの宛先に使うと、受信側に拒否されることがあります（550 5.7.27）。',
        en: 'A domain whose only MX is `0 .` declares that it takes no mail at all. Receivers may refuse mail that names it as From or as return path (550 5.7.27).',
      },
      severity: 'error',
      since: '2015-06-01',
      sources: [rfc(7505, '4', 'secondary')],
    },
    {
      id: 'std/mx-targets',
      title: {ja: 'MX の指すホスト', en: 'MX records that lead somewhere'},
      rule: 'mx-targets',
      says: {
        ja: 'MX には、アドレスのあるホスト名を書きます。IP アドレスや存在しない名前は使えません。',
        en: 'An MX names a host that has an address; it names no IP address and no name that is not there.',
      },
      severity: 'warning',
      since: '2008-10-01',
      sources: [rfc(5321, '5.1', 'unverified')],
    },
    {
      id: 'gmail/no-gmail-from',
      title: {ja: 'Gmail を差出人にしない', en: 'No gmail.com as From'},
      rule: 'own-domain',
      with: {domains: ['gmail.com', 'googlemail.com']},
      says: {
        ja: 'gmail.com を差出人にしたメールを Gmail 以外から送ってはいけません。gmail.com の DMARC ポリシーにより、迷惑メールとして扱われます。',
        en: 'Mail with a gmail.com From must not be sent from elsewhere: the DMARC policy of gmail.com has it put into spam.',
      },
      severity: 'error',
      since: BULK,
      sources: [gmail],
    },
    {
      id: 'spf/record',
      title: {ja: 'SPF レコード', en: 'SPF record'},
      rule: 'spf-record',
      with: {whose: 'returnPath'},
      says: {
        ja: 'バウンスの宛先（エンベロープ From）のドメインには、v=spf1 で始まる TXT レコードをちょうど 1 つ公開します。2 つ以上あるか、読めない語があると、どのメールも認証に失敗します（permerror）。',
        en: 'The domain of the return path (envelope sender) publishes exactly one TXT record that begins with v=spf1. With two, or with a term that cannot be read, every mail fails (permerror).',
      },
      severity: 'error',
      since: SPF,
      sources: [rfc(7208, '4.5')],
    },
    {
      id: 'spf/lookups',
      title: {ja: 'SPF の問い合わせの上限', en: 'Limits of SPF look-ups'},
      rule: 'spf-lookups',
      with: {lookUps: 10, voids: 2},
      says: {
        ja: 'include や redirect の先も含め、DNS に問い合わせる語は 10 個まで、答えのない問い合わせは 2 回までです。超えたり、include の先に SPF がなかったりすると認証に失敗します（permerror）。',
        en: 'Counted through every include and redirect, at most 10 terms ask DNS, and at most 2 questions find nothing. Beyond that, or where an included domain has no SPF, the mail fails (permerror).',
      },
      severity: 'error',
      since: SPF,
      sources: [rfc(7208, '4.6.4')],
    },
    {
      id: 'spf/open',
      title: {ja: '誰でも送れる SPF', en: 'SPF open to everybody'},
      rule: 'spf-open',
      says: {
        ja: '+all やすべてのアドレスの範囲を書いてはいけません。誰でもそのドメインを名乗って送れるようになります。',
        en: 'No +all and no range of all addresses: they let the whole Internet send in the domain’s name.',
      },
      severity: 'error',
      since: SPF,
      sources: [rfc(7208, '5.1, 11.4', 'secondary')],
    },
    {
      id: 'spf/ending',
      title: {ja: 'SPF の結び', en: 'End and form of SPF'},
      rule: 'spf-ending',
      says: {
        ja: 'SPF は ~all か -all で結びます。ptr は使わず、UDP の応答に収まる長さ（450 バイト程度）にとどめます。',
        en: 'An SPF record ends with ~all or -all, does without ptr, and is short enough for a UDP answer (about 450 bytes).',
      },
      severity: 'warning',
      since: SPF,
      sources: [rfc(7208, '3.4, 4.7, 5.5', 'unverified')],
    },
    {
      id: 'dkim/key-record',
      title: {ja: 'DKIM の公開鍵', en: 'DKIM key record'},
      rule: 'dkim-key',
      says: {
        ja: '署名に使うセレクターごとに、「セレクター._domainkey.ドメイン」に公開鍵のレコードを 1 つ置きます。ない、読めない、失効している（p= が空）、別の鍵、のいずれでも署名は検証できません。',
        en: 'Each selector that signs has one record with its public key at SELECTOR._domainkey.DOMAIN. Where it is missing, unreadable, revoked (empty p=) or of another key, no signature verifies.',
      },
      severity: 'error',
      since: DKIM,
      sources: [rfc(6376, '3.6.1')],
    },
    {
      id: 'dkim/weak-key',
      title: {ja: 'DKIM の鍵の下限', en: 'Least length of DKIM keys'},
      rule: 'dkim-length',
      with: {atLeast: 1, below: 1024},
      says: {
        ja: '1024 ビット未満の RSA 鍵による署名は、受信側が無効とします。',
        en: 'Receivers must not take signatures of RSA keys of less than 1024 bits as valid.',
      },
      severity: 'error',
      since: '2018-01-01',
      sources: [rfc(8301, '3.2')],
    },
    {
      id: 'dkim/short-key',
      title: {ja: 'DKIM の鍵の推奨長', en: 'Advised length of DKIM keys'},
      rule: 'dkim-length',
      with: {atLeast: 1024, below: 2048},
      says: {
        ja: 'RSA 鍵は 2048 ビット以上にします。1024 ビットは受け取られますが、破られるおそれがあります。',
        en: 'RSA keys should have 2048 bits or more; 1024 are taken, but may be broken.',
      },
      severity: 'warning',
      since: '2018-01-01',
      sources: [rfc(8301, '3.2')],
    },
    {
      id: 'dkim/testing',
      title: {ja: '試験中の DKIM の鍵', en: 'DKIM keys under test'},
      rule: 'dkim-testing',
      says: {
        ja: 't=y の鍵は試験中の扱いで、受信側は署名なしと区別しません。本番の送信では外します。',
        en: 'A key with t=y is under test, and receivers treat its mail as unsigned. It goes once mail is sent in earnest.',
      },
      severity: 'warning',
      since: DKIM,
      sources: [rfc(6376, '3.6.1', 'unverified')],
    },
    {
      id: 'dkim/ed25519',
      title: {ja: 'Ed25519 と RSA の併用', en: 'RSA beside Ed25519'},
      rule: 'dkim-rsa',
      says: {
        ja: 'Ed25519 の署名を検証できない受信側もあるため、RSA の署名も付けます。',
        en: 'Not every receiver can verify Ed25519, so an RSA signature goes beside it.',
      },
      severity: 'warning',
      since: '2018-09-01',
      sources: [rfc(8463, '', 'unverified')],
    },
    {
      id: 'dmarc/record',
      title: {ja: 'DMARC レコード', en: 'DMARC record'},
      rule: 'dmarc-record',
      says: {
        ja: '_dmarc.ドメイン（または組織のドメイン）に、v=DMARC1 で始まる TXT レコードを 1 つ公開し、p= に none、quarantine、reject のいずれかを書きます。受信側はドメインから上へたどって探します（DNS Tree Walk）。',
        en: 'One TXT record that begins with v=DMARC1 stands at _dmarc.DOMAIN or at that of the organisation, with none, quarantine or reject in p=. Receivers look for it up the tree of the domain (DNS Tree Walk).',
      },
      severity: 'error',
      since: DMARC,
      sources: [dmarc('4.7, 4.10')],
    },
    {
      id: 'dmarc/alignment',
      title: {ja: '差出人ドメインとの一致', en: 'Alignment with the From domain'},
      rule: 'dmarc-alignment',
      says: {
        ja: 'SPF で認証されるドメイン（エンベロープ From）か、DKIM 署名の d= のどちらかが、差出人のドメインと同じ組織のものでなければなりません。adkim=s や aspf=s なら完全に同じドメインです。',
        en: 'The domain that SPF proves (the envelope sender) or the d= of a DKIM signature must belong to the organisation of the From domain; with adkim=s or aspf=s it must be the very same.',
      },
      severity: 'error',
      since: DMARC,
      sources: [dmarc('4.10.2'), gmail],
    },
    {
      id: 'dmarc/obsolete-tags',
      title: {ja: '廃止された DMARC のタグ', en: 'Obsolete DMARC tags'},
      rule: 'dmarc-obsolete-tags',
      says: {
        ja: 'タグ pct、rf、ri は、RFC 7489 に代わった RFC 9989（2026年5月）で廃止されました。古いレコードも有効ですが、これらは無視されます。試行には t=y を使います。',
        en: 'RFC 9989 (May 2026), which took the place of RFC 7489, has no tags pct, rf and ri any more. Old records remain valid, but these are ignored; t=y is for trying a policy out.',
      },
      severity: 'warning',
      since: DMARC,
      sources: [dmarc('4.7')],
    },
    {
      id: 'dmarc/tags',
      title: {ja: 'DMARC のタグの書き方', en: 'DMARC tags as they should be'},
      rule: 'dmarc-tags',
      says: {
        ja: '読めない値や 2 度書かれたタグは無視されます。psd=y は、他者に登録を許すドメイン（レジストリ）だけのものです。',
        en: 'Values that cannot be read and tags given twice are ignored. psd=y is only for domains under which others register.',
      },
      severity: 'warning',
      since: DMARC,
      sources: [dmarc('4.7')],
    },
    {
      id: 'dmarc/rua',
      title: {ja: '外部へのレポートの承認', en: 'Reports to other domains'},
      rule: 'dmarc-reports',
      says: {
        ja: '集計レポートを別組織のドメインで受け取るには、受け取る側が「ドメイン._report._dmarc.受け取る側」に v=DMARC1 を公開します。ないと、レポートは送られません。',
        en: 'For aggregate reports to a domain of another organisation, that one publishes v=DMARC1 at DOMAIN._report._dmarc.THEIRS; without, no reports are sent.',
      },
      severity: 'warning',
      since: DMARC,
      sources: [rfc(9990, '4', 'secondary')],
    },
    {
      id: 'dmarc/reports-wanted',
      title: {ja: 'DMARC のレポートの宛先', en: 'A place for DMARC reports'},
      rule: 'dmarc-rua',
      says: {
        ja: 'rua= を書くと、そのドメインを名乗るメールの認証結果が日々届きます。ポリシーを強める前の確認に欠かせません。',
        en: 'With rua= daily reports tell which mail in the domain’s name passes and which fails; they are needed before a policy is tightened.',
      },
      severity: 'info',
      since: DMARC,
      sources: [dmarc('4.7')],
    },
    {
      id: 'dmarc/enforced',
      title: {ja: 'なりすましを拒む DMARC', en: 'DMARC that refuses forged mail'},
      rule: 'dmarc-enforced',
      says: {
        ja: 'p=none は様子を見るだけで、なりすましメールも届きます。レポートで自社のメールの合格を確かめたら、quarantine、reject へ進みます。',
        en: 'p=none only watches, and forged mail arrives. Once the reports show that one’s own mail passes, quarantine and reject are next.',
      },
      severity: 'info',
      since: DMARC,
      sources: [dmarc('4.7')],
    },
    {
      id: 'gmail/auth-any',
      title: {ja: 'Gmail: SPF または DKIM', en: 'Gmail: SPF or DKIM'},
      rule: 'bulk-auth',
      with: {proofs: 'any'},
      says: {
        ja: 'Gmail に送る人は誰でも、SPF か DKIM の少なくとも一方が必要です。',
        en: 'Whoever sends to Gmail needs SPF or DKIM at the least.',
      },
      severity: 'error',
      since: BULK,
      sources: [gmail],
    },
    {
      id: 'gmail/auth-bulk',
      title: {ja: 'Gmail の大量送信の要件', en: 'Gmail: SPF, DKIM and DMARC'},
      rule: 'bulk-auth',
      with: {proofs: 'all'},
      says: {
        ja: 'Gmail に 1 日約5,000通以上送るドメイン（サブドメインを含む）は、SPF と DKIM の両方と、p=none 以上の DMARC が必要です。一度該当すると以後ずっと対象です。',
        en: 'A domain (with its subdomains) that sends about 5,000 mails a day or more to Gmail needs SPF and DKIM and DMARC of at least p=none. Whoever once sent so many counts as a bulk sender for good.',
      },
      severity: 'error',
      since: BULK,
      sources: [gmail],
    },
    {
      id: 'yahoo/auth-bulk',
      title: {ja: 'Yahoo の大量送信の要件', en: 'Yahoo: SPF, DKIM and DMARC'},
      rule: 'bulk-auth',
      with: {proofs: 'all'},
      says: {
        ja: 'yahoo.com、aol.com に大量に送る人は、SPF と DKIM（1024 ビット以上）、p=none 以上の DMARC が必要です。yahoo.co.jp は別の会社です。',
        en: 'Bulk senders to yahoo.com and aol.com need SPF and DKIM (1024 bits or more) and DMARC of at least p=none. yahoo.co.jp is another company.',
      },
      severity: 'error',
      since: BULK,
      sources: [yahoo],
    },
    {
      id: 'ms/auth-bulk',
      title: {ja: 'Outlook の大量送信の要件', en: 'Outlook: SPF, DKIM and DMARC'},
      rule: 'bulk-auth',
      with: {proofs: 'all'},
      says: {
        ja: 'outlook.com などに、同じ差出人ドメインで 5,000通以上送る人は、SPF と DKIM の両方と、p=none 以上の DMARC が必要です。ないと拒否されます（550 5.7.515）。',
        en: 'Who sends 5,000 mails or more of one From domain to outlook.com and its sisters needs SPF and DKIM and DMARC of at least p=none, or is refused (550 5.7.515).',
      },
      severity: 'error',
      since: MICROSOFT,
      sources: [microsoft],
    },
    {
      id: 'docomo/dmarc',
      title: {ja: 'ドコモ: 差出人ドメインの SPF', en: 'docomo: SPF on the From domain'},
      rule: 'spf-record',
      with: {whose: 'from'},
      says: {
        ja: 'ドコモメールは、ヘッダーの From のドメインでも SPF を確かめます。バウンスの宛先が別のドメインでも、差出人のドメインに SPF を公開します。',
        en: 'docomo checks SPF on the domain of the header From as well: it publishes SPF even where bounces go to another domain.',
      },
      severity: 'warning',
      since: BULK,
      sources: [docomo],
    },
    {
      id: 'std/mta-sts',
      title: {ja: 'MTA-STS の設定', en: 'MTA-STS as it should be'},
      rule: 'mta-sts',
      says: {
        ja: 'MTA-STS は任意です。使うなら、_mta-sts のレコードと https のポリシーファイルが揃い、ポリシーの mx が実際の MX と一致する必要があります。enforce で食い違うと、返信が届かなくなります。',
        en: 'MTA-STS is optional. Where it is used, the record at _mta-sts and the policy file over https must fit, and the policy must name the real MX hosts; with enforce a mismatch keeps replies away.',
      },
      severity: 'warning',
      since: '2018-09-01',
      sources: [rfc(8461, '3.1, 3.2, 3.3')],
    },
    {
      id: 'std/tlsrpt',
      title: {ja: 'TLS のレポートの宛先', en: 'A place for TLS reports'},
      rule: 'tls-report',
      says: {
        ja: 'MTA-STS を使うなら、_smtp._tls のレコードで失敗のレポートを受け取れるようにします。',
        en: 'With MTA-STS, a record at _smtp._tls has the failures reported.',
      },
      severity: 'info',
      since: '2018-09-01',
      sources: [rfc(8460, '3', 'unverified')],
    },
    {
      id: 'std/bimi',
      title: {ja: 'BIMI（ロゴの表示）', en: 'BIMI (a logo beside mails)'},
      rule: 'bimi',
      says: {
        ja: 'ロゴを表示するには、DMARC が quarantine か reject で、SVG のロゴを https で公開します。',
        en: 'For a logo to be shown, DMARC says quarantine or reject, and the SVG lies behind https.',
      },
      severity: 'info',
      since: '2021-07-01',
      sources: [{title: 'BIMI (Internet-Draft)', confidence: 'unverified'}],
    },
  ],
  facts: null,
}
