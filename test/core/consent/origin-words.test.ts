import {expect, it} from 'vitest'
import {originTold} from '../../../src/core/consent/origin-words.ts'

it.each([
  '購入リスト',
  '購入した名簿',
  '名簿購入',
  'リストを業者から購入',
  '名簿業者より',
  '名簿屋から入手',
  'リスト業者から',
  'リスト交換',
  '外部リスト',
  'データ購入',
  '購入したデータ',
  'bought list',
  'purchased contacts',
  'Purchased B2B mailing list',
  'list broker',
  'data broker',
  'bought from a broker',
  'list purchase',
  'co-registration partner',
  'bought',
  'purchased',
])('%s is a bought list', (source) => {
  expect(originTold(source)).toBe('purchased')
})

it.each([
  '名刺交換リスト',
  '名刺交換データ',
  '展示会で名刺交換したリスト',
  '取引業者より名刺受領',
  '運送業者から紹介',
  '購入者リスト',
  'EC購入データ',
  'リスト購入者限定フォーム',
  'Form for customers who bought a ticket',
  'insurance broker fair 2025',
  'customers who bought a data plan',
  'purchase',
])('%s is none', (source) => {
  expect(originTold(source)).toBeNull()
})
