/** What the JSON API can do, as a table: routes, checks, answers and the OpenAPI document are all made of it. */
import type {ApiKey} from '../../../core/serving/api-key.ts'
import type {ApiConsentAsk, ApiHandlers, ApiSuppressionAsk} from '../../../ports/api.ts'
import type {JsonSchema} from './schemas.ts'
import {
  ADDED_ANSWER,
  CONSENT_ASK,
  CONSENTS_ANSWER,
  CONTACT_ANSWER,
  CONTACT_ASK,
  CONTACTS_ANSWER,
  CONTACTS_ASK,
  SEND_ANSWER,
  SEND_ASK,
  SENDS_ANSWER,
  SUPPRESSION_ASK,
  SUPPRESSIONS_ANSWER,
} from './schemas.ts'

export interface Asked {
  readonly query: unknown
  readonly params: unknown
  readonly body: unknown
  readonly by: ApiKey
}

export interface Operation {
  /** Also the name in logs and figures. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** Below /api/v1; `{name}` is a parameter. */
  readonly path: string
  readonly summary: string
  readonly tag: 'contacts' | 'consents' | 'suppressions' | 'sends'
  readonly query?: JsonSchema
  readonly params?: JsonSchema
  readonly body?: JsonSchema
  readonly answer: JsonSchema
  run(handlers: ApiHandlers, asked: Asked): Promise<object>
}

/** What a schema let through. */
const as = <T>(value: unknown) => value as T

export const OPERATIONS: readonly Operation[] = [
  {
    ...{id: 'getContact', method: 'GET', path: '/contact', tag: 'contacts'},
    summary: 'One person, by address; another spelling that the same opt-outs bind is found too.',
    ...{query: CONTACT_ASK, answer: CONTACT_ANSWER},
    run: (handlers, {query}) => handlers.contact(as(query)),
  },
  {
    ...{id: 'listContacts', method: 'GET', path: '/contacts', tag: 'contacts'},
    summary: 'The contacts of a list, page by page; people who join meanwhile come at the end.',
    ...{query: CONTACTS_ASK, answer: CONTACTS_ANSWER},
    run: (handlers, {query}) => handlers.contacts(as(query)),
  },
  {
    ...{id: 'listConsents', method: 'GET', path: '/consents', tag: 'consents'},
    summary: 'The consent events of one person that stand, in order of their moment.',
    ...{query: CONTACT_ASK, answer: CONSENTS_ANSWER},
    run: (handlers, {query}) => handlers.consents(as(query)),
  },
  {
    ...{id: 'addConsent', method: 'POST', path: '/consents', tag: 'consents'},
    summary:
      'Record a consent event of somebody who is a contact. A no of anybody becomes an opt-out. Said twice it is one event.',
    ...{body: CONSENT_ASK, answer: ADDED_ANSWER},
    run: (handlers, {body, by}) => handlers.addConsent(as<ApiConsentAsk>(body), by),
  },
  {
    ...{id: 'checkSuppressions', method: 'GET', path: '/suppressions', tag: 'suppressions'},
    summary: 'May this address be mailed? Every opt-out that holds now, by address, domain and hash.',
    ...{query: CONTACT_ASK, answer: SUPPRESSIONS_ANSWER},
    run: (handlers, {query}) => handlers.suppressions(as(query)),
  },
  {
    ...{id: 'addSuppression', method: 'POST', path: '/suppressions', tag: 'suppressions'},
    summary: 'Record an opt-out; it binds when the answer comes. None is taken back here.',
    ...{body: SUPPRESSION_ASK, answer: ADDED_ANSWER},
    run: (handlers, {body, by}) => handlers.addSuppression(as<ApiSuppressionAsk>(body), by),
  },
  {
    ...{id: 'listSends', method: 'GET', path: '/sends', tag: 'sends'},
    summary: 'The names of all sends.',
    answer: SENDS_ANSWER,
    run: (handlers) => handlers.sends(),
  },
  {
    ...{id: 'getSend', method: 'GET', path: '/sends/{name}', tag: 'sends'},
    summary: 'Where a send stands: its contacts by state.',
    ...{params: SEND_ASK, answer: SEND_ANSWER},
    run: (handlers, {params}) => handlers.send(as(params)),
  },
]
