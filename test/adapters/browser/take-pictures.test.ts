import {existsSync} from 'node:fs'
import {afterEach, describe, expect, it} from 'vitest'
import {findBrowser} from '../../../src/adapters/browser/find-browser.ts'
import {takePictures} from '../../../src/adapters/browser/take-pictures.ts'
import {CHROMIUM} from '../../support/browser.ts'
import {failure, put, tempFolder} from '../../support/files.ts'

const hasChromium = existsSync(CHROMIUM)
if (!hasChromium) console.warn(`SKIPPED: no pictures of mails are taken, because ${CHROMIUM} is missing`)

const {CHROME_PATH, PATH} = process.env
afterEach(() => {
  if (CHROME_PATH === undefined) delete process.env.CHROME_PATH
  else process.env.CHROME_PATH = CHROME_PATH
  process.env.PATH = PATH
})

const page = (body: string) =>
  `<!doctype html><html><head><meta name="color-scheme" content="light dark"><style>
  body { margin: 0; background: white } @media (prefers-color-scheme: dark) { body { background: black } }
  </style></head><body>${body}</body></html>`

/** Width and height stand in the head of a PNG. */
function sizeOf(png: Uint8Array): readonly [number, number] {
  const bytes = Buffer.from(png)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe.skipIf(!hasChromium)('pictures of a mail', () => {
  it('are as wide as asked and as high as the mail, and dark differs where the mail says so', async () => {
    process.env.CHROME_PATH = CHROMIUM
    const pictures = await takePictures(page('<div style="height:1234px">こんにちは</div>'))
    expect(pictures.map(({width, scheme}) => `${width} ${scheme}`)).toEqual([
      '600 light',
      '600 dark',
      '375 light',
      '375 dark',
    ])
    for (const {png, width, overflow, blocked} of pictures) {
      expect(sizeOf(png)).toEqual([width, 1234])
      expect([overflow, blocked]).toEqual([0, 0])
    }
    expect(Buffer.compare(pictures[0]!.png, pictures[1]!.png)).not.toBe(0)
  })

  it('tell how far a mail is too wide, and show what is seen before scrolling', async () => {
    process.env.CHROME_PATH = CHROMIUM
    const pictures = await takePictures(page('<div style="width:500px;height:300px"></div>'))
    expect(pictures.map(({overflow}) => overflow)).toEqual([0, 0, 125, 125])
    expect(sizeOf(pictures[2]!.png)).toEqual([375, 300])
  })

  it('run no program of the mail and fetch nothing but what it holds', async () => {
    process.env.CHROME_PATH = CHROMIUM
    const dot = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
    const hostile = `<img src="${dot}" style="width:20px;height:400px;display:block">
      <img src="http://127.0.0.1:1/a.png" onerror="document.body.innerHTML=''"><link rel="stylesheet" href="https://example.com/x.css">
      <script>document.body.innerHTML = ''</script><iframe src="file:///etc/passwd"></iframe>
      <meta http-equiv="refresh" content="0;url=http://127.0.0.1:1/gone">`
    const [first] = await takePictures(page(hostile))
    expect(sizeOf(first!.png)[1]).toBeGreaterThanOrEqual(400)
    expect(first!.blocked).toBeGreaterThanOrEqual(2)
  })

  it('are none when the program is no browser', async () => {
    process.env.CHROME_PATH = process.execPath
    expect((await failure(takePictures('x'))).code).toBe('BROWSER_FAILED')
  })
})

describe('the browser of this machine', () => {
  it('is the one the user names, and an error when that is not there', () => {
    process.env.CHROME_PATH = process.execPath
    expect(findBrowser()).toBe(process.execPath)
    process.env.CHROME_PATH = put(tempFolder('browser'), 'text', 'no program')
    expect(findBrowser).toThrow('browser-not-there')
  })

  it('is looked for on PATH first', async () => {
    delete process.env.CHROME_PATH
    const folder = tempFolder('browser')
    const {chmodSync} = await import('node:fs')
    const fake = put(folder, 'google-chrome', '#!/bin/sh\n')
    chmodSync(fake, 0o755)
    process.env.PATH = folder
    expect(findBrowser()).toBe(fake)
  })
})
