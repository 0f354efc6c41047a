/**
 * The findings of a lint as JUnit XML (a suite for each template, a case for each finding, one that passes where there
 * is none) and as Checkstyle XML, as CI servers read them. What is known or set aside is left out of both.
 */

import type {Markup} from '../../core/markup.ts'
import {markup} from '../../core/markup.ts'
import type {LintFinding, LintReport} from '../../core/reports/lint-report.ts'
import {countsIn} from '../../core/reports/lint-report.ts'
import type {Lang} from '../../i18n/text.ts'
import {messageOf, wordsOf} from './finding-words.ts'
import {lintPlace} from './lint-place.ts'

const PROLOGUE = '<?xml version="1.0" encoding="UTF-8"?>\n'

/** Errors and warnings are failures, notes are not. */
export function lintJunit({templates, version}: LintReport, lang: Lang): string {
  const suites = templates.map(({path, findings}) => {
    const counted = findings.filter(countsIn)
    const cases =
      counted.length === 0
        ? [markup`    <testcase classname="${xml(path)}" name="todoke lint"/>\n`]
        : counted.map((finding) => caseOf(finding, path, lang))
    const failures = counted.filter(({severity}) => severity !== 'info').length
    return markup`  <testsuite name="${xml(path)}" tests="${cases.length}" failures="${failures}">\n${cases}  </testsuite>\n`
  })
  return `${PROLOGUE}${markup`<testsuites name="todoke ${version}">\n${suites}</testsuites>\n`.source}`
}

function caseOf(finding: LintFinding, path: string, lang: Lang): Markup {
  const {where, severity, duty} = finding
  const place = where.kind === 'template' ? `${where.file}:${where.line}:${where.column}` : where.of
  const message = messageOf(finding, lang)
  const words = xml([place, ...wordsOf(finding, lang)].join('\n'))
  const start = markup`    <testcase classname="${xml(path)}" name="${xml(`${duty} ${place}`)}">`
  if (severity === 'info') return markup`${start}<system-out>${words}</system-out></testcase>\n`
  return markup`${start}<failure type="${severity}" message="${xml(message)}">${words}</failure></testcase>\n`
}

/** By file: a template may have several. */
export function lintCheckstyle({templates}: LintReport, lang: Lang): string {
  const files = new Map<string, LintFinding[]>()
  for (const {path, findings} of templates) {
    if (!files.has(path)) files.set(path, [])
    for (const finding of findings.filter(countsIn)) {
      const {file} = lintPlace(finding)
      const own = files.get(file)
      if (own === undefined) files.set(file, [finding])
      else own.push(finding)
    }
  }
  const parts = [...files].map(
    ([file, findings]) =>
      markup`  <file name="${xml(file)}">\n${findings.map((finding) => errorOf(finding, lang))}  </file>\n`,
  )
  return `${PROLOGUE}${markup`<checkstyle version="4.3">\n${parts}</checkstyle>\n`.source}`
}

function errorOf(finding: LintFinding, lang: Lang): Markup {
  const {severity, duty} = finding
  const {line, column} = lintPlace(finding)
  const words = wordsOf(finding, lang).join(' → ')
  return markup`    <error line="${line}" column="${column}" severity="${severity}" message="${xml(words)}" source="todoke.${duty}"/>\n`
}

/** Without what XML 1.0 cannot hold (section 2.2), also as a reference. */
function xml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
}
