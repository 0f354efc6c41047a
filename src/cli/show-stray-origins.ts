/** The warning of origins declared for lists that are not there, beside the result. */
import {strayOrigins} from '../core/laws/stray-origins.ts'
import type {Settings} from '../core/settings.ts'
import type {Store} from '../ports/store.ts'
import type {Screen} from './screen.ts'
import {wrap} from './table.ts'

export async function showStrayOrigins(
  {listOrigins}: Pick<Settings, 'listOrigins'>,
  {lists}: Pick<Store, 'lists'>,
  screen: Screen,
): Promise<void> {
  if (Object.keys(listOrigins).length === 0) return
  for (const {name, near} of strayOrigins(listOrigins, await lists.names())) {
    const words = screen.t('settings.origin-stray', {name})
    const guess = near === null ? '' : ` ${screen.t('help.guess', {name: near})}`
    screen.note(screen.paintErr.yellow(wrap(`▲ ${words}${guess}`, screen.width, 2)))
  }
}
