// Builds dist/ from src/, then the command manifest and the settings' JSON Schemas from dist/, so that none can be stale.
import {execFileSync} from 'node:child_process'
import {chmodSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

// Compiled beside and moved into place: what runs from dist/ meanwhile finds it whole.
const fresh = join(root, `.dist-${process.pid}`)
const old = join(root, `.dist-old-${process.pid}`)
try {
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    cwd: root,
    stdio: 'inherit',
  })
  try {
    renameSync(join(root, 'dist'), old)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
  renameSync(fresh, join(root, 'dist'))
} finally {
  rmSync(fresh, {recursive: true, force: true})
  rmSync(old, {recursive: true, force: true})
}
chmodSync(join(root, 'bin', 'run.js'), 0o755)

const {writeManifest} = await import('./manifest.js')
writeFileSync(join(root, 'oclif.manifest.json'), await writeManifest(root))

const {writeSchemas} = await import('./schema.js')
for (const [name, schema] of Object.entries(await writeSchemas(root))) writeFileSync(join(root, 'docs', name), schema)
