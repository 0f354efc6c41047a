/**
 * Topics that a person took anew after leaving all mail: the opt-out stands, for services and for all other mail, and binds no
 * mail that is about those topics alone. Whoever leaves all mail once more has a new opt-out, without exceptions.
 */
import type {Kysely} from 'kysely'
import type {SuppressionScope} from '../../core/suppression/entry.ts'
import {scopesOfMail, scopesOfTopics} from '../../core/suppression/topic-scope.ts'
import type {SqliteDatabase} from './driver.ts'

// biome-ignore lint/suspicious/noExplicitAny: migrations see the tables of their own time, not today's.
type AnyDb = Kysely<any>

export interface ExceptionTable {
  /** scope: of one topic. evidence: the consent, as lifts name it. */
  suppression_exceptions: {event_id: number; scope: string; evidence: string; recorded_at: number}
}

export async function exceptionTable(db: AnyDb): Promise<void> {
  await db.schema
    .createTable('suppression_exceptions')
    .addColumn('event_id', 'bigint', (column) => column.notNull())
    .addColumn('scope', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('recorded_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('suppression_exceptions_key', ['event_id', 'scope'])
    .execute()
}

/** Whether an event, s of suppression_events, binds whatever it is about. */
export const IS_WHOLE = 'not exists (select 1 from suppression_exceptions x where x.event_id = s.id)'

/** All exceptions of an event, between line ends; null = none. */
export const EXCEPTIONS = `(select group_concat(x.scope, char(10)) from suppression_exceptions x where x.event_id = s.id)`

/** Whether all that a mail is about is excepted; `?` its scopesOfMail, twice. */
export const IS_EXCEPTED = `(select count(*) from suppression_exceptions x where x.event_id = s.id
  and instr(?, char(10) || x.scope || char(10)) > 0) = ?`

/** What IS_EXCEPTED asks for. */
export function exceptedOf(scope: string): readonly [string, number] {
  const scopes = scopesOfMail(scope)
  return [scopes, scopes.split('\n').length - 2]
}

/** In a transaction of its caller. A topic that no scope can name is no exception: the opt-out holds. */
export function exceptionWriter(db: SqliteDatabase, at: number) {
  const add = db.prepare(
    'insert into suppression_exceptions (event_id, scope, evidence, recorded_at) values (?, ?, ?, ?) on conflict do nothing',
  )
  return (eventId: number, topic: string, evidence: Readonly<Record<string, string | number>>): void => {
    for (const scope of scopesOfTopics(topic))
      if (isOfTopic(scope)) add.run(eventId, scope, JSON.stringify(evidence), at)
  }
}

function isOfTopic(scope: SuppressionScope): boolean {
  return scope.startsWith('topic:')
}
