/**
 * A real send must be meant: on a terminal its name is typed, elsewhere --confirm NAME:COUNT must match the plan, or
 * the settings bound the audience of unattended sends.
 */
import {text as ask, confirm as askYesNo, isCancel} from '@clack/prompts'
import type {Settings} from '../core/settings.ts'
import {AppError} from '../errors.ts'
import type {SendRecord} from '../ports/store.ts'
import type {Screen} from './screen.ts'

/** left: mails that this run may send; a send that was stopped has fewer than its plan. Throws CONFIRM_NEEDED, CONFIRM_WRONG, AUDIENCE_OUT_OF_BOUNDS, INTERRUPTED_UNCHANGED. */
export async function confirmSend(
  send: SendRecord,
  left: number,
  given: string | null,
  settings: Settings,
  screen: Screen,
): Promise<void> {
  const {name, toSend: count} = send
  const confirm = `${name}:${count}`
  if (given !== null) {
    if (given !== confirm) throw new AppError('CONFIRM_WRONG', {given, name, count, confirm})
    return
  }
  const bounds = settings.limits.unattended
  if (bounds !== null && !screen.isInteractive) {
    if (count < bounds.min || count > bounds.max)
      throw new AppError('AUDIENCE_OUT_OF_BOUNDS', {count, ...bounds, name, confirm})
    return
  }
  if (!screen.isInteractive) throw new AppError('CONFIRM_NEEDED', {name, count, confirm})
  const answer = await ask({
    message: screen.t('sending.confirm', {
      count: left,
      relay: `${settings.relay.host}:${settings.relay.port}`,
      from: settings.sender.from.address,
      name,
    }),
    output: process.stderr,
  })
  if (isCancel(answer)) throw new AppError('INTERRUPTED_UNCHANGED', {command: `todoke send run ${name}`})
  if (answer.trim() !== name) throw new AppError('CONFIRM_WRONG', {given: answer, name, count, confirm})
}

/** A settlement cannot be taken back: asked on a terminal, --yes elsewhere. Throws FLAG_MISSING, INTERRUPTED_UNCHANGED. */
export async function confirmSettle(
  name: string,
  count: number,
  assume: 'sent' | 'unsent',
  screen: Screen,
): Promise<void> {
  const command = `send settle ${name} --assume ${assume}`
  if (!screen.isInteractive)
    throw new AppError('FLAG_MISSING', {flag: '--yes', usage: `${command} --yes`, command: 'send settle'})
  const answer = await askYesNo({
    message: screen.t(assume === 'sent' ? 'sending.settle-sent' : 'sending.settle-unsent', {count, name}),
    active: screen.t('ask.yes'),
    inactive: screen.t('ask.no'),
    initialValue: false,
    output: process.stderr,
  })
  if (answer !== true) throw new AppError('INTERRUPTED_UNCHANGED', {command: `todoke ${command}`})
}
