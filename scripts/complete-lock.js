// Adds to package-lock.json the optional packages of other platforms that npm left out because the registry at hand
// does not hold them; without an entry for each, `npm ci` refuses the lock file. Run after every `npm install`.
import {readFileSync, writeFileSync} from 'node:fs'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

/** lock: the parsed lock file. Returns name and version of each optional dependency without an entry, and its parent. */
export function missingOptionals(lock) {
  const present = new Set(Object.keys(lock.packages).map((path) => path.replace(/^.*node_modules\//, '')))
  return Object.values(lock.packages).flatMap((parent) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !present.has(name))
      .map(([name, version]) => ({name, version, parent})),
  )
}

/** What npm would have written, as far as the package's name tells it (…-linux-x64-musl); the checksum stays out. */
function entryFor({name, version, parent}) {
  const [os, cpu, abi = ''] = name.replace(/^.*\/(cli|binding)-/, '').split('-')
  const {dev, license, engines} = parent
  const libc = os === 'linux' ? {libc: [abi.includes('musl') ? 'musl' : 'glibc']} : {}
  return {version, cpu: [cpu], dev, ...libc, license, optional: true, os: [os], engines}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const path = join(dirname(fileURLToPath(import.meta.url)), '..', 'package-lock.json')
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  for (const missing of missingOptionals(lock)) lock.packages[`node_modules/${missing.name}`] = entryFor(missing)
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}
