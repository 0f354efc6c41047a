import {expect, test} from 'vitest'
import {bornAt} from '../../../src/core/contacts/birth-date.ts'

test.each([
  [{生年月日: '2014年4月1日'}, Date.UTC(2014, 3, 1)],
  [{'Date of birth': '2014-04-01'}, Date.UTC(2014, 3, 1)],
  [{生年月日: '平成26年4月1日'}, Date.UTC(2014, 3, 1)],
  [{生年月日: 'ひみつ', birthday: '2014/4/1'}, Date.UTC(2014, 3, 1)],
  [{生年月日: 'ひみつ'}, null],
  [{誕生日クーポン: '2014-04-01', 登録日: '2014-04-01'}, null],
  [{}, null],
])('%j', (attributes: Readonly<Record<string, string>>, at) => {
  expect(bornAt(attributes)).toBe(at)
})
