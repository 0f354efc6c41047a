/**
 * What V8 makes of the bundle's code is kept from one run to the next, so that a command starts in two thirds of the
 * time. Node's own way (module.enableCompileCache) came with 22.1 and saves less: it opens a file for each of ours.
 */
import {existsSync, readFileSync} from 'node:fs'
import Module, {createRequire} from 'node:module'
import {homedir} from 'node:os'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {Script} from 'node:vm'
import {type KeptCode, readCode, writeCode} from './code-store.ts'

/** What a thread has by then loaded; a thread that is ended tells nobody. */
const THREAD_SETTLES_MS = 1500

interface Loaded extends Module {
  _compile(this: Loaded, content: string, file: string): unknown
}
const loaded = Module.prototype as unknown as Loaded

type Environment = Readonly<Record<string, string | undefined>>

/** For the program itself: it writes what is new at its end. */
export function keepCode(environment: Environment): void {
  keep('command', environment, (write) => process.on('exit', write))
}

/** name: of the thread. */
export function keepThreadCode(name: string, environment: Environment): void {
  keep(name, environment, (write, isThere) => setTimeout(() => isThere() || write(), THREAD_SETTLES_MS).unref())
}

/** name: each uses other functions of the same code. later: says when to write. */
function keep(
  name: string,
  environment: Environment,
  later: (write: () => void, isThere: () => boolean) => void,
): void {
  const folder = cacheFolder(environment)
  if (folder === null || 'NODE_DISABLE_COMPILE_CACHE' in environment) return
  const bundle = join(dirname(fileURLToPath(import.meta.url)), '../..')
  const {build} = JSON.parse(readFileSync(join(bundle, 'package.json'), 'utf8')) as {readonly build: string}
  const file = join(folder, `${name}-${build}-${process.version}-${process.arch}.code`)
  const kept = readCode(file)
  later(
    compileInside(bundle, kept, (all) => writeCode(file, all)),
    () => existsSync(file),
  )
}

/** Where a user's caches go on this system; null for a user without a home. */
function cacheFolder({XDG_CACHE_HOME, LOCALAPPDATA}: Environment): string | null {
  try {
    return join(XDG_CACHE_HOME || LOCALAPPDATA || join(homedir(), '.cache'), 'todoke', 'code')
  } catch {
    return null
  }
}

/** From now on. What is returned hands over all code, with that of modules not loaded, if any of it is new. */
function compileInside(bundle: string, kept: KeptCode, hand: (all: KeptCode) => void): () => void {
  const compile = loaded._compile
  const scripts = new Map<string, Script>()
  let isNew = false
  loaded._compile = function compileKept(content, file) {
    if (!file.startsWith(bundle)) return compile.call(this, content, file)
    const cachedData = kept.get(file)
    const script = new Script(Module.wrap(content), {filename: file, ...(cachedData && {cachedData})})
    isNew ||= script.cachedDataRejected !== false
    scripts.set(file, script)
    const run = script.runInThisContext() as (...words: unknown[]) => unknown
    return run.call(this.exports, this.exports, createRequire(file), this, file, dirname(file))
  }
  return () => {
    if (!isNew) return
    for (const [file, script] of scripts) kept.set(file, script.createCachedData())
    hand(kept)
  }
}
