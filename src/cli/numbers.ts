/** Numbers, durations and dates as people read them, by language. */
import type {Lang} from '../i18n/text.ts'

export {grouped as number} from '../i18n/text.ts'

/** 0:07, 12:05, 1:02:03. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`
}

export function bytes(size: number, lang: Lang): string {
  const [value, unit] =
    size >= 1e9 ? [size / 1e9, 'GB'] : size >= 1e6 ? [size / 1e6, 'MB'] : size >= 1e3 ? [size / 1e3, 'KB'] : [size, 'B']
  return `${value.toLocaleString(lang === 'ja' ? 'ja-JP' : 'en-US', {maximumFractionDigits: value < 10 ? 1 : 0})} ${unit}`
}

/** 2026-11-23 09:00, in the machine's zone. */
export function moment(ms: number): string {
  const date = new Date(ms)
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())} ${pad(date.getHours())}:${pad(date.getMinutes())}`
}
