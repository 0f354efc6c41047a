// Writes the command tables of README.md and README.ja.md between their markers, from the manifest and the help texts, and
// the documentation of the rules.
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath, pathToFileURL} from 'node:url'
import {RULE_PAGES, rulePage} from './rules.js'

const BEGIN = '<!-- commands -->'
const END = '<!-- /commands -->'
const HEADS = {en: ['command', 'what it does'], ja: ['コマンド', '内容']}

/** root: the project's folder, with dist/ and the manifest built. Returns the text with the table as it should be. */
export async function withCommandTable(root, text, lang) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href)
  const {commandsJa} = await load('i18n/help-ja.js')
  const {usageOf, wordsOf} = await load('cli/usage.js')
  const {PARTS} = await load('cli/first-screen.js')
  const {commands} = JSON.parse(readFileSync(join(root, 'oclif.manifest.json'), 'utf8'))
  const order = Object.values(PARTS).flat()
  const known = Object.values(commands).sort((a, b) => order.indexOf(wordsOf(a.id)) - order.indexOf(wordsOf(b.id)))
  const rows = known.map((command) => {
    const summary = lang === 'ja' ? commandsJa[wordsOf(command.id)].summary : command.summary
    return [`\`todoke ${usageOf(command)}\``, summary].map((cell) => cell.replaceAll('|', '\\|'))
  })
  const table = [HEADS[lang], ['---', '---'], ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')
  const [before, rest] = text.split(BEGIN)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`no ${BEGIN} … ${END}`)
  return `${before}${BEGIN}\n${table}\n${END}${after}`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..')
  for (const [file, lang] of Object.entries({'README.md': 'en', 'README.ja.md': 'ja'})) {
    const path = join(root, file)
    writeFileSync(path, await withCommandTable(root, readFileSync(path, 'utf8'), lang))
  }
  for (const [lang, file] of Object.entries(RULE_PAGES)) {
    mkdirSync(dirname(join(root, file)), {recursive: true})
    writeFileSync(join(root, file), await rulePage(root, lang))
  }
}
