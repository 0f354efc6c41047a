/** What `todoke` alone shows: what it is, and the commands in the order of the work. */
import type {Interfaces} from '@oclif/core'
import type {MessageKey} from '../i18n/text.ts'
import type {Screen} from './screen.ts'
import {table, wrap} from './table.ts'

/** Every command stands in exactly one part; a test holds that. */
export const PARTS = {
  start: ['demo', 'init', 'serve'],
  week: ['list import', 'suppression merge', 'send plan', 'send run'],
  check: ['audit', 'lint', 'doctor', 'preview', 'template convert', 'laws', 'laws show', 'rules', 'rules explain'],
  after: ['report', 'send status', 'send settle'],
  proof: [
    'consent show',
    'consent import',
    'consent wording add',
    'consent wording list',
    'consent declare',
    'consent request',
    'consent purge',
    'contact show',
    'contact erase',
    'contact proof',
  ],
  more: [
    'key dkim create',
    'key dkim show',
    'key opt-out list',
    'key opt-out rotate',
    'key opt-out revoke',
    'key serve export',
    'key api create',
    'key api list',
    'key api revoke',
    'list show',
    'list export',
    'list undo',
    'suppression check',
    'suppression add',
    'suppression remove',
    'suppression export',
    'suppression show',
    'suppression read-mail',
    'suppression pull',
    'help',
    'autocomplete',
  ],
} as const satisfies Record<string, readonly string[]>

export function showFirstScreen(topics: readonly Interfaces.Topic[], screen: Screen): void {
  const {t, paint} = screen
  screen.out(wrap(t('help.what'), screen.width))
  screen.out()
  screen.out(`  $ todoke COMMAND ${t('help.flags')}`)
  for (const [part, commands] of Object.entries(PARTS)) {
    const isOrdered = part === 'week'
    showPart(
      t(`help.part.${part}` as MessageKey),
      commands.map((command, i) => [
        `${isOrdered ? `${i + 1} ` : ''}${command}`,
        t(`help.step.${command}` as MessageKey),
      ]),
      screen,
    )
  }
  showPart(
    t('help.part.topics'),
    // A topic within a topic is told by its commands; a command of the same name (`serve`) is none.
    topics
      .filter(({name}) => !name.includes(':') && isTopic(name))
      .map((topic) => [topic.name, topic.description ?? '']),
    screen,
  )
  screen.out()
  screen.out(paint.dim(wrap(t('help.foot'), screen.width)))
}

function isTopic(name: string): boolean {
  return Object.values(PARTS).some((commands) => commands.some((command) => command.startsWith(`${name} `)))
}

const NAME_CELLS = 20

function showPart(heading: string, rows: readonly (readonly [string, string])[], screen: Screen): void {
  screen.out()
  screen.out(screen.paint.bold(heading))
  const lines = rows.map(([name, words]) => [screen.paint.cyan(name.padEnd(NAME_CELLS)), words])
  screen.out(table(lines))
}
