import iconv from 'iconv-lite'
import {describe, expect, it} from 'vitest'
import {encodeText} from '../../../../src/adapters/csv/encoding/encode-text.ts'
import {surveyFile} from '../../../../src/adapters/csv/survey-file.ts'
import type {TextEncoding} from '../../../../src/core/text-encodings.ts'
import {TEXT_ENCODINGS} from '../../../../src/core/text-encodings.ts'
import {cp932, failure, put, tempFolder} from '../../../support/files.ts'
import {placeOf} from '../../../support/place.ts'

const folder = tempFolder('detect')
let files = 0

async function survey(content: string | Buffer, said: TextEncoding | null = null) {
  files += 1
  return surveyFile(await placeOf(put(folder, `${files}.csv`, content)), said)
}

async function encodingOf(content: string | Buffer) {
  const {encoding, hasBom} = await survey(content)
  return hasBom ? `${encoding} with BOM` : encoding
}

const ROWS = '氏名,メールアドレス\n山田 太郎,taro@example.jp\n髙橋 花子,hanako@example.jp\n'

/** A list as people of each encoding write it. */
const LISTS: Readonly<Record<TextEncoding, string>> = {
  'utf-8': ROWS,
  'utf-16le': ROWS,
  'utf-16be': ROWS,
  cp932: ROWS,
  'euc-jp': ROWS,
  'iso-2022-jp': ROWS,
  'windows-1252': 'Prénom,E-Mail\nRené Müller,rene@example.fr\nFrançois “Zoé” Straße,f@example.de\n',
  'iso-8859-1': 'Prénom,E-Mail\nRené Müller,rene@example.fr\nFrançois Straße,f@example.de\n',
  gb18030: '姓名,邮箱\n张伟,zhang@example.cn\n刘洋,liu@example.cn\n',
  big5: '姓名,電子郵件\n陳怡君,chen@example.tw\n林志玲,lin@example.tw\n',
  'euc-kr': '이름,이메일\n홍길동,hong@example.kr\n김민수,kim@example.kr\n',
}

