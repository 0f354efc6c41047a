/** The commonest words of languages of Latin letters, and Chinese characters that tell how Chinese is written. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const answered = (list: string) => ({common: words(list), isAnswered: true})
/** Known only so that it is not taken for its neighbour. */
const neighbour = (list: string) => ({common: words(list), isAnswered: false})

/** By BCP 47 language. What a neighbour has as well stands with both. */
export const COMMON_WORDS: Readonly<
  Record<string, {readonly common: ReadonlySet<string>; readonly isAnswered: boolean}>
> = {
  en: answered(
    'the and you your of to for with our this that are is we from have will been not can at by be or in on it',
  ),
  de: answered(
    'und der die das ist für mit nicht auf ein eine einen sie wir ihre ihr ihnen den dem des von zu im am bei sich auch oder unser unsere',
  ),
  fr: answered(
    'le la les des et vous votre nous pour est dans une un du de avec sur pas vos nos notre aux au en que qui ce cette ou',
  ),
  es: answered(
    'el la los las y en de para con su una un por del más usted nuestro nuestra sus como al es que se no lo este esta',
  ),
  pt: answered(
    'o a os as e em de para com sua seu uma um por do da dos das não você nosso nossa ao mais que se no na este esta',
  ),
  it: answered(
    'il la le lo gli di e per con un una del della dei delle che non sono nostro nostra vostro alla al da in si è questo questa',
  ),
  nl: answered('de het een en van voor met uw u niet wij ons onze zijn is op bij naar te dat die dit of ook om'),
  sv: answered('och det att är till med på vi du inte för av en ett din vår som om den har kan från eller'),
  da: neighbour('og det at er til med på vi du ikke for af en et din vores som om den har kan fra eller i'),
  nb: neighbour('og det å er til med på vi du ikke for av en et din vår som om den har kan fra eller i'),
  af: neighbour('die en van vir met u nie ons is op by na te dat hierdie of ook om jou sal het wees'),
  ca: neighbour(
    'el la els les i en de per amb una un del més vostre nostre al és que es no aquest aquesta seu als dels',
  ),
  gl: neighbour('o a os as e en de para con súa seu unha un por do da dos das non máis noso ao que se no na este esta'),
  ro: neighbour('și în de pentru cu o un la pe nu este sunt din care ce sau prin noastre dumneavoastră al ale'),
  pl: neighbour('i w z na do nie się to jest dla o od po za przez lub oraz jak że państwa'),
  id: neighbour('dan yang di untuk dengan anda kami ini dari tidak atau ke pada adalah akan dalam'),
  tr: neighbour('ve bir için ile bu da de siz biz olarak daha en çok veya ki'),
  vi: neighbour('và của cho với bạn chúng tôi là các một trong không được này có để'),
}

/** Each as one text of characters. */
export const TELLING_HAN = {
  /** In Chinese of either writing, and hardly in Japanese. */
  chinese: '的了您们們这這吗嗎呢你她它就还還没沒',
  cantonese: '嘅咗唔嘢喺冇佢啲',
  /** In no traditional Chinese, and in no Japanese. */
  simplified: '们这为请务时间对发买卖产开关东车书习网络电话认订阅邮优马长门见选进还让给过现说动员单价质费谢获阅处',
  /** In no simplified Chinese. */
  traditional: '們這為請務時間對發買賣產開關東車書習網絡電話認訂閱郵優馬長門見選進還讓給過現說動員單價質費謝獲處',
} as const
