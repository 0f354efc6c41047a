import {describe, expect, it} from 'vitest'
import {delayClaims} from '../../../src/core/lint/delay-claims.ts'
import {viewText} from '../../../src/core/lint/view-text.ts'

const claims = (text: string) =>
  delayClaims(viewText('text', text, 'a.txt')).map(({words, businessDays}) => `${words}: ${businessDays}`)

describe('claims that stopping the mail takes time', () => {
  it.each([
    ['配信停止の反映まで３〜７営業日かかります。', '3〜7営業日: 7'],
    ['退会の手続き完了まで1週間ほどかかる場合があります。', '1週間: 5'],
    ['配信解除の反映には十日ほどお時間をいただきます。', '十日: 7'],
    ['受信拒否の処理に二十五日かかります。', '二十五日: 17'],
    ['配信停止の反映まで数日かかることがあります。', '数日: null'],
    ['配信停止の処理には48時間以内の時間をいただきます。', '48時間: 1'],
    ['Please allow up to ten business days for us to process your unsubscribe request.', 'ten business days: 10'],
    ['We honor opt-out requests within 10 (10) working days.', '10 (10) working days: 10'],
    ['To unsubscribe, click here. Your request may take 2 to 3 weeks to be processed.', '2 to 3 weeks: 15'],
    ['Unsubscribe here. It may take a few days to take effect.', 'a few days: null'],
    ['Die Abmeldung wird innerhalb von 3 Werktagen wirksam.', '3 Werktagen: 3'],
    ['Votre désinscription sera effective sous 5 jours ouvrés.', '5 jours ouvrés: 5'],
    ['La solicitud de darse de baja puede tardar 7 días hábiles.', '7 días hábiles: 7'],
    ['수신거부 처리에 3영업일이 소요될 수 있습니다.', '3영업일: 3'],
    ['退订后需要7个工作日生效。', '7个工作日: 7'],
  ])('%s', (text, expected) => {
    expect(claims(text)).toEqual([expected])
  })

  it.each([
    '配信停止は24時間いつでも受け付けています。すぐに反映されます。',
    `${'ご注文から7営業日以内にお届けします。\n\n'.padEnd(120, 'あ')}配信停止はこちら`,
    '定期便は次回お届けの10日前までに変更できます。配信停止はこちら',
    'Your order takes 5 days to process.',
    'The link works for 30 days. Unsubscribe at any time.',
    'Unsubscribe at any time. 30 days free trial.',
    '30-day money-back guarantee. Unsubscribe.',
  ])('none in: %s', (text) => {
    expect(claims(text)).toEqual([])
  })

  it('tells the place in the text as seen', () => {
    const text = 'あいう\n配信停止の反映まで　７日かかります。'
    const [claim] = delayClaims(viewText('text', text, 'a.txt'))
    expect(text.slice(claim!.start, claim!.start + 2)).toBe('７日')
  })

  // A pattern that tries every start against every end would take minutes.
  it('ends quickly with text made to be slow', () => {
    const started = process.cpuUsage().user
    for (const piece of ['配信停止 7日 ', '1~', 'unsubscribe 10 ', 'a few ', '反映まで停止'])
      claims(`${piece.repeat(20_000)}配信停止`)
    expect((process.cpuUsage().user - started) / 1e6).toBeLessThan(20)
  }, 60_000)
})
