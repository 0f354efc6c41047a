import {expect, it} from 'vitest'
import {inlinePictures} from '../../../src/core/templates/inline-pictures.ts'

const picture = (cid: string | null) => ({cid, type: 'image/png', content: Buffer.from('png')})

it('puts each picture where its cid stands, and leaves all else alone', () => {
  const html = `<img src="cid:a@x"><td background='cid:a@x'><img src="cid:b"> a cid: alone <a href="https://x/cid:a@xy">`
  const data = 'data:image/png;base64,cG5n'
  expect(inlinePictures(html, [picture('a@x'), picture(null)])).toBe(
    `<img src="${data}"><td background='${data}'><img src="cid:b"> a cid: alone <a href="https://x/cid:a@xy">`,
  )
})
