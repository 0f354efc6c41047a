/** Lists of hashed addresses bind wherever an opt-out is looked up. */
import {createHash} from 'node:crypto'
import {describe, expect, it} from 'vitest'
import {openBare} from '../../src/adapters/store/driver.ts'
import {addSuppression, checkSuppression} from '../../src/flows/add-suppression.ts'
import {put} from '../support/files.ts'
import {bench, clock, NOW} from '../support/workspace-store.ts'

const hash = (algorithm: string, text: string) => createHash(algorithm).update(text).digest('hex')

describe('a list of hashes', () => {
  it.each([
    ['MD5 of the address in lower case', hash('md5', 'taro@example.jp'), 'Taro@Example.jp'],
    ['MD5 in capitals', hash('md5', 'taro@example.jp').toUpperCase(), 'taro@example.jp'],
    ['SHA-1 of the address as given', hash('sha1', 'Taro@example.jp'), 'Taro@example.jp'],
    ['SHA-256 of the address in capitals', hash('sha256', 'TARO@EXAMPLE.JP'), 'taro@example.jp'],
    ['SHA-512 of the folded Gmail address', hash('sha512', 'user@gmail.com'), 'U.ser+news@googlemail.com'],
  ])('of %s stops the person', async (_name, line, address) => {
    const place = await bench('hashed')
    const result = await place.merge([put(place.folder, 'partner.txt', `${line}\n`)])
    expect(result).toMatchObject({added: 1, files: [{addressColumn: '#1', unreadable: {}}]})
    expect(await checkSuppression(address, {store: place.store, clock})).toMatchObject([{source: 'partner.txt'}])
    expect(await checkSuppression('other@example.jp', {store: place.store, clock})).toEqual([])
  })

  it('is read from a named column, one of several, under a header or without', async () => {
    const place = await bench('hashed-columns')
    const line = hash('sha256', 'taro@example.jp')
    const other = hash('md5', 'taro@example.jp')
    const both = put(place.folder, 'both.csv', `id,sha256,md5\n1,${line},${other}\n`)
    expect((await place.merge([both])).files[0]!.addressColumn).toBe('sha256')
    expect((await place.merge([both], {column: 'md5'})).files[0]!.addressColumn).toBe('md5')
    const email = put(place.folder, 'email.csv', `email,name\n${line},x\n`)
    expect((await place.merge([email])).files[0]!.addressColumn).toBe('email')
    // Beside addresses they are taken for what else a service exports.
    const beside = put(place.folder, 'beside.csv', `leid,email\n${other},jiro@example.jp\n`)
    expect((await place.merge([beside])).files[0]!.addressColumn).toBe('email')
  })

  it('may name domains beside, and addresses', async () => {
    const place = await bench('hashed-domains')
    await place.merge([put(place.folder, 'p.txt', `${hash('md5', 'a@example.jp')}\n@example.com\nb@example.jp\n`)])
    for (const address of ['a@example.jp', 'x@example.com', 'b@example.jp'])
      expect(await checkSuppression(address, {store: place.store, clock}), address).toHaveLength(1)
  })

  it('binds contacts that are there and those that come later, counts them, and tells of newer consents', async () => {
    const place = await bench('hashed-contacts')
    const list = 'email,consent,consent_at\nTaro@example.jp,yes,2024-06-01\njiro@example.jp,,\n'
    await place.import(put(place.folder, 'list.csv', list))
    const lines = ['taro@example.jp', 'hanako@example.jp'].map((each) => `${hash('sha256', each)},2024-04-01\n`)
    const result = await place.merge([put(place.folder, 'p.csv', `sha256,date\n${lines.join('')}`)])
    expect(result).toMatchObject({added: 2, binding: 1, conflicting: 1})
    const preview = await place.import(put(place.folder, 'more.csv', 'email,opt_out\nhanako@example.jp,yes\n'))
    // Who cannot be mailed already is not stopped by the list.
    expect(JSON.stringify(preview)).toContain('"stopped":0')
    for await (const contacts of place.store.lists.read(1)) {
      const hits = await place.store.suppressions.holdingFor(contacts, 'topic:sale', NOW)
      expect(contacts.filter(({id}) => hits.has(id)).map(({address}) => address)).toEqual([
        'Taro@example.jp',
        'hanako@example.jp',
      ])
      expect((await place.store.suppressions.strongestFor(contacts, NOW)).size).toBe(2)
    }
  })

  it('of one hash is recorded by hand too', async () => {
    const place = await bench('hashed-by-hand')
    const ask = {subject: hash('sha1', 'a@example.jp'), reason: 'manual', scope: 'all'} as const
    expect(await addSuppression(ask, {store: place.store, clock})).toMatchObject({isNew: true, entry: {kind: 'hash'}})
    expect(await checkSuppression('A@example.jp', {store: place.store, clock})).toHaveLength(1)
  })

  it('is never taken for somebody whose address is there no more', async () => {
    const place = await bench('hashed-nameless')
    await place.import(put(place.folder, 'list.csv', 'email\ngone@example.jp\n'))
    const db = await openBare(place.storeFile)
    db.exec("update contacts set address_key = '', address = null, suppress_key = null")
    db.close()
    const merged = await place.merge([
      put(place.folder, 'p.txt', `${hash('md5', '')}\n${hash('md5', 'x@example.jp')}\n`),
    ])
    expect(merged).toMatchObject({binding: 0})
    for await (const batch of place.store.suppressions.boundByOthers(null, NOW)) expect(batch).toEqual([])
  })
})
