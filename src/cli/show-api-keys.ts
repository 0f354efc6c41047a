/** Keys of the JSON API on the screen; the key itself is shown once, when it is made. */
import type {ApiKey} from '../core/serving/api-key.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import type {Screen} from './screen.ts'
import {table, wrap} from './table.ts'

export function showCreatedApiKey(key: string, {name, isReadOnly}: ApiKey, screen: Screen): void {
  const {t, paint, width} = screen
  screen.out(`${paint.green('✔')} ${t(isReadOnly ? 'api.key.made-read-only' : 'api.key.made', {name})}`)
  screen.out()
  screen.out(`  ${paint.bold(key)}`)
  screen.out()
  screen.out(wrap(t('api.key.once'), width, 2))
}

export function showApiKeys(keys: readonly ApiKey[], offsetMinutes: number, screen: Screen): void {
  const {t, paint, width} = screen
  if (keys.length === 0) {
    screen.out(wrap(t('api.key.none'), width))
    return
  }
  const rows = keys.map(({id, name, isReadOnly, createdAt, revokedAt}) => [
    revokedAt === null ? paint.bold(name) : paint.dim(name),
    id,
    t(revokedAt !== null ? 'keys.state.revoked' : isReadOnly ? 'api.key.reads' : 'api.key.writes'),
    t('keys.made', {at: dayOrMoment(createdAt, offsetMinutes)}),
    revokedAt === null ? '' : t('keys.revoked-at', {at: dayOrMoment(revokedAt, offsetMinutes)}),
  ])
  screen.out(table(rows))
}

export function showRevokedApiKey({name, id}: ApiKey, wasRevoked: boolean, {t, out, paint}: Screen): void {
  out(wasRevoked ? t('keys.was-revoked', {key: name}) : `${paint.green('✔')} ${t('api.key.revoked', {name, id})}`)
}