describe('the encoding of a list', () => {
  it.each(TEXT_ENCODINGS.map((encoding) => [encoding, LISTS[encoding]] as const))(
    '%s is told',
    async (encoding, list) => {
      const {encoding: told, confidence} = await survey(encodeText(list, encoding))
      // Without the characters by which they differ the larger one says the same.
      expect(told).toBe(encoding === 'iso-8859-1' ? 'windows-1252' : encoding)
      expect(confidence).toBeGreaterThanOrEqual(90)
    },
  )

  it.each([
    ['UTF-8 with BOM', `\ufeff${ROWS}`, 'utf-8 with BOM'],
    ['UTF-16LE with BOM', iconv.encode(ROWS, 'utf-16le', {addBOM: true}), 'utf-16le with BOM'],
    ['UTF-16BE with BOM', iconv.encode(ROWS, 'utf-16be', {addBOM: true}), 'utf-16be with BOM'],
    ['GB18030 with BOM', encodeText(`\ufeff${LISTS.gb18030}`, 'gb18030'), 'gb18030 with BOM'],
    ['ASCII', 'email\ntaro@example.jp\n', 'utf-8'],
    ['UTF-16LE of ASCII alone', iconv.encode('email,name\ntaro@example.jp,Taro\n', 'utf-16le'), 'utf-16le'],
    ['UTF-16BE of kanji mostly', encodeText('一郎\n山田一郎\n', 'utf-16be'), 'utf-16be'],
    ['UTF-8 of other languages', 'name,email\nRené Müller,rene@example.fr\n', 'utf-8'],
    ['UTF-8 with one accent', 'name,email\nRené,rene@example.fr\n', 'utf-8'],
    ['UTF-8 of two kanji', '氏名\n', 'utf-8'],
    ['CP932 with CR line ends', cp932(ROWS.replaceAll('\n', '\r')), 'cp932'],
    ['CP932 with characters Shift_JIS lacks', cp932('氏名,email\n髙橋㈱①Ⅲ㎝,a@example.jp\n'), 'cp932'],
    ['CP932 with half-width kana and nothing else', cp932('name,email\nﾔﾏﾀﾞ ﾀﾛｳ,a@example.jp\n'), 'cp932'],
    ['CP932 with half-width kana mostly', cp932('email,kana,pref\na@example.jp,ﾔﾏﾀﾞ ﾀﾛｳ,東京\n'), 'cp932'],
    ['CP932 in a header of 20 bytes, which is valid Windows-1252', cp932('氏名,メールアドレス'), 'cp932'],
    ['CP932 in a header of 13 bytes', cp932('電話番号,住所\n'), 'cp932'],
    ['CP932 in a header of 4 bytes', cp932('氏名\n'), 'cp932'],
    ['CP932 behind Latin letters', cp932('社名,email\nABC社,a@example.jp\nXYZ商店,b@example.jp\n'), 'cp932'],
    ['CP932 with signs', cp932('件名,email\n※→■①【★】,a@example.jp\n'), 'cp932'],
    ['EUC-JP in a header of 13 bytes', iconv.encode('電話番号,住所\n', 'euc-jp'), 'euc-jp'],
    ['EUC-JP with half-width kana', iconv.encode('name,email\nﾔﾏﾀﾞ ﾀﾛｳ,a@example.jp\n', 'euc-jp'), 'euc-jp'],
    ['EUC-JP without kana', iconv.encode('山田,a@example.jp\n佐藤 健一,b@example.jp\n', 'euc-jp'), 'euc-jp'],
    ['ISO-2022-JP with half-width kana', Buffer.from('name\n\x1b(I6@E\x1b(B\n'), 'iso-2022-jp'],
    ['Windows-1252 with one accent', iconv.encode('name,email\nRené,a@example.fr\n', 'win1252'), 'windows-1252'],
    ['Windows-1252 in capitals', iconv.encode('BJÖRN ÅSTRÖM,a@example.se\n', 'win1252'), 'windows-1252'],
    ['Windows-1252 in Portuguese', iconv.encode('João Conceição,a@example.pt\n', 'win1252'), 'windows-1252'],
    ['GB18030 in a header of 10 bytes', iconv.encode('姓名,邮箱\n', 'gb18030'), 'gb18030'],
    ['Big5 of one name', iconv.encode('name,email\n王小明,a@example.tw\n', 'big5'), 'big5'],
    ['EUC-KR of one name', iconv.encode('name,email\n홍길동,a@example.kr\n', 'cp949'), 'euc-kr'],
  ])('%s is told', async (_name, content, encoding) => {
    expect(await encodingOf(content)).toBe(encoding)
  })

  it('is found when the first kanji comes after pages of ASCII', async () => {
    const ascii = Array.from({length: 60_000}, (_, i) => `user${i}@example.jp,name`).join('\n')
    const late = `email,name\n${ascii}\nlast@example.jp,髙橋 太郎\n`
    for (const encoding of ['utf-8', 'cp932', 'euc-jp', 'iso-2022-jp', 'utf-16le'] as const)
      expect(await encodingOf(encodeText(late, encoding))).toBe(encoding)
  })

  it('is told whatever byte a read block ends at', async () => {
    for (let shift = 0; shift < 4; shift += 1) {
      const filler = `${'a'.repeat(9 + shift)}@example.jp,${'漢'.repeat(30_000)}\n`
      expect(await survey(`氏名,メール\n${filler}`)).toMatchObject({encoding: 'utf-8', confidence: 99})
      expect(await encodingOf(cp932(`氏名,メール\n${filler}`))).toBe('cp932')
    }
  })
})

