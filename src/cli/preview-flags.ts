/** Whose mail a preview shows, and what its pictures may be called, from its flags. */
import {AppError} from '../errors.ts'
import type {PreviewWho} from '../flows/preview-mail.ts'

interface WhoFlags {
  readonly list?: string | undefined
  readonly to?: string | undefined
  readonly row?: number | undefined
  readonly data?: string | undefined
}

/** Without a row, the first. Throws FLAG_MISSING, FLAG_INVALID. */
export function whoOf({list, to, row, data}: WhoFlags): PreviewWho {
  const usage = 'preview TEMPLATE --list LIST --row ROW'
  if (list !== undefined) return {kind: 'contact', list, which: to === undefined ? {row: row ?? 1} : {address: to}}
  if (to !== undefined) throw new AppError('FLAG_MISSING', {flag: '--list', usage, command: 'preview'})
  if (data !== undefined && !(row !== undefined && /\.json$/i.test(data)))
    return {kind: 'file', file: data, row: row ?? null}
  if (row === undefined) return {kind: 'nobody'}
  if (data === undefined) throw new AppError('FLAG_MISSING', {flag: '--list', usage, command: 'preview'})
  throw new AppError('FLAG_INVALID', {
    flag: '--row',
    given: String(row),
    expected: '--list, --data *.csv',
    command: 'preview',
  })
}

/** Endings of files that a picture of ours is none of. */
const OTHER_ENDING = /\.(?:jpe?g|gif|webp|avif|svg|bmp|tiff?|pdf|html?|eml)$/i

/** The pictures are PNG, whatever their name says. Throws FLAG_INVALID. */
export function requirePng(file: string | undefined): void {
  if (file === undefined || !OTHER_ENDING.test(file)) return
  throw new AppError('FLAG_INVALID', {flag: '--png', given: file, expected: '*.png', command: 'preview'})
}
