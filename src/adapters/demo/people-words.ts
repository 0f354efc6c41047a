/** Words from which the demo's people are put together, as data. All combinations are invented. */

/** Kanji, kana, romaji. */
export const SURNAMES: readonly (readonly [string, string, string])[] = [
  ['佐藤', 'サトウ', 'sato'],
  ['鈴木', 'スズキ', 'suzuki'],
  ['髙橋', 'タカハシ', 'takahashi'],
  ['田中', 'タナカ', 'tanaka'],
  ['伊藤', 'イトウ', 'ito'],
  ['渡邊', 'ワタナベ', 'watanabe'],
  ['山本', 'ヤマモト', 'yamamoto'],
  ['中村', 'ナカムラ', 'nakamura'],
  ['小林', 'コバヤシ', 'kobayashi'],
  ['加藤', 'カトウ', 'kato'],
  ['吉田', 'ヨシダ', 'yoshida'],
  ['山﨑', 'ヤマザキ', 'yamazaki'],
  ['佐々木', 'ササキ', 'sasaki'],
  ['松本', 'マツモト', 'matsumoto'],
  ['井上', 'イノウエ', 'inoue'],
  ['木村', 'キムラ', 'kimura'],
  ['林', 'ハヤシ', 'hayashi'],
  ['清水', 'シミズ', 'shimizu'],
  ['阿部', 'アベ', 'abe'],
  ['森', 'モリ', 'mori'],
  ['池田', 'イケダ', 'ikeda'],
  ['橋本', 'ハシモト', 'hashimoto'],
  ['石川', 'イシカワ', 'ishikawa'],
  ['前田', 'マエダ', 'maeda'],
  ['藤田', 'フジタ', 'fujita'],
  ['後藤', 'ゴトウ', 'goto'],
  ['岡田', 'オカダ', 'okada'],
  ['長谷川', 'ハセガワ', 'hasegawa'],
  ['村上', 'ムラカミ', 'murakami'],
  ['近藤', 'コンドウ', 'kondo'],
  ['齋藤', 'サイトウ', 'saito'],
  ['遠藤', 'エンドウ', 'endo'],
  ['青木', 'アオキ', 'aoki'],
  ['坂本', 'サカモト', 'sakamoto'],
  ['福田', 'フクダ', 'fukuda'],
  ['太田', 'オオタ', 'ota'],
  ['西村', 'ニシムラ', 'nishimura'],
  ['藤井', 'フジイ', 'fujii'],
  ['濵田', 'ハマダ', 'hamada'],
  ['宮﨑', 'ミヤザキ', 'miyazaki'],
]

/** Kanji, kana, romaji. */
export const GIVEN_NAMES: readonly (readonly [string, string, string])[] = [
  ['陽菜', 'ヒナ', 'hina'],
  ['結衣', 'ユイ', 'yui'],
  ['葵', 'アオイ', 'aoi'],
  ['さくら', 'サクラ', 'sakura'],
  ['美咲', 'ミサキ', 'misaki'],
  ['莉子', 'リコ', 'riko'],
  ['凛', 'リン', 'rin'],
  ['花子', 'ハナコ', 'hanako'],
  ['恵', 'メグミ', 'megumi'],
  ['直美', 'ナオミ', 'naomi'],
  ['由美子', 'ユミコ', 'yumiko'],
  ['久美子', 'クミコ', 'kumiko'],
  ['智子', 'トモコ', 'tomoko'],
  ['真由美', 'マユミ', 'mayumi'],
  ['裕子', 'ユウコ', 'yuko'],
  ['蓮', 'レン', 'ren'],
  ['翔太', 'ショウタ', 'shota'],
  ['大翔', 'ヒロト', 'hiroto'],
  ['悠真', 'ユウマ', 'yuma'],
  ['健一', 'ケンイチ', 'kenichi'],
  ['大輔', 'ダイスケ', 'daisuke'],
  ['直樹', 'ナオキ', 'naoki'],
  ['誠', 'マコト', 'makoto'],
  ['隆', 'タカシ', 'takashi'],
  ['浩', 'ヒロシ', 'hiroshi'],
  ['学', 'マナブ', 'manabu'],
  ['亮', 'リョウ', 'ryo'],
  ['剛', 'ツヨシ', 'tsuyoshi'],
  ['聡', 'サトシ', 'satoshi'],
  ['太郎', 'タロウ', 'taro'],
]

/** Name, kana, label of a domain below example.jp. */
export const COMPANIES: readonly (readonly [string, string, string])[] = [
  ['㈱あおば製作所', 'アオバセイサクショ', 'aoba'],
  ['㈱みほん商事', 'ミホンショウジ', 'mihon'],
  ['れいだい物産㈱', 'レイダイブッサン', 'reidai'],
  ['㈲見本工務店', 'ミホンコウムテン', 'koumuten'],
  ['髙橋デザイン㈱', 'タカハシデザイン', 'design'],
  ['サンプル運輸㈱', 'サンプルウンユ', 'unyu'],
]

/** Domain and how many of a hundred people have it. The rest are companies below example.jp. */
export const DOMAINS: readonly (readonly [string, number])[] = [
  ['gmail.com', 33],
  ['docomo.ne.jp', 18],
  ['yahoo.co.jp', 15],
  ['ezweb.ne.jp', 10],
  ['softbank.ne.jp', 8],
  ['icloud.com', 8],
]

export const PREFECTURES: readonly string[] = [
  '北海道',
  '宮城県',
  '埼玉県',
  '千葉県',
  '東京都',
  '東京都',
  '東京都',
  '神奈川県',
  '神奈川県',
  '新潟県',
  '石川県',
  '長野県',
  '静岡県',
  '愛知県',
  '京都府',
  '大阪府',
  '大阪府',
  '兵庫県',
  '広島県',
  '福岡県',
  '沖縄県',
]

export const MEMBERSHIPS: readonly string[] = ['一般', '一般', '一般', 'シルバー', 'ゴールド', 'プレミアム']

export const SIGN_UPS: readonly string[] = [
  'https://www.example.jp/signup',
  'https://www.example.jp/signup',
  'https://www.example.jp/cart',
  '銀座店 店頭申込書',
  '札幌店 店頭申込書',
  'うつわ市2024 会場アンケート',
]

export const ILLNESSES: readonly string[] = ['高血圧', '糖尿病', '気管支喘息', '花粉症', '胃潰瘍', '腰椎椎間板ヘルニア']

export const NOTES: readonly string[] = [
  '電話連絡不可',
  '"お得意様"につき丁寧に',
  '平日, 午前中のみ',
  '見本市で名刺交換\n後日訪問予定',
  'DM不要、メールのみ',
]

export const OPT_OUT_REASONS: readonly string[] = [
  '興味がなくなった',
  '配信が多い',
  '登録した覚えがない',
  'アドレス変更',
  '',
]
