/**
 * Amazon SES through SNS: RSA with SHA-256 (SignatureVersion 2) over the fields of the message, checked with certificates that the
 * user has put into a file; the address of a certificate in a message is never asked. Only the topic of the settings counts.
 * Source: docs.aws.amazon.com, SNS: Verifying the signatures of Amazon SNS messages; SES: Contents of event data.
 */
import type {KeyObject} from 'node:crypto'
import {createVerify, X509Certificate} from 'node:crypto'
import type {HookEvent, HookKind, HookReader} from './hook.ts'
import {isFresh, momentOf, objectOf, textOf, wordOf} from './hook.ts'

/** pem: one certificate or several, old and new. Empty for what is none. */
export function snsKeys(pem: string): readonly KeyObject[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g) ?? []
  try {
    return blocks.map((block) => new X509Certificate(block).publicKey)
  } catch {
    return []
  }
}

/** In the order they are signed; Subject only where it is there. */
const SIGNED = {
  Notification: ['Message', 'MessageId', 'Subject', 'Timestamp', 'TopicArn', 'Type'],
  SubscriptionConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
  UnsubscribeConfirmation: ['Message', 'MessageId', 'SubscribeURL', 'Timestamp', 'Token', 'TopicArn', 'Type'],
} as const

export function sesReader(keys: readonly KeyObject[], topic: string): HookReader {
  return (request, now) => {
    const message = objectOf(textOf(request))
    const type = wordOf(message?.Type)
    if (message === null || type === null || !Object.hasOwn(SIGNED, type)) return 'form'
    const words = SIGNED[type as keyof typeof SIGNED].flatMap((name) => {
      const value = message[name]
      return value === undefined || value === null ? [] : [name, String(value)]
    })
    const signature = Buffer.from(wordOf(message.Signature) ?? '', 'base64')
    const text = `${words.join('\n')}\n`
    const isSigned = message.SignatureVersion === '2' && keys.some((key) => verifies(text, key, signature))
    if (!isSigned || message.TopicArn !== topic) return 'unsigned'
    if (!isFresh(momentOf(message.Timestamp) ?? Number.NaN, now)) return 'stale'
    const url = wordOf(message.SubscribeURL)
    if (type === 'SubscriptionConfirmation') return url === null ? 'form' : {confirm: url}
    return type === 'Notification' ? {events: eventsOf(message.Message)} : {events: []}
  }
}

function verifies(text: string, key: KeyObject, signature: Uint8Array): boolean {
  try {
    return createVerify('sha256').update(text).verify(key, signature)
  } catch {
    return false
  }
}

function eventsOf(message: unknown): readonly HookEvent[] {
  const read = objectOf(message)
  const type = read?.eventType ?? read?.notificationType
  const complaint = objectOf(read?.complaint)
  const change = objectOf(read?.subscription)
  if (type === 'Complaint' && complaint !== null) {
    // Somebody who moves a mail out of the spam folder.
    const kind: HookKind = complaint.complaintFeedbackType === 'not-spam' ? 'other' : 'complaint'
    return addressesOf(complaint.complainedRecipients).map((address) => ({
      kind,
      address,
      at: momentOf(complaint.timestamp),
    }))
  }
  if (type === 'Subscription' && change !== null) {
    const {destination} = objectOf(read?.mail) ?? {}
    const kind: HookKind = leaves(objectOf(change.newTopicPreferences)) ? 'optout' : 'resubscribe'
    const people = Array.isArray(destination) ? destination.map(wordOf) : []
    return people.map((address) => ({kind, address, at: momentOf(change.timestamp)}))
  }
  return [{kind: type === 'Bounce' ? 'bounce' : 'other', address: null, at: null}]
}

/** Topics there are none of ours: whoever leaves one gets no more mail. */
function leaves(preferences: Readonly<Record<string, unknown>> | null): boolean {
  const topics = preferences?.topicSubscriptionStatus
  const isOut = (topic: unknown) => /^opt_?out$/i.test(wordOf(objectOf(topic)?.subscriptionStatus) ?? '')
  return preferences?.unsubscribeAll === true || (Array.isArray(topics) && topics.some(isOut))
}

function addressesOf(recipients: unknown): readonly (string | null)[] {
  return Array.isArray(recipients) ? recipients.map((each) => wordOf(objectOf(each)?.emailAddress)) : []
}
