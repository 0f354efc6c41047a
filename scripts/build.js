// Builds dist/ from src/, bundle/ from dist/, then the command manifest and the settings' JSON Schemas, so that none can
// be stale.
import {execFileSync} from 'node:child_process'
import {chmodSync, renameSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {writeBundle} from './bundle.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const compiler = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin', 'tsc')

await replace('dist', (fresh) =>
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json', '--outDir', fresh], {
    cwd: root,
    stdio: 'inherit',
  }),
)
await replace('bundle', (fresh) => writeBundle(root, join(root, 'dist'), fresh))
chmodSync(join(root, 'bin', 'run.js'), 0o755)

const {writeManifest} = await import('./manifest.js')
writeFileSync(join(root, 'oclif.manifest.json'), await writeManifest(root))

const {writeSchemas} = await import('./schema.js')
for (const [name, schema] of Object.entries(await writeSchemas(root))) writeFileSync(join(root, 'docs', name), schema)

/** Made beside and moved into place: what runs from the folder meanwhile finds it whole. */
async function replace(folder, make) {
  const fresh = join(root, `.${folder}-${process.pid}`)
  const old = join(root, `.${folder}-old-${process.pid}`)
  try {
    await make(fresh)
    try {
      renameSync(join(root, folder), old)
    } catch (error) {
      if (error.code !== 'ENOENT') throw error
    }
    renameSync(fresh, join(root, folder))
  } finally {
    rmSync(fresh, {recursive: true, force: true})
    rmSync(old, {recursive: true, force: true})
  }
}
