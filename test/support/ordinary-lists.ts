/**
 * Ordinary lists of many trades, invented: none holds sensitive data, many hold what looks like it (twelve-digit order
 * numbers, article codes, harmless words such as 障害報告). Values come from a fixed seed.
 */

export interface OrdinaryList {
  readonly name: string
  readonly headers: readonly string[]
  rows(count: number): readonly (readonly string[])[]
}

type Make = (row: number, random: () => number) => string

const digits =
  (count: number, first = ''): Make =>
  (_, random) =>
    first + Array.from({length: count - first.length}, () => Math.floor(random() * 10)).join('')
const pick =
  (...words: readonly string[]): Make =>
  (_, random) =>
    words[Math.floor(random() * words.length)]!
const number =
  (from: number, to: number): Make =>
  (_, random) =>
    String(from + Math.floor(random() * (to - from)))
const count =
  (from: number, step = 1): Make =>
  (row) =>
    String(from + row * step)
const like =
  (form: string): Make =>
  (_, random) =>
    form.replace(/[09A]/g, (sign) =>
      sign === 'A'
        ? String.fromCharCode(65 + Math.floor(random() * 26))
        : String(sign === '9' ? 1 + Math.floor(random() * 9) : Math.floor(random() * 10)),
    )
const two = (value: number) => String(value).padStart(2, '0')
const day =
  (mark = '-', from = 2022): Make =>
  (_, random) =>
    [from + Math.floor(random() * 4), two(1 + Math.floor(random() * 12)), two(1 + Math.floor(random() * 28))].join(mark)
const stamp: Make = (row, random) =>
  `${day()(row, random)} ${two(Math.floor(random() * 24))}:${two(Math.floor(random() * 60))}`
const compactStamp: Make = (row, random) => stamp(row, random).replace(/\D/g, '')
const mail: Make = (row) => `person${row}@example.${row % 2 === 0 ? 'jp' : 'com'}`
const nameJa: Make = pick('山田 太郎', '佐藤 花子', '在原 業平', '前科 守', '病田 一郎', '仏 太郎', '難波 進')
const nameEn: Make = pick('Iris Church', 'Gay Talese', 'Race Imboden', 'Ann Cancer', 'Christian Moor', 'Sin Lee')
const phoneJa: Make = (row, random) => `090-${digits(4)(row, random)}-${digits(4)(row, random)}`
/** With its check digit, as printed. Source: GS1. */
const jan: Make = (row, random) => {
  const twelve = digits(12, '49')(row, random)
  const sum = Array.from(twelve, Number).reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3), 0)
  return twelve + ((10 - (sum % 10)) % 10)
}
/** The last digit is the rest by seven. Source: form of Japanese parcel numbers. */
const parcel: Make = (row, random) => {
  const eleven = digits(11, '3')(row, random)
  return eleven + (Number(eleven) % 7)
}