describe('damage', () => {
  const bad = Buffer.concat([Buffer.from(`${ROWS}鈴木`), Buffer.from([0xe3, 0x81]), Buffer.from(',s@example.jp\n')])

  it('of one byte leaves UTF-8 what it is, wherever it stands, but less sure', async () => {
    expect(await encodingOf(bad)).toBe('utf-8')
    expect(await encodingOf(Buffer.concat([Buffer.from(ROWS.repeat(40_000)), bad]))).toBe('utf-8')
  })

  it('of one byte leaves CP932 what it is', async () => {
    expect(await encodingOf(Buffer.concat([cp932(ROWS), Buffer.from([0x81, 0x0a]), cp932(ROWS)]))).toBe('cp932')
  })

  it('of much of the text is refused', async () => {
    const torn = Buffer.concat(Array.from({length: 40}, () => Buffer.from([0xe5, 0xb1, 0xe7, 0x94, 0xb0, 0x0a])))
    expect((await failure(survey(torn))).code).toBe('ENCODING_UNSURE')
  })

  it('that is two files in two encodings, one behind the other, is refused', async () => {
    const both = Buffer.concat([cp932(ROWS.repeat(10)), Buffer.from(ROWS.repeat(10))])
    expect((await failure(survey(both))).code).toBe('ENCODING_UNSURE')
  })
})

describe('what cannot be told', () => {
  it.each([
    ['Cyrillic', 'имя,email\nИван Петров,a@example.ru\nМария Сидорова,b@example.ru\n', 'win1251'],
    ['Cyrillic of Unix', 'имя,email\nИван Петров,a@example.ru\nМария Сидорова,b@example.ru\n', 'koi8-r'],
    ['Greek', 'Γιώργος Παπαδόπουλος,a@example.gr\n', 'iso-8859-7'],
    ['Polish', 'Imię,email\nŁukasz Wójcik,a@example.pl\nŻaneta Dąbrowska,b@example.pl\n', 'win1250'],
    ['Turkish', 'Ayşe Yılmaz,a@example.com\nIşık Çağlar,b@example.com\n', 'win1254'],
    ['Hebrew', 'שלום כהן,a@example.com\n', 'win1255'],
    ['Arabic', 'محمد علي,a@example.com\n', 'win1256'],
    ['Thai', 'สมชาย ใจดี,a@example.com\n', 'win874'],
    ['French of an old Mac', 'Renée,a@example.fr\nFrançois Müller,b@example.fr\n', 'macroman'],
    ['French of DOS', 'Renée,a@example.fr\nFrançois Müller,b@example.fr\n', 'cp850'],
    ['a company sign alone', 'a@example.jp,㈱\n', 'cp932'],
    ['rare kanji alone', 'a@example.jp,齋藤 薫\n', 'euc-jp'],
  ])('%s is refused, never garbled', async (_name, text, encoding) => {
    const error = await failure(survey(iconv.encode(text, encoding)))
    expect(error.code).toBe('ENCODING_UNSURE')
    expect(error.values.confidence).toBeLessThan(75)
    expect(error.details).toHaveLength(2)
  })

  it('is shown in both readings, side by side, with addresses masked', async () => {
    const list = iconv.encode('name,email\n齋藤 薫,kaoru@example.jp\n', 'euc-jp')
    const {values, details} = await failure(survey(list))
    expect(values).toMatchObject({guess: 'EUC-JP', best: 'euc-jp', next: 'gb18030'})
    expect(details[0]).toBe('EUC-JP   齋藤 薫,k***@example.jp')
    expect(details[1]).toMatch(/^GB18030 {2}\S+ \S+,k\*\*\*@example\.jp$/)
    expect(details.join()).not.toContain('kaoru')
  })

  it('shows nothing that steers a terminal, and of a long line the part that matters', async () => {
    const long = iconv.encode(`\x1b[31m${'x'.repeat(200)},齋藤 薫,${'y'.repeat(200)}\n`, 'euc-jp')
    const {details} = await failure(survey(long))
    for (const line of details) {
      expect(line).not.toMatch(/\p{Cc}/u)
      expect(line.length).toBeLessThan(90)
    }
    expect(details[0]).toContain('齋藤 薫')
  })
})

