/**
 * The last look at what a send puts into headers and envelopes for everyone, whoever checked it before: one line each,
 * without control characters or halves of characters, and what has a form has that form (reliability.md B1).
 */
import {isAddress, parseAddress} from '../contacts/address.ts'
import {isHeaderText} from '../templates/fill-part.ts'
import type {SendContent} from './send-content.ts'

/** Names of the fields that are not fit for a header, as in SendContent; files by the name in JSON. */
export function unfitFields(content: SendContent): readonly string[] {
  const {from, replyTo, optOut, listId, feedbackId, bounces, complaints, files} = content
  const checks: readonly (readonly [field: string, isFit: boolean])[] = [
    ['from.name', isHeaderText(from.name)],
    ['from.address', isOwnAddress(from.address)],
    ['replyTo', replyTo === null || isOwnAddress(replyTo)],
    ['optOut.url', /^https?:\/\/[\x21-\x7e]+$/.test(optOut.url) && !/[<>"\\]/.test(optOut.url)],
    ['optOut.mailto', isOwnAddress(optOut.mailto)],
    ['listId', isToken(listId)],
    ['feedbackId', isToken(feedbackId)],
    ['bounces', bounces === null || isOwnAddress(bounces)],
    ['complaints', complaints === null || isOwnAddress(complaints)],
    ...files.map(({name, type, cid}) => {
      // Some mail programs would decode a name that looks like an encoded word.
      const isFit =
        name !== '' && isHeaderText(name) && !name.includes('=?') && isMediaType(type) && (cid === null || isToken(cid))
      return [`file ${JSON.stringify(name)}`, isFit] as const
    }),
  ]
  return checks.filter(([, isFit]) => !isFit).map(([field]) => field)
}

/** Fit for our own headers and envelopes: an addr-spec alone, in ASCII, no display name, no mailto:. */
export function isOwnAddress(text: string): boolean {
  const read = parseAddress(text)
  return isAddress(read) && !read.needsSmtpUtf8 && read.address.toLowerCase() === text.toLowerCase()
}

function isToken(text: string): boolean {
  return /^[\x21-\x7e]+$/.test(text) && !/[<>"\\,;]/.test(text)
}

function isMediaType(text: string): boolean {
  return /^[\w.+-]+\/[\w.+-]+$/.test(text)
}

/** One recipient and nothing that could name a second; quotes are put on later. */
export function isOneRecipient(address: string): boolean {
  return /^[^\x00-\x20\x7f-\xa0"(),:;<>@[\\\]\u2028\u2029]+@[A-Za-z0-9.-]+$/.test(address) && address.isWellFormed()
}
