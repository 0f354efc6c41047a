import {describe, expect, it} from 'vitest'
import {startSample} from '../../../src/core/sending/sample.ts'
import {publicIdOf} from '../../support/mail-cases.ts'

function draw(sendId: string, size: number, count: number): readonly number[] {
  const sample = startSample<number>(sendId, size)
  for (let i = 0; i < count; i += 1) sample.add(i, publicIdOf(i))
  return sample.result()
}

describe('a sample', () => {
  it('draws so many, in order, each once, and all where there are fewer', () => {
    const drawn = draw('AQIDBAUGBwg', 20, 5000)
    expect(drawn).toHaveLength(20)
    expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b))
    expect(draw('AQIDBAUGBwg', 20, 7)).toEqual([0, 1, 2, 3, 4, 5, 6])
  })

  it('repeats itself for one send and differs for another', () => {
    expect(draw('AQIDBAUGBwg', 20, 5000)).toEqual(draw('AQIDBAUGBwg', 20, 5000))
    expect(draw('AQIDBAUGBwg', 20, 5000)).not.toEqual(draw('CAcGBQQDAgE', 20, 5000))
  })

  it('draws from the whole range: each tenth of it gets its share', () => {
    const tenths = Array.from({length: 10}, () => 0)
    for (const i of draw('AQIDBAUGBwg', 1000, 10_000)) tenths[Math.floor(i / 1000)]! += 1
    for (const share of tenths) expect(Math.abs(share - 100)).toBeLessThan(50)
  })
})
