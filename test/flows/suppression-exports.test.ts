/** The suppression exports of services, as they come. */
import {describe, expect, it} from 'vitest'
import {put} from '../support/files.ts'
import {bench, NOW} from '../support/workspace-store.ts'

const at = (text: string) => Date.parse(text)

describe('the suppression export of a service', () => {
  it.each([
    [
      'Amazon SES',
      'suppressed.csv',
      'EmailAddress,Reason,LastUpdateTime\na@example.jp,COMPLAINT,2025-04-01T09:00:00Z\n',
      'complaint',
      at('2025-04-01T09:00Z'),
    ],
    [
      'Amazon SES',
      'ses.csv',
      'Email address,Suppression reason,Added on\na@example.jp,BOUNCE,2025-04-01T09:00:00Z\n',
      'bounce',
      at('2025-04-01T09:00Z'),
    ],
    ['SendGrid', 'suppression_unsubscribes.csv', 'email,created\na@example.jp,1743498000\n', 'optout', 1743498000000],
    [
      'SendGrid',
      'suppression_bounces.csv',
      'status,reason,email,created\n5.1.1,550 spam blocked,a@example.jp,1743498000\n',
      'bounce',
      1743498000000,
    ],
    [
      'SendGrid',
      'suppression_spam_reports.csv',
      'email,created,ip\na@example.jp,1743498000,192.0.2.1\n',
      'complaint',
      1743498000000,
    ],
    [
      'Mailchimp',
      'unsubscribed_members_export_1.csv',
      'Email Address,First Name,MEMBER_RATING,OPTIN_TIME,CONFIRM_TIME,UNSUB_TIME,LEID,EUID\na@example.jp,A,2,2020-01-01 00:00:00,2020-01-01 00:00:00,2025-04-01 00:00:00,1,x\n',
      'optout',
      at('2025-04-01T00:00+09:00'),
    ],
    [
      'Mailchimp',
      'cleaned_members_export_1.csv',
      'Email Address,MEMBER_RATING,OPTIN_TIME,CLEAN_TIME,LEID,EUID\na@example.jp,2,2020-01-01 00:00:00,2025-04-01 00:00:00,1,x\n',
      'bounce',
      at('2025-04-01T00:00+09:00'),
    ],
    [
      'Brevo',
      'blocked.csv',
      'email,reason,blockedAt\na@example.jp,contactFlaggedAsSpam,2025-04-01T09:00:00Z\n',
      'complaint',
      at('2025-04-01T09:00Z'),
    ],
    [
      'Mailgun',
      'export.csv',
      'address,tags,created_at\na@example.jp,*,"Tue, 01 Apr 2025 09:00:00 GMT"\n',
      'optout',
      at('2025-04-01T09:00Z'),
    ],
    [
      'Mailgun',
      'export.csv',
      'address,code,error,created_at\na@example.jp,550,unsubscribe at spam.example,"Tue, 01 Apr 2025 09:00:00 GMT"\n',
      'bounce',
      at('2025-04-01T09:00Z'),
    ],
    [
      'Postmark',
      'suppressions.csv',
      'EmailAddress,SuppressionReason,Origin,CreatedAt\na@example.jp,HardBounce,Recipient,2025-04-01T09:00:00Z\n',
      'bounce',
      at('2025-04-01T09:00Z'),
    ],
    [
      'HubSpot',
      'hubspot.csv',
      'EMAIL,PORTAL_BOUNCE,PORTAL_UNSUBSCRIBE,PORTAL_SPAM_REPORT,GLOBAL_BOUNCE\na@example.jp,false,false,true,false\n',
      'complaint',
      null,
    ],
    [
      'listmonk',
      'subscribers.csv',
      'uuid,email,name,attributes,status\n1,a@example.jp,A,{},blocklisted\n',
      'optout',
      null,
    ],
    [null, 'plain.txt', 'a@example.jp\n', 'optout', null],
  ] as const)('%s (%s) is read with its reason and date', async (service, name, content, reason, from) => {
    const place = await bench('service-export')
    const result = await place.merge([put(place.folder, name, content)])
    expect(result.files[0]).toMatchObject({service, unreadable: {}, entries: 1})
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toMatchObject([{reason, from, source: name}])
  })

  it('keeps the end and the scope of each entry', async () => {
    const place = await bench('until')
    const lines = 'email,date,until,topic\na@example.jp,2025-04-01,2026-03-01,\nb@example.jp,,2099-01-01,sale\n'
    await place.merge([put(place.folder, 'stops.csv', lines)])
    expect(await place.store.suppressions.holding('a@example.jp', NOW)).toEqual([])
    expect(await place.store.suppressions.holding('b@example.jp', NOW)).toMatchObject([
      {scope: 'topic:sale', until: at('2099-01-02T00:00+09:00')},
    ])
  })
})