/** Lists whose letters are letters of Windows-1252 as well, only others. */
const RIVALS = {
  Polish: 'Imię i nazwisko,e-mail\nGdańsk,a@example.pl\nMałgorzata Pająk,b@example.pl\nAnna Kowalska,c@example.pl\n',
  Czech: 'Jméno,e-mail\nJiří Novák,a@example.cz\nTomáš Dvořák,b@example.cz\nVěra Růžičková,c@example.cz\n',
  Hungarian: 'Név,e-mail\nNagy László,a@example.hu\nErdős Pál,b@example.hu\nKiss Győző,c@example.hu\n',
  Croatian: 'Ime,e-mail\nLuka Perković,a@example.hr\nAna Kovačević,b@example.hr\nŽeljko Jurić,c@example.hr\n',
  Romanian: 'Nume,e-mail\nCătălin Bălan,a@example.ro\nRaluca Rădulescu,b@example.ro\n',
  Turkish: 'Ad,e-posta\nHüseyin Koç,a@example.com\nÖmer Doğan,b@example.com\nAyşe Yılmaz,c@example.com\n',
  Lithuanian: 'Vardas,e-mail\nEglė Kazlauskienė,a@example.lt\nRūta Šimkutė,b@example.lt\n',
  Latvian: 'Vārds,e-mail\nIlze Ozoliņa,a@example.lv\nJānis Bērziņš,b@example.lv\n',
  French: 'Prénom,Société\nRenée,Cœur 5 €\nFrançois,Œuvre\n',
  German: 'Vorname,Straße\nJörg Strauß,Köln\nBjörn,München\n',
  Spanish: 'Nombre,Teléfono\nÁngel Rodríguez,1\nMaría Núñez,2\nÓscar Gómez,3\n',
  Portuguese: 'Nome,Endereço\nLuís Simões,1\nJoão Conceição,2\n',
  Hebrew: 'name,email\nתל אביב,a@example.com\nשלום כהן,b@example.com\nתל אביב,c@example.com\n',
} as const

