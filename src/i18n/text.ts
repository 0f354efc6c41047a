/**
 * Turns a message key and its values into words. English and Japanese have the same keys (the types hold that);
 * `{name}` takes a value, `{count:row|rows}` takes the singular or plural word for a number.
 */
import type {MessageKey} from './catalogues.ts'
import {CATALOGUES} from './catalogues.ts'

export type {MessageKey} from './catalogues.ts'
export type Lang = 'ja' | 'en'
export type MessageValues = Readonly<Record<string, string | number>>

const SLOT = /\{(\w+)(?::([^|{}]*)\|([^{}]*))?\}/g

/** Numbers are grouped by locale (12,345). A missing value shows as {name}, which a test over all keys forbids. */
export function text(lang: Lang, key: MessageKey, values: MessageValues = {}): string {
  const words: string = CATALOGUES[lang]()[key] ?? key
  return words.replace(SLOT, (slot, name: string, one?: string, many?: string) => {
    const value = values[name]
    if (value === undefined) return slot
    if (one !== undefined) return Number(value) === 1 ? one : (many ?? one)
    return typeof value === 'number' ? grouped(value, lang) : value
  })
}

/** 12,345. A small whole number needs no table of locales, which takes long to load. */
export function grouped(value: number, lang: Lang): string {
  const isPlain = Number.isInteger(value) && value >= 0 && value < 1000
  return isPlain ? String(value) : value.toLocaleString(lang === 'ja' ? 'ja-JP' : 'en-US')
}

/** The keys that begin like that, in the order of the texts. */
export function keysUnder(beginning: string): readonly MessageKey[] {
  return (Object.keys(CATALOGUES.en()) as MessageKey[]).filter((key) => key.startsWith(beginning))
}

export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(CATALOGUES.en(), key)
}
