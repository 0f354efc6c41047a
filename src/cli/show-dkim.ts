/** DKIM keys on the screen: records as a zone file has them, lines for the settings, and what DNS says. */
import type {TxtRecord} from '../core/dns-records/txt-record.ts'
import type {DkimKind} from '../core/sending/dkim/kind.ts'
import type {Settings} from '../core/settings.ts'
import type {CreatedKey, CreatedKeys} from '../flows/create-dkim-key.ts'
import type {ShownKey, ShownRecord} from '../flows/show-dkim-keys.ts'
import type {Screen} from './screen.ts'
import {cut, plain, table, wrap} from './table.ts'

/** settings: of the workspace; null outside of one. */
export function showCreatedKeys({keys, isAligned}: CreatedKeys, settings: Settings | null, screen: Screen): void {
  const {t, paint, width} = screen
  const {domain} = keys[0]!
  screen.out(`${paint.green('✔')} ${t('dkim.create.made', {count: keys.length, domain})}`)
  screen.out(table(keys.map((key) => [key.path, kindWords(key, screen)])))
  if (settings !== null && isAligned === false) {
    const from = settings.sender.from.address.split('@')[1]!
    screen.out(paint.yellow(wrap(`▲ ${t('dkim.create.unaligned', {from})}`, width, 2)))
  }
  screen.out()
  screen.out(paint.bold(`1 ${t('dkim.create.publish', {domain})}`))
  for (const {record} of keys) showRecord(record, screen)
  screen.out(paint.dim(wrap(t('dkim.create.form', {domain}), width, 2)))
  screen.out()
  const isFirst = settings === null || settings.dkim.length === 0
  screen.out(paint.bold(`2 ${t(isFirst ? 'dkim.create.settings' : 'dkim.create.settings-more')}`))
  if (isFirst) screen.out('dkim:')
  for (const key of keys) screen.out(settingLines(key))
  screen.out()
  screen.out(paint.bold(`3 ${t('dkim.create.then')}`))
  screen.out(`  ${paint.cyan('todoke key dkim show --check')}`)
}

export function showKeys(keys: readonly ShownKey[], screen: Screen): void {
  const {t, paint, width} = screen
  if (keys.length === 0) {
    screen.out(wrap(t('dkim.show.none'), width))
    screen.out(`  ${paint.cyan('→')} ${t('dkim.show.none.next')}`)
    return
  }
  for (const [at, key] of keys.entries()) {
    if (at > 0) screen.out()
    screen.out(`${paint.bold(key.keyFile)}  ${kindWords(key, screen)}`)
    showRecord(key.record, screen)
    if (key.dns !== null) showState(key.dns, screen)
  }
  if (keys.some(({dns}) => dns === null)) screen.out(`\n  ${paint.cyan('→')} ${t('dkim.show.unchecked')}`)
}

/** Lines to be copied as they are: they are not broken, whatever the width of the screen. */
export function showRecord({name, strings}: Pick<TxtRecord, 'name' | 'strings'>, screen: Screen, indent = 2): void {
  const pad = ' '.repeat(indent)
  screen.out(`${pad}${name}. IN TXT (`)
  for (const [at, string] of strings.entries())
    screen.out(`${pad}  "${string}"${at === strings.length - 1 ? ' )' : ''}`)
}

function showState({state, found, why}: ShownRecord, {t, out, paint, width}: Screen): void {
  const [mark, colour] =
    state === 'published' ? ['✔', paint.green] : state === 'testing' ? ['▲', paint.yellow] : ['✖', paint.red]
  out(wrap(`${colour(mark!)} ${t(`dkim.record.${state}`, {why: why ?? ''})}`, width, 2))
  if (state === 'published') return
  for (const record of found) out(`    ${paint.dim(cut(t('dkim.show.found', {record: plain(record)}), width - 4))}`)
}

function kindWords({kind, bits}: {readonly kind: DkimKind; readonly bits: number}, {t}: Screen): string {
  return t(`dkim.kind.${kind}`, {bits})
}

function settingLines({domain, selector, keyFile}: CreatedKey): string {
  // Plain in YAML; a path of other characters wants quotes.
  const path = /^[\w./-]+$/.test(keyFile) ? keyFile : JSON.stringify(keyFile)
  return `  - domain: ${domain}\n    selector: ${selectorWord(selector)}\n    keyFile: ${path}`
}

/** A selector such as 202611 would be a number without quotes. */
function selectorWord(selector: string): string {
  return /^[a-z][\w-]*$/i.test(selector) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(selector)
    ? selector
    : JSON.stringify(selector)
}
