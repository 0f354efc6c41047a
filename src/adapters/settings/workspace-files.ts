/** The files of a new workspace as bytes, in the language of the screen, with what the command line said filled in. */
import iconv from 'iconv-lite'
import {stringify} from 'yaml'
import {EXAMPLES} from '../../core/example-values.ts'
import {AppError} from '../../errors.ts'
import type {Lang, MessageKey} from '../../i18n/text.ts'
import {text} from '../../i18n/text.ts'
import type {WorkspaceDraft, WorkspaceFile, WorkspaceValues} from '../../ports/workspace.ts'
import {checkSettings} from './check-settings.ts'
import {settingsJsonSchema} from './json-schema.ts'
import {newsEn} from './news-en.ts'
import {newsJa} from './news-ja.ts'
import type {KeyPath, SettingsProblem} from './problem.ts'
import {pathWords, shownValue} from './problem.ts'
import type {Samples, YamlValues} from './samples.ts'
import {samplesEn} from './samples-en.ts'
import {samplesJa} from './samples-ja.ts'
import type {SchemaChoice} from './schema.ts'

const SAMPLES: Readonly<Record<Lang, Samples>> = {ja: samplesJa, en: samplesEn}

/** Writes nothing. Throws FLAG_INVALID or LAW_UNKNOWN for what the schema of todoke.yaml does not take. */
export function draftWorkspace(values: WorkspaceValues, choice: SchemaChoice): WorkspaceDraft {
  const samples = SAMPLES[choice.lang]
  const yaml = Buffer.from(samples.settings(yamlValues(values, choice)))
  const {settings, problems, lineOf} = checkSettings(yaml, choice)
  if (settings === null) throw flagError(problems[0]!, values, choice)
  const table = (written: string) => (samples.list.isCp932 ? iconv.encode(written, 'cp932') : Buffer.from(written))
  const files: WorkspaceFile[] = [
    file('.gitignore', 'gitignore', '.todoke/\nlists/\n'),
    file('.todoke/todoke.schema.json', 'state', settingsJsonSchema(choice), true),
    file('lists/optouts.csv', 'optouts', table(samples.optOuts), true),
    file(`lists/${samples.list.name}`, 'list', table(samples.list.text), true),
    ...Object.entries({'news-en': newsEn, 'news-ja': newsJa}).flatMap(([name, mail]) => [
      file(`templates/${name}/body.html`, 'template', mail.html),
      file(`templates/${name}/body.txt`, 'template', mail.text),
      file(`templates/${name}/template.yaml`, 'template', mail.settings),
    ]),
    file('todoke.yaml', 'settings', yaml),
  ]
  return {files, settings, lineOf: (path) => lineOf(path.split('.'))}
}

function file(
  path: string,
  kind: WorkspaceFile['kind'],
  content: string | Uint8Array,
  isPrivate = false,
): WorkspaceFile {
  return {path, kind, bytes: typeof content === 'string' ? Buffer.from(content) : content, isPrivate}
}

function yamlValues(values: WorkspaceValues, {lang}: SchemaChoice): YamlValues {
  const examples = EXAMPLES[lang]
  const from = values.from === undefined ? null : splitFrom(values.from)
  const tls = values.relayTls ?? (values.relayPort === 465 ? 'implicit' : 'starttls')
  const login = [
    values.relayUser === undefined ? '  # user: todoke' : `  user: ${asYaml(values.relayUser)}`,
    values.relayPasswordFile === undefined
      ? '  # passwordFile: .todoke/keys/relay-password'
      : `  passwordFile: ${asYaml(values.relayPasswordFile)}`,
  ]
  return {
    senderName: asYaml(values.senderName ?? examples.senderName),
    senderAddress: asYaml(values.senderAddress ?? examples.senderAddress),
    senderContact: asYaml(values.senderContact ?? examples.senderContact),
    fromName: asYaml(from === null ? examples.fromName : (from.name ?? values.senderName ?? examples.fromName)),
    fromAddress: asYaml(from?.address ?? examples.fromAddress),
    optOutUrl: asYaml(values.optOutUrl ?? examples.optOutUrl),
    optOutMailto: asYaml(values.optOutMailto ?? examples.optOutMailto),
    relayHost: asYaml(values.relayHost ?? examples.relayHost),
    relayPort: String(values.relayPort ?? (tls === 'implicit' ? 465 : tls === 'none' ? 25 : 587)),
    relayTls: asYaml(tls),
    relayLogin: login.join('\n'),
    laws: `[${(values.laws ?? ['jp']).map(asYaml).join(', ')}]`,
    audienceCountry: 'JP',
  }
}

/** One line of YAML, quoted where it must be. */
function asYaml(value: string): string {
  const plain = stringify(value, {lineWidth: 0, blockQuote: false}).trimEnd()
  return plain.includes('\n') || /[[\]{},]/.test(plain) ? JSON.stringify(value) : plain
}

/** `Sample News <news@example.com>` or an address alone. */
function splitFrom(given: string): {name: string | null; address: string} {
  const named = /^(.*\S)\s*<([^<>]*)>$/.exec(given.trim())
  if (named === null) return {name: null, address: given.trim()}
  return {name: named[1]!.replace(/^"(.*)"$/, '$1'), address: named[2]!.trim()}
}

const FLAGS: Readonly<Record<string, {flag: string; value: keyof WorkspaceValues}>> = {
  'sender.name': {flag: '--sender-name', value: 'senderName'},
  'sender.address': {flag: '--sender-address', value: 'senderAddress'},
  'sender.contact': {flag: '--sender-contact', value: 'senderContact'},
  'sender.from.name': {flag: '--from', value: 'from'},
  'sender.from.address': {flag: '--from', value: 'from'},
  'optOut.url': {flag: '--opt-out-url', value: 'optOutUrl'},
  'optOut.mailto': {flag: '--opt-out-mailto', value: 'optOutMailto'},
  'relay.host': {flag: '--relay-host', value: 'relayHost'},
  'relay.port': {flag: '--relay-port', value: 'relayPort'},
  'relay.tls': {flag: '--relay-tls', value: 'relayTls'},
  'relay.user': {flag: '--relay-user', value: 'relayUser'},
  'relay.passwordFile': {flag: '--relay-password-file', value: 'relayPasswordFile'},
}

/** Mistakes between two keys, said for the flag that was given. */
const EXPECTED_OF_FLAGS: Readonly<Partial<Record<MessageKey, MessageKey>>> = {
  'settings.problem.tls-none': 'settings.expect.tls-safe',
  'settings.problem.user-alone': 'settings.expect.with-password',
  'settings.problem.password-alone': 'settings.expect.with-user',
}

function flagError(problem: SettingsProblem, values: WorkspaceValues, {laws, lang}: SchemaChoice): AppError {
  if (problem.path[0] === 'laws')
    return new AppError('LAW_UNKNOWN', {law: lawAt(problem.path, values), known: laws.join(', ')})
  const {flag, value} = FLAGS[pathWords(problem.path)] ?? {flag: pathWords(problem.path), value: undefined}
  return new AppError('FLAG_INVALID', {
    flag,
    given: value === undefined ? '' : shownValue(String(values[value] ?? '')),
    expected: String(
      problem.values.expected ?? text(lang, EXPECTED_OF_FLAGS[problem.key] ?? problem.key, problem.values),
    ),
    command: 'init',
  })
}

function lawAt([, index]: KeyPath, values: WorkspaceValues): string {
  return shownValue(values.laws?.[Number(index ?? 0)] ?? '')
}
