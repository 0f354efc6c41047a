import {describe, expect, it} from 'vitest'
import {startAddressJudge} from '../../../src/core/contacts/address-judge.ts'
import {placeLabel} from '../../../src/core/contacts/audited-contact.ts'

/** Labels are line numbers from 2 on. */
function patternsIn(addresses: Iterable<string>) {
  const judge = startAddressJudge()
  let line = 1
  for (const key of addresses) {
    line += 1
    const at = line
    judge.see({key, domain: key.slice(key.lastIndexOf('@') + 1)}, () => placeLabel(at))
  }
  return judge.result()
}

/** The same order every time, and none that a list would have. */
function shuffled<T>(all: readonly T[]): T[] {
  const mixed = [...all]
  let seed = 7
  for (let i = mixed.length - 1; i > 0; i -= 1) {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    const j = seed % (i + 1)
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}

const counted = (from: number, to: number, stem = 'info', domain = 'shop.example') =>
  Array.from({length: to - from + 1}, (_, i) => `${stem}${String(from + i).padStart(3, '0')}@${domain}`)
const people = (count: number, domain: string) =>
  Array.from(
    {length: count},
    (_, i) => `${'taro hanako ken yumi aya jun'.split(' ')[i % 6]}.${(i * 7919).toString(36)}x@${domain}`,
  )

describe('addresses counted out', () => {
  it('are seen in order, whatever stands before and after them', () => {
    const [pattern, ...others] = patternsIn([...people(50, 'nic.ad.jp'), ...counted(1, 12), ...people(50, 'nic.ad.jp')])
    expect(pattern).toEqual({
      kind: 'numbers',
      domain: 'shop.example',
      count: 12,
      samples: [placeLabel(61), placeLabel(62), placeLabel(63)],
    })
    expect(others).toEqual([])
  })

  it('are seen shuffled among others', () => {
    const patterns = patternsIn(shuffled([...counted(1, 300), ...people(3000, 'shop.example')]))
    expect(patterns).toHaveLength(1)
    expect(patterns[0]).toMatchObject({kind: 'numbers', domain: 'shop.example'})
    expect(patterns[0]!.count).toBeGreaterThan(270)
    expect(patterns[0]!.samples).toHaveLength(3)
  })

  it('are seen when they are more than the marks for one stem', () => {
    const domain = 'shop.example'
    const many = Array.from({length: 9000}, (_, i) => `m${1000 + i}@${domain}`)
    expect(patternsIn(shuffled(many))).toMatchObject([{kind: 'numbers', domain}])
  })

  it('are seen at a provider only when nearly every number is there', () => {
    expect(patternsIn(counted(1, 40, 'yamada', 'gmail.com'))).toMatchObject([{kind: 'numbers', count: 40}])
    expect(patternsIn(shuffled(counted(0, 999, 'test', 'gmail.com')))).toMatchObject([{kind: 'numbers'}])
    const some = shuffled(counted(0, 999, 'yamada', 'gmail.com')).slice(0, 600)
    expect(patternsIn(some)).toEqual([])
  })

  it('do not include the few that every list has', () => {
    expect(patternsIn(counted(1, 9))).toEqual([])
    expect(patternsIn(shuffled([1, 5, 80, 85, 90, 123, 200, 777].map((n) => `taro${n}@nic.ad.jp`)))).toEqual([])
    const years = Array.from({length: 5000}, (_, i) => `${people(1, '')[0]}${i}y${1950 + (i % 60)}@gmail.com`)
    expect(patternsIn(years)).toEqual([])
  })

  it('are told apart from one address repeated', () => {
    expect(patternsIn(Array.from({length: 5000}, () => 'info7@shop.example'))).toEqual([])
    expect(patternsIn(Array.from({length: 5000}, (_, i) => `info${100 + (i % 9)}@shop.example`))).toEqual([])
  })
})

describe('addresses spelt out', () => {
  const word = (n: number) =>
    [n / 676, n / 26, n].map((part) => String.fromCharCode(97 + (Math.floor(part) % 26))).join('')

  it('are seen letter by letter, over the end of the alphabet too', () => {
    const addresses = Array.from({length: 60}, (_, i) => `${word(i)}@shop.example`)
    expect(patternsIn(addresses)).toMatchObject([
      {kind: 'letters', domain: 'shop.example', count: 60, samples: [placeLabel(11), placeLabel(12), placeLabel(13)]},
    ])
  })

  it('at a provider take a whole alphabet', () => {
    const addresses = Array.from({length: 60}, (_, i) => `x${word(i)}@gmail.com`)
    expect(patternsIn(addresses.slice(0, 25))).toEqual([])
    expect(patternsIn(addresses)).toMatchObject([{kind: 'letters', count: 60}])
  })

  it('are not names in the order of the alphabet', () => {
    const names = 'abe aoki endo goto hara ito kato kimura mori ono saito sato ueda wada'.split(' ')
    expect(patternsIn(names.map((name) => `${name}@shop.example`))).toEqual([])
  })
})

describe('functions tried out at one domain', () => {
  const words = 'info sales admin support contact office mail billing hr press jobs help legal'.split(' ')

  it('are seen from twelve on', () => {
    expect(patternsIn(words.map((word) => `${word}@shop.example`))).toEqual([
      {kind: 'functions', domain: 'shop.example', count: 13, samples: [placeLabel(2), placeLabel(3), placeLabel(4)]},
    ])
  })

  it('are not those that a firm has', () => {
    expect(patternsIn(words.slice(0, 8).map((word) => `${word}@shop.example`))).toEqual([])
    expect(patternsIn(words.map((word, i) => `${word}@shop${i}.example`))).toEqual([])
    expect(patternsIn(Array.from({length: 50}, () => 'info@shop.example'))).toEqual([])
  })
})

it('names fifty patterns at most, the largest first', () => {
  const patterns = patternsIn(Array.from({length: 80}, (_, i) => counted(1, 10 + i, 'info', `shop${i}.example`)).flat())
  expect(patterns).toHaveLength(50)
  expect(patterns[0]).toMatchObject({domain: 'shop79.example', count: 89})
})

it('stays within its memory however many stems there are', () => {
  const judge = startAddressJudge()
  for (let i = 0; i < 150_000; i += 1)
    for (let n = 0; n < 6; n += 1)
      judge.see({key: `p${i.toString(36)}z${n * 3}@nic.ad.jp`, domain: 'nic.ad.jp'}, () => placeLabel(1))
  for (const key of counted(1, 500)) judge.see({key, domain: 'shop.example'}, () => placeLabel(2))
  expect(judge.result()).toMatchObject([{domain: 'shop.example'}])
})
