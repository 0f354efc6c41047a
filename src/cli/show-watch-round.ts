/** The head of a round of a watch: when, and what changed; nothing before it is cleared away. */
import type {WatchRound} from '../flows/watch-templates.ts'
import type {Screen} from './screen.ts'
import {describeError} from './show-error.ts'
import {plain, wrap} from './table.ts'

export function showWatchRound({changed, error}: WatchRound, isFirst: boolean, screen: Screen): void {
  const {note, t, width, paintErr} = screen
  if (!isFirst) {
    const time = new Date().toLocaleTimeString('en-GB')
    const paths = changed.map(plain).join(', ')
    note()
    note(paintErr.bold(wrap(t('watch.changed', {time, paths}), width)))
  }
  if (error !== null) note(describeError(error, screen).trimEnd())
}