const LISTS: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  'EC の注文': {
    メールアドレス: mail,
    お名前: nameJa,
    注文番号: digits(12),
    注文日時: stamp,
    金額: number(500, 90000),
    支払方法: pick('クレジットカード', '代引', '銀行振込', 'PayPay'),
    送り状番号: parcel,
    JANコード: jan,
  },
  'EC の会員': {
    メール: mail,
    会員番号: digits(12),
    会員カード番号: digits(16, '9'),
    ポイント: number(0, 9000),
    ランク: pick('ゴールド', 'シルバー'),
    最終購入日: day('/'),
  },
  'BtoB 見込み客': {
    'E-mail': mail,
    会社名: pick('がん治療研究所', '障害者支援機構', '株式会社仏教書房', '労働組合連合会', '教会建築株式会社'),
    部署: pick('健康保険課', '障害対応課', '犯罪対策室'),
    役職: pick('課長', '診療放射線技師'),
    法人番号: pick('7000012050002', '1180301018771', '2180001135973'),
    業種: pick('医療', '宗教', '福祉'),
    従業員数: number(1, 5000),
  },
  セミナー申込: {
    メールアドレス: mail,
    氏名: nameJa,
    フリガナ: pick('ヤマダ タロウ', 'サトウ ハナコ'),
    セミナー名: pick('メンタルヘルス研修', '障害者雇用入門', 'がん保険の選び方', 'LGBT と職場'),
    参加方法: pick('会場', 'オンライン'),
    受付番号: count(100001),
    申込日時: stamp,
    アンケート: pick('満足', '普通', '資料がほしい'),
  },
  'Mailchimp export': {
    'Email Address': mail,
    'First Name': pick('Iris', 'Gay', 'Christian'),
    'Last Name': pick('Church', 'Black', 'White'),
    MEMBER_RATING: number(1, 5),
    OPTIN_TIME: stamp,
    OPTIN_IP: like('192.0.2.90'),
    LEID: digits(9),
    EUID: like('a0b90c0d9e'),
    NOTES: pick('', 'met at the fair', 'likes tea'),
  },
  'HubSpot contacts': {
    'Record ID': digits(12),
    Email: mail,
    'Lifecycle Stage': pick('lead', 'customer'),
    'Lead Status': pick('Open', 'In progress'),
    'Phone Number': like('+1 909-900-0000'),
    'Company name': pick('Church & Dwight', 'Cancer Research Ltd', 'Union Bank'),
    'Create Date': stamp,
    'Associated Deal IDs': digits(11),
  },
  'Salesforce leads': {
    Id: like('00Q5g00000AAAAAAAA'),
    Email: mail,
    LastName: nameEn,
    Title: pick('Health and Safety Manager', 'Race Director', 'Union Liaison'),
    LeadSource: pick('Web', 'Trade Show'),
    CreatedDate: stamp,
    AnnualRevenue: number(10000, 900000),
    NumberOfEmployees: number(1, 900),
    DUNS: digits(9),
  },
  'hotel guests': {
    email: mail,
    guest_name: nameEn,
    booking_ref: like('AA900000'),
    check_in: day(),
    check_out: day(),
    room_type: pick('double', 'wheelchair accessible', 'twin'),
    nights: number(1, 9),
    loyalty_card_number: digits(10),
    rate: number(80, 400),
  },
  旅館の宿泊: {
    メール: mail,
    代表者名: nameJa,
    予約番号: like('R9000000000'),
    チェックイン: day('/'),
    人数: number(1, 6),
    部屋: pick('和室', '身障者対応ツイン', '禁煙'),
    食事: pick('夕朝食', '素泊まり'),
    備考: pick('', '遅れて到着', '駐車場希望', '誕生日ケーキ希望'),
  },
  学校の保護者: {
    保護者メール: mail,
    生徒名: nameJa,
    学年: number(1, 6),
    組: pick('A', 'B'),
    学籍番号: digits(8),
    部活動: pick('陸上部', '茶道部', '青少年赤十字'),
    緊急連絡順: number(1, 3),
  },
  'school contacts': {
    parent_email: mail,
    pupil: nameEn,
    grade: number(1, 12),
    homeroom: like('9A'),
    student_no: digits(9),
    bus_route: number(1, 40),
    race_day_volunteer: pick('yes', 'no'),
  },
  'NPO の寄付': {
    メール: mail,
    寄付者名: nameJa,
    寄付金額: number(1000, 50000),
    寄付日: day(),
    領収証番号: digits(10),
    活動: pick('犯罪被害者支援', '難病の子どもの支援', '障害者スポーツ'),
    継続: pick('毎月', '今回のみ'),
  },
  'charity donors': {
    email: mail,
    donor: nameEn,
    gift: number(5, 500),
    gift_date: day(),
    campaign: pick('Race for Life', 'Cancer Appeal', 'Mental Health Week'),
    gift_aid: pick('yes', 'no'),
    receipt_number: digits(9),
  },
  ジム会員: {
    メール: mail,
    会員ID: like('G0000000'),
    会員種別: pick('デイ', 'ナイト'),
    入会日: day('/'),
    店舗: pick('新宿店', '健康センター店'),
    ロッカー番号: number(1, 300),
    最終来館: stamp,
  },
  'gym members': {
    email: mail,
    member_id: digits(10),
    plan: pick('basic', 'plus'),
    joined_at: stamp,
    pin_reset_at: stamp,
    key_fob_number: digits(10),
    visits: number(0, 200),
  },
  診療所の診療時間: {
    メール: mail,
    施設名: pick('例クリニック', '障害者歯科センター'),
    診療科: pick('内科', '精神科'),
    診療時間: pick('9:00-12:00', '14:00-18:00'),
    休診日: pick('水曜', '日曜'),
    電話番号: phoneJa,
    医療機関コード: digits(10),
  },
  システムの障害報告: {
    メール: mail,
    障害報告日: day(),
    障害発生日時: stamp,
    障害対応: pick('完了', '対応中'),
    障害レベル: number(1, 5),
    サーバー障害: pick('有', '無'),
    管理番号: like('INC0000000'),
    症状分類: pick('遅延', '停止'),
  },
  製品の検査結果: {
    メール: mail,
    製品名: pick('アレルギー対応食品', '血圧計'),
    製品検査結果: pick('合格', '不合格'),
    ロット番号: like('AA00000000'),
    出荷検査結果: pick('OK', 'NG'),
    検査日: day(),
    シリアル番号: digits(15, '35'),
    型番: like('AA0000000'),
  },
  'golf club': {
    email: mail,
    player: nameEn,
    'handicap index': number(0, 36),
    'golf handicap': number(0, 36),
    home_course: pick('Church Hill', 'Old Union'),
    tee_time: stamp,
    ghin_number: digits(7),
  },
  'race results': {
    email: mail,
    runner: nameEn,
    race_name: pick('City Marathon', 'Cancer Run'),
    race_date: day(),
    race_number: digits(4),
    bib_no: digits(5),
    finish_time: like('9:00:00'),
    next_race: pick('Spring 10K', 'Half'),
    age_group: pick('M40', 'F30'),
  },
  マラソン大会: {
    メール: mail,
    氏名: nameJa,
    ゼッケン番号: digits(5),
    種目: pick('フル', '車いすの部'),
    記録: like('9:00:00'),
    大会名: pick('がん撲滅マラソン'),
    計測チップ番号: digits(12),
  },
  図書館の利用者: {
    メール: mail,
    利用者番号: digits(10),
    図書カード番号: digits(14),
    貸出中: number(0, 9),
    予約本: pick('うつ病の時代', '仏教入門', '犯罪心理学'),
    延滞: pick('なし', 'あり'),
  },
  'newsletter readers': {
    email: mail,
    first_name: pick('Ann', 'Bo'),
    topics: pick('health tech', 'politics', 'sports', 'church music'),
    signup_source: pick('web', 'event'),
    opens_30d: number(0, 40),
    last_open: stamp,
    user_agent: pick('Mozilla/5.0 (X11; Linux x86_64)', 'curl/8.0'),
  },
  'SaaS users': {
    email: mail,
    user_id: digits(18, '1'),
    workspace: like('ws_A0A0A0A0'),
    role: pick('admin', 'viewer'),
    password_changed_at: stamp,
    has_password: pick('true', 'false'),
    mfa_enabled: pick('true', 'false'),
    api_test_results: pick('pass', 'fail'),
    account_health: pick('good', 'at risk'),
    device_fingerprint: like('a0b0c0d0'),
  },
  'error reports': {
    email: mail,
    ticket: count(100000000000),
    incident_at: compactStamp,
    service_disabled: pick('yes', 'no'),
    disabled_at: stamp,
    symptom_code: number(1, 90),
    build: like('1.90.00'),
  },
  不動産の問い合わせ: {
    メール: mail,
    物件番号: digits(12),
    間取り: pick('2LDK', '1K'),
    家賃: number(50000, 200000),
    沿線: pick('中央線', '教会前駅'),
    身分証明書の種類: pick('免許証', '保険証'),
    来店日: day('/'),
    耐震診断: pick('済', '未'),
  },
  自動車の整備: {
    メール: mail,
    車検満了日: day('/'),
    登録番号: pick('品川 300 あ 12-34', '横浜 500 さ 56-78'),
    車台番号: like('AAA00-000000'),
    故障診断: pick('異常なし', '要交換'),
    走行距離: number(1000, 200000),
    次回点検: day(),
  },
  'event tickets': {
    email: mail,
    order_id: digits(12),
    ticket_no: digits(16, '9'),
    barcode: digits(13, '20'),
    seat: like('A-00'),
    event: pick('Gay Pride Film Night', 'Gospel at the Church'),
    scanned_at: stamp,
    price: number(10, 200),
  },
  'logistics partners': {
    email: mail,
    company: pick('Union Freight', 'Passport Cargo'),
    vat_number: like('DE000000000'),
    tax_id: like('90-0000000'),
    iban_on_file: pick('yes', 'no'),
    container: like('AAAU0000000'),
    tracking_number: like('1Z900AA00000000000'),
    eori: like('DE000000000000'),
  },
  採用説明会: {
    メール: mail,
    氏名: nameJa,
    大学: pick('仏教大学', '医療福祉大学'),
    卒業年: number(2025, 2028),
    志望: pick('営業', '障害者雇用枠の担当'),
    エントリー番号: digits(9),
    適性診断: pick('A', 'B'),
  },
  'restaurant bookings': {
    email: mail,
    guest: nameEn,
    party: number(1, 9),
    booked_for: stamp,
    table_no: number(1, 40),
    reference: digits(9),
    special_request: pick('', 'window seat', 'birthday cake', 'quiet table'),
  },
  'Shopify customers': {
    Email: mail,
    'Accepts Email Marketing': pick('yes', 'no'),
    'Total Orders': number(0, 40),
    'Total Spent': number(0, 2000),
    Phone: like('+44 7900 000000'),
    Zip: like('00000-0000'),
    'Customer ID': digits(13),
    Note: pick('', 'gift wrap', 'call before delivery'),
  },
  自治体の広報: {
    メール: mail,
    地区: pick('本町', '教会通り'),
    世帯人数: number(1, 7),
    登録番号: digits(11),
    希望: pick('防災', '子育て', '健康診断の案内'),
    マイナンバーカードの有無: pick('有', '無'),
    登録日: day('/'),
  },
  'loyalty cards': {
    email: mail,
    card_type: pick('gold', 'blue'),
    loyalty_card_number: digits(16, '6'),
    points: number(0, 99999),
    expiry: like('09/30'),
    last_visit: day(),
    store_no: digits(4),
  },
}

export const ORDINARY_LISTS: readonly OrdinaryList[] = Object.entries(LISTS).map(([name, columns]) => ({
  name,
  headers: Object.keys(columns),
  rows(wanted) {
    const random = seeded(name)
    return Array.from({length: wanted}, (_, row) => Object.values(columns).map((make) => make(row, random)))
  },
}))

function seeded(name: string): () => number {
  let state = Array.from(name).reduce((sum, sign) => (Math.imul(sum, 31) + sign.codePointAt(0)!) >>> 0, 7)
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state >>> 8) / 2 ** 24
  }
}