describe('words that would be others in Windows-1252', () => {
  it.each([
    ['Polish', 'win1250'],
    ['Polish', 'iso-8859-2'],
    ['Polish', 'cp852'],
    ['Czech', 'win1250'],
    ['Czech', 'iso-8859-2'],
    ['Czech', 'cp852'],
    ['Hungarian', 'win1250'],
    ['Hungarian', 'iso-8859-2'],
    ['Croatian', 'win1250'],
    ['Croatian', 'iso-8859-2'],
    ['Romanian', 'win1250'],
    ['Romanian', 'iso-8859-2'],
    ['Turkish', 'win1254'],
    ['Turkish', 'iso-8859-9'],
    ['Lithuanian', 'win1257'],
    ['Lithuanian', 'iso-8859-13'],
    ['Latvian', 'win1257'],
    ['Latvian', 'iso-8859-4'],
    ['French', 'iso-8859-15'],
    ['French', 'macroman'],
    ['French', 'cp437'],
    ['German', 'macroman'],
    ['German', 'cp850'],
    ['German', 'cp437'],
    ['Spanish', 'macroman'],
    ['Spanish', 'cp850'],
    ['Portuguese', 'cp850'],
    ['Portuguese', 'macroman'],
    ['Hebrew', 'win1255'],
  ] as const)(
    '%s of %s are refused, whether the list is of one row, three or a thousand',
    async (language, encoding) => {
      const [header, ...rows] = RIVALS[language].trimEnd().split('\n')
      const whole = [header, ...Array.from({length: 300}, () => rows).flat()]
      for (const lines of [[header, ...rows], whole, [header, rows[0]], [rows.at(-1)]]) {
        const bytes = iconv.encode(`${lines.join('\n')}\n`, encoding)
        const text = `${lines.join('\n')}\n`
        // What is the same in Windows-1252 is read right.
        if (iconv.decode(bytes, 'win1252') === text) continue
        expect((await failure(survey(bytes))).code).toMatch(/^ENCODING_(RIVAL|UNSURE)$/)
      }
    },
  )

  it('are shown as they would be read, and Windows-1252 can be said', async () => {
    const list = iconv.encode(RIVALS.Czech, 'win1250')
    const {code, values, details} = await failure(survey(list))
    expect(code).toBe('ENCODING_RIVAL')
    expect(values).toMatchObject({guess: 'Windows-1250', read: 'Windows-1252', encoding: 'windows-1252'})
    expect(details).toEqual(['Windows-1250  Jiří Novák,***@example.cz', 'Windows-1252  Jiøí Novák,***@example.cz'])
    expect(await survey(list, 'windows-1252')).toMatchObject({encoding: 'windows-1252'})
  })

  it.each([
    ['French', 'Hélène Côté\nNoëlle Benoît\nSœur Thérèse\nJérôme Lefèvre\n5 €\nL’Île\n'],
    ['German', 'Jürgen Größe\nKäthe Weiß\nÖmer Köhler\nÜbersicht\n'],
    ['Spanish', 'José Muñoz\nÍñigo Peña\nÁngel Rodríguez\n¿Qué?\n'],
    ['Portuguese', 'João Conceição\nInês Magalhães\nLuís Simões\nEstêvão Araújo\n'],
    ['Swedish', 'Åsa Sjögren\nGöran Åström\nMärta Öberg\n'],
    ['Danish', 'Søren Kjærgaard\nJørgen Østergaard\nÅse Møller\n'],
    ['Finnish', 'Päivi Mäkinen\nVäinö Hämäläinen\nÄänekoski\n'],
    ['Italian', 'Nicolò Cantù\nCittà di Castello\nMondovì\n'],
    ['Dutch', 'Daniël de Vries\nRenée Müller\n’s-Hertogenbosch\n'],
    ['Catalan', 'Núria Ordóñez\nMercè Rodó\nLluïsa Güell\n'],
    ['many languages', 'Søren Kjær\nHélène Côté\nJosé Muñoz\nJürgen Groß\nÅsa Öberg\nJoão Conceição\n'],
  ])('in %s are not suspected', async (_language, names) => {
    for (const list of [names, `name,email\n${names.repeat(50)}`])
      expect((await survey(iconv.encode(list, 'win1252'))).encoding).toBe('windows-1252')
  })
})

describe('encodings that are known and not read', () => {
  it.each([
    ['UTF-32', Buffer.concat([Buffer.from([0xff, 0xfe, 0, 0]), iconv.encode('a,b\n', 'utf-32le')])],
    ['HZ-GB-2312', Buffer.from('name\n~{<:Ky2;S{#,NpJ)l6HK!#~}\n')],
    ['UTF-7', Buffer.from('+bCdUDQ-,+MOEw/DDr-\n+XHF1MA- +WSqQzg-,a@example.jp\n')],
    ['UTF-7', Buffer.from('Ren+AOk-,a@example.fr\n')],
    ['UTF-7', Buffer.from('+MEI-,a@example.jp\n')],
    ['UTF-7', Buffer.from('Chlo+AOk Fournier,u80+AEA-example.com\n')],
    ['ISO-2022-KR', Buffer.from('\x1b$)Cname\n\x0eFD@L=c\x0f\n')],
    ['ISO-2022-JP-1', Buffer.from('name\n\x1b$(D0!0"\x1b(B\n')],
  ])('%s is refused by its name', async (guess, content) => {
    const error = await failure(survey(content))
    expect(error.code).toBe('ENCODING_UNREAD')
    expect(error.values.guess).toBe(guess)
  })

  it('are not seen in addresses with tags and telephone numbers', async () => {
    const list =
      'email,tel\ntaro+foo-@example.jp,+81-3-1234-5678\nx+abc-d@example.jp,+420-1\ny@example.jp,~{1~}\nC+foo,D+Add-on,Google+Team\n'
    expect(await encodingOf(list)).toBe('utf-8')
  })
})

