/** Japanese texts: DKIM keys, their files, and their records in DNS. */
import type {dkim as en} from '../en/dkim.ts'

export const dkim: Readonly<Record<keyof typeof en, string>> = {
  'fault.dkim-domain': 'example.jp のようなドメイン',
  'fault.dkim-selector': 's2026 のような 63 文字以内の英数字とハイフン（ドットで区切れます）',
  'fault.dns-server': 'DNS サーバーの IP アドレス（53 番以外ならポートも。例: 127.0.0.1:5353）',

  'dkim.key.too-long': '16,384 バイトを超えており、鍵とは考えられません',
  'dkim.key.garbage': 'PEM 形式の秘密鍵（-----BEGIN PRIVATE KEY-----）がありません',
  'dkim.key.broken': 'BEGIN と END の間が鍵として読めません',
  'dkim.key.public': '公開鍵または証明書です。秘密鍵が必要です',
  'dkim.key.encrypted':
    'パスフレーズで保護されています。パスフレーズなしで書き出し（openssl pkey -in 元 -out 先）、本人だけが読める権限にしてください',
  'dkim.key.openssh': 'OpenSSH 形式です。DKIM には PEM（PKCS#8 か PKCS#1）が必要です',
  'dkim.key.kind': '鍵の種類が {kind} です。DKIM の署名に使えるのは RSA と Ed25519 です',
  'dkim.key.short': '{bits} ビットです。2048 ビット未満の RSA 鍵は弱すぎます（RFC 8301）',
  'dkim.key.long': '{bits} ビットです。4096 ビットを超える RSA 鍵は検証されないことがあります（RFC 8301）',
  'dkim.key.damaged': '署名しても、対になる公開鍵で検証できません。ファイルが壊れています',

  'dkim.record.published': '公開済みで、この鍵のものです',
  'dkim.record.testing': '公開済みですが t=y（試験中）のため、署名のないメールとして扱われます',
  'dkim.record.missing': 'TXT レコードがありません',
  'dkim.record.several': 'TXT レコードが複数あり、どれが使われるか決まりません',
  'dkim.record.malformed': 'DKIM1 のレコードとして読めないか、p= に鍵がありません',
  'dkim.record.revoked': 'p= が空です（鍵は失効しています）',
  'dkim.record.kind': 'k= が鍵の種類と違います',
  'dkim.record.mismatch': 'レコードにあるのは別の鍵です',
  'dkim.record.hash': 'h= に、署名に使う sha256 がありません',
  'dkim.record.service': 's= に email がありません',
  'dkim.record.unreachable': 'DNS から応答がありません（{why}）',

  'dkim.testing': '{records}: t=y（試験中）で公開されているため、受信側は署名なしとして扱います',
  'dkim.unaligned':
    'dkim の鍵の中に、from のドメイン {domain} の署名になるものがありません。受信側には送信者の署名のないメールに見えます',

  'dkim.kind.rsa': 'RSA（{bits} ビット）',
  'dkim.kind.ed25519': 'Ed25519',

  'dkim.create.made': '{domain} の鍵を {count} つ作りました:',
  'dkim.create.publish': '{domain} の DNS に公開する:',
  'dkim.create.form':
    '管理画面では種類を TXT にし、この名前（{domain} は自動で付くことが多い）と、引用符の中を 1 つにつなげた値を入れます。',
  'dkim.create.settings': 'todoke.yaml に書き加える:',
  'dkim.create.settings-more': 'todoke.yaml の dkim: にある鍵の下に書き加える:',
  'dkim.create.then': '公開したら確かめる:',
  'dkim.create.unaligned':
    'ドメインが違うため、{from} からのメールの署名とは認められません。--domain {from} を指定するか、sender.from.address を直してください。',
  'dkim.create.taken': '鍵は上書きしません。新しい鍵には別の --selector を指定してください。',

  'dkim.show.none':
    'todoke.yaml に DKIM の鍵がありません。中継サーバーで署名しないと、大量のメールの多くは受け取ってもらえません。',
  'dkim.show.none.next': '鍵を作る: `todoke key dkim create`',
  'dkim.show.found': '公開されている値: {record}',
  'dkim.show.unchecked': '公開されているかどうかは `todoke key dkim show --check` で確かめられます',
}
