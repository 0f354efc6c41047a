import {describe, expect, it} from 'vitest'
import {hasPostalAddress} from '../../../src/core/lint/postal-address.ts'

describe('a postal address', () => {
  it.each([
    '〒150-0002 東京都渋谷区渋谷1-2-3',
    '〒1500002',
    '150-0002 東京都渋谷区渋谷一丁目',
    '大阪府大阪市北区梅田3丁目1番3号',
    '京都府京都市下京区四条通室町東入函谷鉾町78番地',
    '神戸市中央区加納町6-5-1',
    '北海道札幌市北区北８条西２丁目１－１',
    '長野県北安曇郡白馬村大字北城12-3',
    '2-11-16 Yayoi, Bunkyo-ku, Tokyo 113-8656 Japan',
    '123 Main St.\nSpringfield, MA 12345',
    'SpiderCorp 123 Fake Street, Springfield, OR, 97477 US',
    'P.O. Box 99, Portland, OR 97201',
    '10 Downing Street, London SW1A 2AA',
    '100 Queen St W, Toronto, ON M5H 2N2',
    'Musterweg 5, 80331 München',
    '12, rue de la Paix, 75002 Paris',
    'Calle Mayor 1, 28013 Madrid',
    '200 George Street, Sydney NSW 2000',
    '서울특별시 강남구 테헤란로 152',
    '北京市朝阳区建国路88号',
  ])('is %j', (text) => {
    expect(hasPostalAddress(text)).toBe(true)
  })

  it.each([
    'ご注文番号: 123-4567',
    'お電話は 03-1234-5678 まで（東京都渋谷区）',
    '会員番号 1500002',
    '東京都',
    '東京都渋谷区で 3-5月に開催',
    '大阪市北区のお店で先着10-20名様',
    '千葉市の天気、第12号',
    '横浜市内 10-12時',
    'Tokyo, Japan',
    'Order 12345 Thanks',
    'Bestellung 12345 Berlin',
    'Coupon AB12 3CD',
    'SPAM ACT 2003',
    '5 Ways to Find Your Way',
    '1234 Street Rd. Suite 1234',
    '2026年11月23日 12:30',
  ])('is not %j', (text) => {
    expect(hasPostalAddress(text)).toBe(false)
  })
})
