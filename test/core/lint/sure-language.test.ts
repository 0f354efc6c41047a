/** The language of a text is told only where nothing else is likely. */
import {describe, expect, it} from 'vitest'
import {sureLanguage} from '../../../src/core/lint/sure-language.ts'

const TEXTS: Readonly<Record<string, string>> = {
  en: 'Thank you for your order. We will send you the new list of our products and you can read it at any time. If this is not for you, you can leave.',
  de: 'Vielen Dank für Ihre Bestellung. Wir haben die neuen Angebote für Sie im Katalog und freuen uns auf Ihren Besuch. Sie erhalten diese E-Mail, weil Sie sich bei uns angemeldet haben.',
  fr: 'Merci pour votre commande. Vous trouverez dans notre nouvelle liste les produits qui sont faits pour vous. Nous vous attendons avec plaisir dans une de nos boutiques.',
  es: 'Gracias por su pedido. En nuestra nueva lista están los productos que más le gustan. Si no desea recibir este correo, puede darse de baja en el enlace del final.',
  pt: 'Obrigado pela sua encomenda. Na nossa nova lista estão os produtos de que você mais gosta. Se não deseja receber este e-mail, use o link do final da mensagem.',
  it: 'Grazie per il suo ordine. Nella nostra nuova lista sono presenti i prodotti che le piacciono di più. Se non desidera ricevere questa email, segua il link alla fine del messaggio.',
  nl: 'Bedankt voor uw bestelling. In onze nieuwe lijst vindt u het aanbod dat bij u past. Wilt u deze e-mail niet meer ontvangen, klik dan op de link van het bericht en wij schrijven u uit.',
  ja: 'いつもご利用いただきありがとうございます。',
  ko: '저희 서비스를 이용해 주셔서 감사합니다.',
  'zh-Hans': '感谢您的支持！这是我们为您准备的优惠。请点击链接阅读，如果您还没有订阅，现在就可以选择。',
  'zh-Hant': '感謝您的支持！這是我們為您準備的優惠。請點擊連結閱讀，如果您還沒有訂閱，現在就可以選擇。',
}

describe('the language of a text', () => {
  it.each(Object.entries(TEXTS))('is %s', (language, text) => {
    expect(sureLanguage(text)).toBe(language)
  })

  it.each([
    ['names alone', 'ACME Spring Sale 2026 Paris London Berlin Tokyo New York Milano'],
    ['few words', 'The new list for you'],
    ['two languages', `${TEXTS.en} ${TEXTS.fr}`],
    ['English and Japanese', `${TEXTS.en} サンプル`],
    [
      'Catalan',
      "Gràcies per la seva comanda. A la nostra llista hi ha els productes que més li agraden. Si no vol rebre aquest correu, pot donar-se de baixa amb l'enllaç del final dels missatges.",
    ],
    [
      'Galician',
      'Grazas polo seu pedido. Na nosa nova lista están os produtos que máis lle gustan. Se non desexa recibir este correo, pode darse de baixa na ligazón do final da mensaxe.',
    ],
    [
      'Danish',
      'Tak for din ordre. Vi har de nye tilbud til dig, og det er nemt at læse om dem på vores side. Du kan ikke svare på denne mail, men det er også muligt at ringe til os.',
    ],
    ['Japanese without kana', '株式会社見本 東京都渋谷区 電話番号 配信停止 問合先 会員登録 新製品発売開始'],
    ['Chinese of both writings', `${TEXTS['zh-Hans']}${TEXTS['zh-Hant']}`],
    ['Cantonese', '多謝你嘅支持！呢個係我哋為你準備嘅優惠，請你睇下，如果你仲未訂閱，而家就可以選擇。這們'],
    ['nothing', ''],
  ])('is not told: %s', (_, text) => {
    expect(sureLanguage(text)).toBe(null)
  })
})
