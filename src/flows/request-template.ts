/** Our own template for the mail that asks for consent, in the shape of one that was read from files. */
import {REQUEST_WORDS, requestBodies} from '../core/templates/request-words.ts'
import type {TemplateFiles, TemplateSource} from '../ports/templates.ts'

/** What stands for it in plans and findings. */
export const BUILT_IN = 'consent-request'

/** Template files of which one is ours; others are read as ever. */
export function withRequestTemplate(files: TemplateFiles, language: 'ja' | 'en'): TemplateFiles {
  return {read: (path) => (path === BUILT_IN ? Promise.resolve(ownTemplate(language)) : files.read(path))}
}

function ownTemplate(language: 'ja' | 'en'): TemplateSource {
  const {html, text} = requestBodies(language)
  const file = (kind: string) => `${BUILT_IN}/body.${kind}`
  return {
    ...{name: BUILT_IN, path: BUILT_IN, isFolder: true, mailClass: 'consent-request', languages: [language]},
    ...{subject: REQUEST_WORDS[language].subject, subjectAt: {file: `${BUILT_IN}/template.yaml`, line: 1, column: 1}},
    html: {file: file('html'), source: html},
    text: {file: file('txt'), source: text},
    ...{preheader: null, preheaderAt: null, from: null, replyTo: null, topic: null, purpose: null},
    ...{charset: 'utf-8', filling: 'strict', raw: [], images: [], attachments: []},
    partials: {html: new Map(), text: new Map()},
  }
}
