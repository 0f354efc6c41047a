import {describe, expect, it} from 'vitest'
import {detectFormat} from '../../../src/core/contacts/formats.ts'

const MAILCHIMP = ['Email Address', 'First Name', 'MEMBER_RATING', 'OPTIN_TIME', 'CONFIRM_TIME', 'LEID', 'EUID']

describe('detectFormat', () => {
  it.each([
    ['subscribed_members_export_1.csv', 'contacts', null],
    ['unsubscribed_members_export_1.csv', 'unsubscribed', 'optout'],
    ['cleaned_members_export_1.csv', 'bounced', 'bounce'],
    ['nonsubscribed_email_audience_export_1.csv', 'non-subscribed', 'unconfirmed'],
    ['archived_email_audience_export_1.csv', 'unsubscribed', 'optout'],
    ['my-list.csv', 'contacts', null],
  ])('goes by the name Mailchimp gives: %s', (name, part, everyRow) => {
    expect(detectFormat(MAILCHIMP, name)).toMatchObject({id: 'mailchimp', part, everyRow, sure: true})
  })

  it('goes by the columns where the name was changed, unless the name says more', () => {
    expect(detectFormat([...MAILCHIMP, 'UNSUB_TIME'], 'x.csv')?.everyRow).toBe('optout')
    expect(detectFormat([...MAILCHIMP, 'CLEAN_TIME'])?.everyRow).toBe('bounce')
    expect(detectFormat([...MAILCHIMP, 'UNSUB_TIME', 'CLEAN_TIME'])?.everyRow).toBeNull()
    expect(detectFormat([...MAILCHIMP, 'UNSUB_TIME'], 'subscribed_members_export_1.csv')?.everyRow).toBeNull()
  })

  it.each([
    ['suppression_bounces.csv', 'bounced'],
    ['suppression_blocks.csv', 'bounced'],
    ['suppression_invalid_emails.csv', 'bounced'],
    ['suppression_spam_reports.csv', 'complaints'],
    ['suppression_unsubscribes.csv', 'unsubscribed'],
    ['global_unsubscribes.csv', 'unsubscribed'],
  ])("knows SendGrid's %s", (name, part) => {
    expect(detectFormat(['email', 'created'], name)).toMatchObject({id: 'sendgrid', part, dates: 'epoch', sure: true})
  })

  it("never takes anyone's list of addresses and days for one of opt-outs", () => {
    expect(detectFormat(['email', 'created'], 'subscribers.csv', [['a@example.jp', '2024-04-01']])).toBeNull()
    expect(detectFormat(['email', 'created'], 'subscribers.csv')).toBeNull()
    expect(detectFormat(['email', 'name', 'created', 'city'], 'newsletter-unsubscribe-test.csv')).toBeNull()
    expect(detectFormat(['メールアドレス', '氏名', '登録日', '同意'], 'list.csv')).toBeNull()
    expect(detectFormat(['Email', 'First Name', 'Last Name', 'Status'])).toBeNull()
    expect(detectFormat([])).toBeNull()
  })

  it('is not misled by headers that are names of JavaScript', () => {
    expect(detectFormat(['__proto__', 'constructor', 'email'])).toBeNull()
  })
})
