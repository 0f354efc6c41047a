/** The text of a form, kept as it was shown: with its hash and the days, so that consents can be traced to it. */

import {wordingHistory, wordingStep} from '../core/consent/wording-history.ts'
import type {Wording} from '../core/consent/wordings.ts'
import {checkName} from '../core/names.ts'
import {dayOrMoment} from '../core/zoned-moment.ts'
import {AppError} from '../errors.ts'
import type {StoredWording} from '../ports/consent-store.ts'
import type {Store} from '../ports/store.ts'
import type {Clock} from '../ports/system.ts'

export interface KeepWordingAsk {
  readonly file: string
  readonly name: string
  /** First moment it was shown, UTC milliseconds; null = not said. */
  readonly from: number | null
  /** First moment it was not shown any more; null = still shown. */
  readonly until: number | null
  readonly language: string | null
  /** First moment of today where the audience is. */
  readonly today: number
  /** Its zone, minutes east of UTC. */
  readonly offsetMinutes: number
}

export interface KeptWording {
  readonly wording: Wording
  /** False when it stood there already: nothing was changed. */
  readonly isNew: boolean
  /** The version that ends where this one begins; null = none. */
  readonly ended: Wording | null
}

export interface WordingNeeds {
  readonly store: Store
  readonly clock: Clock
  /** The text and its SHA-256, hex. */
  readonly readWording: (file: string) => Promise<{readonly text: string; readonly sha256: string}>
}

/** Throws NAME_INVALID, FILE_*, FLAG_INVALID (an end before the beginning), WORDING_CHANGED, STORE_*. */
export async function keepWording(
  ask: KeepWordingAsk,
  {store, clock, readWording}: WordingNeeds,
): Promise<KeptWording> {
  const {name, language, until} = ask
  checkName(name, '--name')
  const {text, sha256} = await readWording(ask.file)
  const versions = await store.consents.wordingVersions()
  const step = wordingStep(versions, {...ask, sha256}, ask.today)
  if (step.kind === 'known') return {wording: step.wording, isNew: false, ended: null}
  if (step.kind === 'differs') throw changed(ask, step.wording)
  const wording: Wording = {name, sha256, text, language, from: step.from, until}
  if (until !== null && until <= step.from)
    throw new AppError('FLAG_INVALID', {
      ...{
        flag: '--until',
        given: dayOrMoment(until, ask.offsetMinutes),
        expected: `> ${dayOrMoment(step.from, ask.offsetMinutes)}`,
      },
      command: 'consent wording add',
    })
  await store.consents.addWording(wording, clock.now())
  const [shown = wording] = wordingHistory([...versions, wording]).filter(
    (each) => each.from === step.from && each.sha256 === sha256 && each.name === name,
  )
  return {wording: shown, isNew: true, ended: step.ended}
}

/** In order of name and day. */
export async function listWordings({store}: {readonly store: Store}): Promise<readonly StoredWording[]> {
  return store.consents.wordingVersions()
}

function changed({file, name, from, offsetMinutes}: KeepWordingAsk, known: Wording): AppError {
  return new AppError('WORDING_CHANGED', {
    ...{file, name, day: dayOrMoment(known.from, offsetMinutes), hash: known.sha256.slice(0, 8)},
    asked: from === null ? '-' : dayOrMoment(from, offsetMinutes),
  })
}
