/** What `init` made, as a tree; then what is still an example, and the commands that come next. */
import type {MessageKey} from '../i18n/text.ts'
import type {MadeWorkspace} from '../ports/workspace.ts'
import type {Screen} from './screen.ts'
import {table} from './table.ts'
import {textWidth} from './text-width.ts'

/** given: the folder as the user named it. */
export function showInit(made: MadeWorkspace, given: string, screen: Screen): void {
  const {paint} = screen
  screen.out(`${paint.green('✔')} ${screen.t('init.made', {folder: paint.bold(given === '.' ? made.folder : given)})}`)
  screen.out()
  for (const line of treeOf(made, screen)) screen.out(line)

  const file = given === '.' ? 'todoke.yaml' : `${given.replace(/\/$/, '')}/todoke.yaml`
  screen.out()
  if (made.examplesLeft.length === 0) screen.out(screen.t('init.edit.none', {file}))
  else {
    screen.out(paint.yellow(screen.t('init.edit', {file})))
    screen.out(table(made.examplesLeft.map(({key, line}) => [`${file}:${line}`, paint.bold(key)])))
  }

  screen.out()
  screen.out(screen.t('init.next'))
  if (given !== '.') screen.out(`  ${paint.cyan(`cd ${quoted(given)}`)}`)
  for (const [command, why] of stepsOf(screen)) screen.out(`  ${paint.dim(`# ${why}`)}\n  ${paint.cyan(command)}`)
}

function stepsOf(screen: Screen): [string, string][] {
  const mail = screen.lang === 'ja' ? 'news-ja' : 'news-en'
  return [
    [`todoke lint templates/${mail}`, screen.t('init.next.lint')],
    ['todoke list import lists/sample.csv --list news', screen.t('init.next.import')],
    ['todoke suppression merge lists/optouts.csv', screen.t('init.next.merge')],
    [`todoke preview templates/${mail} --list news`, screen.t('init.next.preview')],
    [`todoke send plan may --template templates/${mail} --list news`, screen.t('init.next.plan')],
    ['todoke send run may', screen.t('init.next.run')],
  ]
}

interface Branch {
  readonly name: string
  readonly note: MessageKey | null
  readonly children: Branch[]
}

function treeOf(made: MadeWorkspace, screen: Screen): string[] {
  const root: Branch = {name: '', note: null, children: []}
  for (const {path, kind} of made.files) {
    const parts = path.split('/')
    // The three files of a mail, and what lies in .todoke, are one thing to the reader.
    const shown = kind === 'template' ? parts.slice(0, 2) : kind === 'state' ? parts.slice(0, 1) : parts
    plant(root, shown, `init.file.${kind}`, shown.length < parts.length)
  }
  const rows = branchRows(root.children, '')
  const width = Math.max(...rows.map(({words}) => textWidth(words)))
  return rows.map(({words, note}) => {
    const gap = ' '.repeat(width - textWidth(words) + 2)
    return note === null ? `  ${words}` : `  ${words}${gap}${screen.paint.dim(screen.t(note))}`
  })
}

function plant(parent: Branch, [name, ...rest]: readonly string[], note: MessageKey, isFolder: boolean): void {
  if (name === undefined) return
  const isLast = rest.length === 0
  const label = isLast && !isFolder ? name : `${name}/`
  let branch = parent.children.find((child) => child.name === label)
  if (branch === undefined) {
    branch = {name: label, note: isLast ? note : null, children: []}
    parent.children.push(branch)
  }
  plant(branch, rest, note, isFolder)
}

function branchRows(branches: readonly Branch[], indent: string): {words: string; note: MessageKey | null}[] {
  return branches.flatMap(({name, note, children}, index) => {
    const isLast = index === branches.length - 1
    const own = {words: `${indent}${isLast ? '└─ ' : '├─ '}${name}`, note}
    return [own, ...branchRows(children, `${indent}${isLast ? '   ' : '│  '}`)]
  })
}

function quoted(folder: string): string {
  return /^[\w./~-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`
}
