import {describe, expect, it} from 'vitest'
import {stopOfName} from '../../../src/core/contacts/rows-are.ts'

describe('the name of a file', () => {
  it.each([
    ['unsubscribed.csv', 'optout'],
    ['Unsubscribes-2024.xlsx', 'optout'],
    ['opt_out_list.csv', 'optout'],
    ['optouts.csv', 'optout'],
    ['suppression_list.csv', 'optout'],
    ['blocklist.txt', 'optout'],
    ['do-not-email.csv', 'optout'],
    ['退会者.csv', 'optout'],
    ['配信停止リスト.csv', 'optout'],
    ['メルマガ解除_202404.csv', 'optout'],
    ['受信拒否.csv', 'optout'],
    ['abmeldungen.csv', 'optout'],
    ['bajas.csv', 'optout'],
    ['bounces.csv', 'bounce'],
    ['hard_bounces.csv.gz', 'bounce'],
    ['cleaned_members_export.csv', 'bounce'],
    ['cleaned.csv', 'bounce'],
    ['Cleaned_2024-04.csv.gz', 'bounce'],
    ['不達アドレス.csv', 'bounce'],
    ['エラー一覧.xlsx', 'bounce'],
    ['spam_reports.csv', 'complaint'],
    ['complaints.csv', 'complaint'],
    ['苦情.csv', 'complaint'],
  ])('%s says that nobody in it may be mailed', (name, stop) => expect(stopOfName(name)).toBe(stop))

  it.each([
    'list.csv',
    'subscribers.csv',
    'subscribed_members_export.csv',
    'contacts_cleaned.csv',
    'cleaned_list.csv',
    'customers-blockchain-event.csv',
    'trabajadores.csv',
    'options.csv',
    'members-2024.csv',
    '会員一覧.csv',
    '購読者.csv',
    'メルマガ登録者.csv',
    'spambotfree.csv',
    '-',
    '',
  ])('%j says nothing', (name) => expect(stopOfName(name)).toBeNull())
})
