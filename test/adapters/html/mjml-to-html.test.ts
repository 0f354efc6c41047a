import {spawnSync} from 'node:child_process'
import {readdirSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {describe, expect, it} from 'vitest'
import {mjmlToHtml} from '../../../src/adapters/html/mjml-to-html.ts'
import type {AppError} from '../../../src/errors.ts'
import {needsDist, put, tempFolder} from '../../support/files.ts'

const mail = (inside: string) =>
  `<mjml><mj-body><mj-section><mj-column>${inside}</mj-column></mj-section></mj-body></mjml>`

const html = (source: string) => mjmlToHtml(source, 'a.mjml', 'en')

async function refused(source: string): Promise<readonly string[]> {
  const error = await html(source).catch((thrown: unknown) => thrown)
  expect((error as AppError).code).toBe('TEMPLATE_INVALID')
  return (error as AppError).details
}

describe('MJML', () => {
  it('becomes HTML in which every tag stands as it was written', async () => {
    const tags = ['{{氏名|"A" & <B>}}', "{{^x}}it's{{/x}}", '{{> footer}}', '{{{raw}}}', '{{&raw}}', '{{\n n\n}}']
    const made = await html(
      mail(`<mj-text>${tags.join(' ')}</mj-text><mj-button href="{{unsubscribe_url}}">{{ a }}</mj-button>`),
    )
    for (const tag of [...tags, 'href="{{unsubscribe_url}}"', '{{ a }}']) expect(made).toContain(tag)
    expect(made).toContain('</html>')
    expect(made).not.toMatch(/tagx*\d+z/)
  })

  it('keeps tags between its own in mj-raw, and leaves comments out', async () => {
    const made = await html(
      mail('<mj-raw>{{#rows}}</mj-raw><mj-text>{{.}}</mj-text><mj-raw>{{/rows}}</mj-raw>{{! a note }}'),
    )
    expect(made).toContain('{{#rows}}')
    expect(made.indexOf('{{#rows}}')).toBeLessThan(made.indexOf('{{.}}'))
    expect(made.indexOf('{{.}}')).toBeLessThan(made.indexOf('{{/rows}}'))
    expect(made).not.toContain('a note')
  })

  it('fetches no fonts but those that were asked for', async () => {
    expect(await html(mail('<mj-text>a</mj-text>'))).not.toContain('fonts.googleapis')
  })

  it('that would lose a tag is refused at its place', async () => {
    expect(await refused(mail('\n{{#rows}}<mj-text>{{.}}</mj-text>\n {{/rows}}'))).toEqual([
      'a.mjml:2:1  MJML would drop {{#rows}} here; put it between <mj-raw> and </mj-raw>',
      'a.mjml:3:2  MJML would drop {{/rows}} here; put it between <mj-raw> and </mj-raw>',
    ])
  })

  it.each([
    ['an unknown element', mail('\n<mj-txt>a</mj-txt>'), 'a.mjml:2:1  mj-txt: Element mj-txt doesn'],
    ['an unknown attribute', mail('\n\n<mj-text foo="a">a</mj-text>'), 'a.mjml:3:1  mj-text: Attribute foo is illegal'],
    ['a wrong value', mail('\n<mj-text color="redd">a</mj-text>'), 'a.mjml:2:1  mj-text: Attribute color has invalid'],
    ['a mistake below a long tag', mail('<mj-text>{{\na\n\n}}</mj-text>\n<mj-txt/>'), 'a.mjml:5:1  mj-txt:'],
    ['no mjml', '<p>a</p>', 'a.mjml:1:1  cannot be read as MJML'],
    ['words', 'hello', 'a.mjml:1:1  cannot be read as MJML'],
    ['an open comment', mail('\n <mj-text>a</mj-text><!-- b'), 'a.mjml:2:22  a comment begins here and never ends'],
  ])('with %s is refused at its place', async (_what, source, expected) => {
    expect((await refused(source))[0]!.slice(0, expected.length)).toBe(expected)
  })

  it('runs nothing that a .mjmlconfig beside the mail names', () => {
    needsDist()
    const folder = tempFolder('mjml-config')
    put(folder, '.mjmlconfig', '{"packages": ["./found.js"]}')
    put(folder, 'found.js', "require('node:fs').writeFileSync('ran.txt', ''); module.exports = class {}")
    put(folder, 'a.mjml', mail('<mj-text>a</mj-text>'))
    const bin = fileURLToPath(new URL('../../../bin/run.js', import.meta.url))
    const {stdout} = spawnSync(process.execPath, [bin, 'lint', 'a.mjml', '--lang', 'en'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(stdout).toContain('a.mjml\n')
    expect(readdirSync(folder).sort()).toEqual(['.mjmlconfig', 'a.mjml', 'found.js'])
  })

  it('without its package is asked for, with the way to get it', async () => {
    const none = () => import('mjml-that-nobody-installed' as 'mjml')
    const missing = Object.assign(new Error("Cannot find package 'mjml' imported from x"), {
      code: 'ERR_MODULE_NOT_FOUND',
    })
    await expect(mjmlToHtml('<mjml/>', 'a.mjml', 'en', {load: () => Promise.reject(missing)})).rejects.toMatchObject({
      code: 'MJML_MISSING',
      values: {file: 'a.mjml'},
    })
    // Something else that is missing is not the user's to install.
    await expect(mjmlToHtml('<mjml/>', 'a.mjml', 'en', {load: none})).rejects.not.toMatchObject({code: 'MJML_MISSING'})
  })
})

describe('the language of a mail', () => {
  const BODY = '<mj-body><mj-section><mj-column><mj-text>x {{a}}</mj-text></mj-column></mj-section></mj-body></mjml>'
  const languagesIn = async (source: string, language: string | null) => {
    const made = await mjmlToHtml(source, 'a.mjml', 'en', {language})
    return [...new Set([...made.matchAll(/\blang="([^"]*)"/g)].map(([, tag]) => tag))]
  }

  it.each(['<mjml>', '<!-- <mjml> -->\n<mjml owa="desktop">', '<?xml version="1.0"?><mjml\n>'])(
    'is said in the HTML: %s',
    async (root) => {
      expect(await languagesIn(root + BODY, 'zh-Hant')).toEqual(['zh-Hant'])
    },
  )

  it('stays as the file says it', async () => {
    expect(await languagesIn(`<mjml lang="fr" dir="ltr">${BODY}`, 'ja')).toEqual(['fr'])
  })

  it('leaves the places of what is wrong as they are', async () => {
    const source = '<mjml><mj-head><mj-title>a</mj-title></mj-head><mj-body>{{lost}}</mj-body></mjml>'
    const error = await mjmlToHtml(source, 'a.mjml', 'en', {language: 'ja'}).catch((thrown) => thrown)
    expect(error.details).toEqual([expect.stringMatching(/^a\.mjml:1:57 /)])
  })
})