describe('what the user says', () => {
  it('is believed where the bytes allow it', async () => {
    const eucJp = iconv.encode('名前,email\n山,a@example.jp\n', 'euc-jp')
    expect(await survey(eucJp, 'cp932')).toMatchObject({encoding: 'cp932', confidence: 100})
    expect(await survey(iconv.encode('a@example.jp,齋藤\n', 'euc-jp'), 'euc-jp')).toMatchObject({encoding: 'euc-jp'})
    expect(await survey('email\na@example.jp\n', 'windows-1252')).toMatchObject({encoding: 'windows-1252'})
    expect(await survey(encodeText('Zoë,a@example.fr\n', 'iso-8859-1'), 'iso-8859-1')).toMatchObject({
      encoding: 'iso-8859-1',
    })
    expect(await survey(encodeText('一,二\n', 'utf-16be'), 'utf-16be')).toMatchObject({encoding: 'utf-16be'})
  })

  it('is believed about a file with a few bad bytes', async () => {
    const damaged = Buffer.concat([cp932(ROWS.repeat(5)), Buffer.from([0x81, 0x0a])])
    expect(await survey(damaged, 'cp932')).toMatchObject({encoding: 'cp932'})
  })

  it('gives way to a byte order mark where it is UTF-16 without its order', async () => {
    const marked = iconv.encode(ROWS, 'utf-16be', {addBOM: true})
    expect(await survey(marked, 'utf-16le')).toMatchObject({encoding: 'utf-16be', hasBom: true})
  })

  it('counts for more than a mark of UTF-8 before text that is none', async () => {
    const mixed = Buffer.concat([Buffer.from('\ufeff'), cp932(ROWS)])
    expect((await survey(mixed)).encoding).toBe('cp932')
    expect(await survey(mixed, 'cp932')).toMatchObject({encoding: 'cp932', hasBom: false})
  })

  it.each([
    ['UTF-8', 'CP932', cp932(ROWS), 'utf-8', 'cp932'],
    ['EUC-JP', 'CP932', cp932(ROWS), 'euc-jp', 'cp932'],
    ['CP932', 'UTF-8', Buffer.from(ROWS), 'cp932', 'utf-8'],
    ['CP932', 'EUC-JP', iconv.encode(ROWS.repeat(5), 'euc-jp'), 'cp932', 'euc-jp'],
    ['Windows-1252', 'UTF-8', Buffer.from(ROWS), 'windows-1252', 'utf-8'],
    ['Windows-1252', 'CP932', cp932(ROWS), 'windows-1252', 'cp932'],
    ['ISO-8859-1', 'CP932', cp932(ROWS), 'iso-8859-1', 'cp932'],
    ['Big5', 'EUC-KR', iconv.encode(LISTS['euc-kr'].repeat(3), 'cp949'), 'big5', 'euc-kr'],
    ['CP932', 'UTF-8 with BOM', Buffer.from(`\ufeff${ROWS}`), 'cp932', 'utf-8'],
    ['CP932', 'UTF-16', encodeText(ROWS, 'utf-16le'), 'cp932', 'utf-16le'],
    ['UTF-16', 'ASCII', Buffer.from('email\na@example.jp\n'), 'utf-16le', 'utf-8'],
    ['UTF-8', 'ISO-2022-JP', encodeText(ROWS, 'iso-2022-jp'), 'utf-8', 'iso-2022-jp'],
    ['ISO-2022-JP', 'CP932', cp932(ROWS), 'iso-2022-jp', 'cp932'],
  ] as const)('%s of %s is refused, and the way out named', async (_said, _is, content, said, encoding) => {
    const error = await failure(survey(content, said))
    expect(error.code).toBe('ENCODING_WRONG')
    expect(error.values.encoding).toBe(encoding)
  })
})
