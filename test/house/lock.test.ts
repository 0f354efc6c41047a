import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'
import {describe, expect, it} from 'vitest'
import {root} from './sources.ts'

const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8'))

describe('the lock file', () => {
  it('asks for what package.json asks for', () => {
    const {dependencies, devDependencies} = read('package.json')
    const locked = read('package-lock.json').packages['']
    expect([locked.dependencies, locked.devDependencies]).toEqual([dependencies, devDependencies])
  })

  it('names every optional package, also those of other platforms, or `npm ci` refuses it', async () => {
    const {missingOptionals} = await import(pathToFileURL(join(root, 'scripts', 'complete-lock.js')).href)
    const missing = missingOptionals(read('package-lock.json')) as {name: string}[]
    expect(missing.map(({name}) => name)).toEqual([])
  })
})
