/** The answer of a lint as other tools read it: SARIF, GitHub's workflow commands, JUnit and Checkstyle XML. */
import {SaxesParser} from 'saxes'
import {describe, expect, it} from 'vitest'
import {lintGithub} from '../../../src/adapters/report/lint-github.ts'
import {lintAsJson} from '../../../src/adapters/report/lint-json.ts'
import {lintSarif} from '../../../src/adapters/report/lint-sarif.ts'
import {lintCheckstyle, lintJunit} from '../../../src/adapters/report/lint-xml.ts'
import {renderLint} from '../../../src/adapters/report/render-lint.ts'
import {makeScreen} from '../../../src/cli/screen.ts'
import {lintAsText} from '../../../src/cli/show-lint.ts'
import {jsonText} from '../../../src/core/json-text.ts'
import {readBaseline} from '../../../src/core/lint/baseline.ts'
import {lintBaselineOf} from '../../../src/flows/lint-templates.ts'
import {put, tempFolder} from '../../support/files.ts'
import {lintPaths} from '../../support/lint.ts'
import {SARIF_LOG} from '../../support/sarif-shape.ts'

const folder = tempFolder('lint-outputs')
const BAD = `<!-- todoke-disable jp/sender-name: on "the" <page> -->
<title>100%: a, b</title><p>こんにちは {{#open}}</p><a href="#x\u0001&amp;<">Unsubscribe</a>
`

const bad = () => lintPaths([put(folder, 'bad, 100%.html', BAD), put(folder, 'fine.txt', fine)])
const fine = `株式会社サンプル 〒150-0002 東京都渋谷区渋谷1-2-3 お問い合わせ 03-1234-5678
配信停止をご希望の方はこちら {{unsubscribe_url}}
`

/** Every element with its attributes, in order; throws where the text is no well-formed XML. */
function elementsOf(xml: string) {
  const elements: {name: string; attributes: Record<string, string>}[] = []
  const parser = new SaxesParser()
  parser.on('opentag', ({name, attributes}) => elements.push({name, attributes: {...attributes}}))
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
  return elements
}

describe('SARIF', () => {
  it.each(['en', 'ja'] as const)('has its shape in %s, with what is waived and known', async (lang) => {
    const report = await bad()
    const baseline = readBaseline(lintBaselineOf(report))
    const again = await lintPaths(
      report.templates.map(({path}) => path),
      {baseline},
    )
    const log = JSON.parse(lintSarif(again, lang, true))
    expect(SARIF_LOG.safeParse(log).error?.issues ?? []).toEqual([])
    const {results, tool} = log.runs[0]
    // Braces would be places to fill, brackets links.
    for (const {message} of results) expect(message.text.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/)
    expect(results.map(({message}: {message: {text: string}}) => message.text).join('')).toContain('{{{{')
    const states = results.map((each: {baselineState: string}) => each.baselineState)
    expect(new Set(states)).toEqual(new Set(['unchanged', 'new']))
    expect(results.filter((each: {suppressions?: object}) => each.suppressions)).toMatchObject([
      {ruleId: 'jp/sender-name', suppressions: [{kind: 'inSource', justification: 'on "the" <page>'}]},
    ])
    for (const {ruleId, ruleIndex, locations} of results) {
      expect(tool.driver.rules[ruleIndex].id).toBe(ruleId)
      expect(locations[0].physicalLocation.artifactLocation.uri).toContain('bad%2C%20100%25.html')
    }
  })
})

describe('GitHub', () => {
  it('shows each finding that counts at its line, on one line of its own, nothing unescaped', async () => {
    const report = await bad()
    const lines = lintGithub(report, 'en').trimEnd().split('\n')
    const counted = report.templates.flatMap(({findings}) => findings).filter(({waived}) => waived === undefined)
    expect(lines).toHaveLength(counted.length)
    expect(lines.join('\n')).not.toContain('jp/sender-name')
    for (const line of lines)
      expect(line).toMatch(
        /^::(error|warning|notice) file=[^,:]*bad%2C 100%25\.html,line=\d+,col=\d+,title=[a-z/-]+::\S/,
      )
    expect(lines.find((line) => line.includes('tpl/syntax'))).toContain(',line=2,')
  })

  it('is silent where nothing is wrong', async () => {
    expect(lintGithub(await lintPaths([put(folder, 'fine.txt', fine)]), 'en')).toBe('')
  })
})

describe('XML', () => {
  it('for JUnit is well-formed, with a case for each finding and one for a template without any', async () => {
    const report = await bad()
    const elements = elementsOf(lintJunit(report, 'ja'))
    const suites = elements.filter(({name}) => name === 'testsuite').map(({attributes}) => attributes)
    const counted = report.templates[0]!.findings.filter(({waived}) => waived === undefined)
    const failing = counted.filter(({severity}) => severity !== 'info').length
    expect(suites).toMatchObject([
      {tests: `${counted.length}`, failures: `${failing}`},
      {tests: '1', failures: '0'},
    ])
    expect(elements.filter(({name}) => name === 'failure')).toHaveLength(failing)
  })

  it('for Checkstyle is well-formed, with line, column and weight', async () => {
    const report = await bad()
    const elements = elementsOf(lintCheckstyle(report, 'en'))
    expect(elements.filter(({name}) => name === 'file')).toHaveLength(2)
    const errors = elements.filter(({name}) => name === 'error').map(({attributes}) => attributes)
    expect(errors.find(({source}) => source === 'todoke.tpl/syntax')).toMatchObject({line: '2', severity: 'error'})
  })
})

describe('control characters of a template', () => {
  const SOURCE =
    '<title>x</title><p>{{na\u001b[31mme\u202e}} *|F\u0085N|* {{#a\u001b]0;b}}</p><a href="\u001b[2J">Unsubscribe</a>'
  const raw = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/

  it('are shown as escapes, never raw, in every output', async () => {
    const report = await lintPaths([put(folder, 'controls.html', SOURCE)])
    const outputs = [
      ...[lintGithub(report, 'en'), lintJunit(report, 'ja'), lintCheckstyle(report, 'en'), renderLint(report, 'ja')],
      lintAsText(report, makeScreen({lang: 'en', isJson: false, isQuiet: false})),
      ...[lintSarif(report, 'en', false), jsonText(lintAsJson(report, 'en'))],
    ]
    for (const output of outputs) expect(raw.exec(output)?.index ?? null).toBe(null)
    expect(outputs[0]).toContain('\\x1b]0;b')
    expect(outputs[3]).toContain('\\x1b]0;b')
    expect(outputs[4]).toContain('\\x1b]0;b')
    expect(JSON.parse(outputs[6]!).templates[0].findings).toEqual(lintAsJson(report, 'en').templates[0]!.findings)
  })
})
