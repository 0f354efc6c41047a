// Builds dist/ from src/, then the command manifest and the settings schema from dist/, so that none is stale after a build.
import {execFileSync} from 'node:child_process'
import {chmodSync, existsSync, rmSync, writeFileSync} from 'node:fs'
import {createRequire} from 'node:module'
import {dirname, join} from 'node:path'
import {fileURLToPath} from 'node:url'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const require = createRequire(import.meta.url)

const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
rmSync(join(root, 'dist'), {recursive: true, force: true})
if (existsSync(join(root, 'tsconfig.build.json')))
  execFileSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {cwd: root, stdio: 'inherit'})
chmodSync(join(root, 'bin', 'run.js'), 0o755)

const {writeManifest} = await import('./manifest.js')
writeFileSync(join(root, 'oclif.manifest.json'), await writeManifest(root))

const {writeSchema} = await import('./schema.js')
writeFileSync(join(root, 'docs', 'todoke.schema.json'), await writeSchema(root))
