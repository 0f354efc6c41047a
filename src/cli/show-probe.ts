/** A probe of the opt-out address on the screen, check by check. */
import type {ProbeCheck, ProbeReport} from '../core/reports/probe-report.ts'
import type {Lang} from '../i18n/text.ts'
import {text} from '../i18n/text.ts'
import type {Screen} from './screen.ts'
import {plain, wrap} from './table.ts'

export function showProbe({url, checks, errors, warnings, open}: ProbeReport, screen: Screen): void {
  const {t, lang, paint, width} = screen
  screen.out(paint.bold(t('probe.title', {url: plain(url)})))
  const marks = {ok: paint.green('✔'), warning: paint.yellow('▲'), error: paint.red('✖'), open: paint.dim('●')}
  for (const check of checks) {
    screen.out(`  ${marks[check.level]} ${wrap(checkWords(check, lang), width, 4).trimStart()}`)
    const fix = check.level === 'ok' ? '' : text(lang, `${check.key as FixedKey}.fix`)
    if (fix !== '') screen.out(paint.dim(wrap(`→ ${fix}`, width, 4)))
  }
  screen.out()
  screen.out(wrap(t('probe.summary', {errors, warnings, open}), width))
}

type FixedKey = Exclude<
  ProbeCheck['key'],
  'probe.tls' | 'probe.looking' | 'probe.post' | 'probe.life' | 'probe.life-undated'
>

export function checkWords({key, values}: ProbeCheck, lang: Lang): string {
  return text(lang, key, values)
}

export function probeAsJson({checks, ...report}: ProbeReport, lang: Lang) {
  return {
    ...report,
    checks: checks.map((check) => ({
      ...check,
      message: checkWords(check, lang),
      fix: check.level === 'ok' ? '' : text(lang, `${check.key as FixedKey}.fix`),
    })),
  }
}
