// Bundles dist/ and the packages it needs into bundle/, which is what runs: a command starts much faster from a dozen
// files than from hundreds. Threads, commands and the help class stay files of their own, at the paths they have in
// dist/. Beside them the licences of all packages that went in.
import {createHash} from 'node:crypto'
import {copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs'
import {dirname, join, posix, relative, sep} from 'node:path'
import {pathToFileURL} from 'node:url'
import {rolldown} from 'rolldown'

/** Native code, threads and data of their own, or large and rarely needed: found in node_modules at run time. */
const LEFT_OUT = [
  '@photostructure/sqlite',
  'fastify',
  'mjml',
  'nodemailer',
  'piscina',
  'playwright-core',
  'postal-mime',
  'smtp-server',
]

/** Files that others name by their paths: package.json (commands, help, API), threads, bin/run.js. */
const ENTRIES = [
  /^commands\/.*\.js$/,
  /^cli\/(?:help|command-not-found|main)\.js$/,
  /^adapters\/workers\/[\w-]+-worker\.js$/,
  /^adapters\/demo\/relay-thread\.js$/,
  /^adapters\/system\/kept-code\.js$/,
  /^api\/[\w-]+\.js$/,
]

/** Started by path; each takes up the code kept of it before, as bin/run.js does for commands. */
const TEXTS = 'adapters/texts'
const THREAD = /-(?:worker|thread)$/
const KEPT_CODE = 'adapters/system/kept-code.js'
const keepFor = (name) =>
  `require('./${posix.relative(posix.dirname(name), KEPT_CODE)}').keepThreadCode('${posix.basename(name)}', process.env);`

/**
 * What is always needed together, with all that it needs itself: one file instead of many, which take longer to open than
 * to run. The first takes what several of them need.
 */
const TOGETHER = [
  /dist\/cli\/(?:main|base-command)\.js$/,
  /dist\/core\/sending\/fill-message\.js$/,
  /dist\/adapters\/html\/(?:view-html|template-markup)\.js$/,
  /dist\/flows\/lint-templates\.js$/,
]

/** from: the compiled folder. to: an empty one. */
export async function writeBundle(root, from, to) {
  const files = readdirSync(from, {recursive: true}).map((file) => file.split(sep).join('/'))
  const entries = files.filter((file) => ENTRIES.some((entry) => entry.test(file)))
  const beforehand = new Map([
    ['core/lint/known-literals.js', await knownLiterals(from)],
    ['i18n/catalogues.js', await catalogues(from, to)],
  ])
  const bundle = await rolldown({
    plugins: [
      {
        name: 'worked-out-beforehand',
        load: (id) => beforehand.get(relative(from, id).split(sep).join('/')) ?? null,
      },
    ],
    input: Object.fromEntries(entries.map((file) => [file.replace(/\.js$/, ''), join(from, file)])),
    platform: 'node',
    external: (id) => LEFT_OUT.some((name) => id === name || id.startsWith(`${name}/`)),
    logLevel: 'warn',
  })
  const {output} = await bundle.write({
    dir: to,
    format: 'cjs',
    exports: 'named',
    dynamicImportInCjs: false,
    banner: (chunk) => (chunk.isEntry && THREAD.test(chunk.name) ? keepFor(chunk.name) : ''),
    entryFileNames: '[name].js',
    // As deep as the adapters that name files by a path from themselves.
    chunkFileNames: 'adapters/chunks/[name]-[hash].js',
    codeSplitting: {
      groups: TOGETHER.map((test, index) => ({name: `together-${index}`, test, priority: TOGETHER.length - index})),
    },
    // Blanks only: names stay for the traces of errors.
    minify: {compress: false, mangle: false, codegen: {removeWhitespace: true}},
  })
  await bundle.close()
  const build = createHash('sha256')
  for (const {fileName, code} of output) build.update(fileName).update(code ?? '')
  writeFileSync(
    join(to, 'package.json'),
    `${JSON.stringify({type: 'commonjs', build: build.digest('hex').slice(0, 16)})}\n`,
  )
  copyTypes('api/lint.d.ts', from, join(to, 'types'))
  writeFileSync(
    join(to, 'LICENSES.txt'),
    licencesOf(
      root,
      output.flatMap(({moduleIds = []}) => moduleIds),
    ),
  )
}

/** What core/lint/literals-of.js says of every pattern of the catalogues. */
async function knownLiterals(from) {
  const {literalsOf} = await import(pathToFileURL(join(from, 'core/lint/literals-of.js')).href)
  const folder = join(from, 'core/lint/phrases')
  const patterns = new Set()
  const gather = (value) => {
    if (typeof value === 'string') patterns.add(value)
    else if (Array.isArray(value)) value.forEach(gather)
    else if (Object.getPrototypeOf(value ?? '') === Object.prototype) Object.values(value).forEach(gather)
  }
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.js')))
    gather({...(await import(pathToFileURL(join(folder, file)).href))})
  const pairs = [...patterns].map((pattern) => [pattern, literalsOf(pattern)])
  return `export const KNOWN_LITERALS = new Map(JSON.parse(${JSON.stringify(JSON.stringify(pairs))}))`
}

/** The texts of each language in a file, of which a program reads only those it speaks. to: the bundle's folder. */
async function catalogues(from, to) {
  const {CATALOGUES} = await import(pathToFileURL(join(from, 'i18n/catalogues.js')).href)
  mkdirSync(join(to, TEXTS), {recursive: true})
  const languages = Object.entries(CATALOGUES).map(([lang, texts]) => {
    writeFileSync(join(to, TEXTS, `${lang}.json`), JSON.stringify(texts()))
    return `${lang}: () => require('./${lang}.json')`
  })
  return `import {createRequire} from 'node:module'
const require = createRequire(new URL('../${posix.basename(TEXTS)}/', import.meta.url))
export const CATALOGUES = {${languages.join(',')}}`
}

/** The types of the API, with those that they name, at the paths they have in dist/. */
function copyTypes(entry, from, to) {
  const open = [entry]
  for (const file of open) {
    mkdirSync(dirname(join(to, file)), {recursive: true})
    copyFileSync(join(from, file), join(to, file))
    for (const [, named] of readFileSync(join(from, file), 'utf8').matchAll(
      /(?:from |import\()['"](\.[^'"]+)\.ts['"]/g,
    )) {
      const next = join(dirname(file), `${named}.d.ts`)
      if (!open.includes(next)) open.push(next)
    }
  }
}

function licencesOf(root, modules) {
  const folders = modules.map(packageOf).filter((folder) => folder !== null)
  return [...new Set(folders)]
    .sort()
    .map((folder) => licenceOf(root, folder))
    .join(`\n${'-'.repeat(80)}\n\n`)
}

/** The folder of the package that a module belongs to, or null for our own. */
function packageOf(id) {
  const path = id.split(sep).join('/')
  const end = path.lastIndexOf('node_modules/') + 'node_modules/'.length
  const [, name] = /^((?:@[^/]+\/)?[^/]+)\//.exec(path.slice(end)) ?? []
  return path.includes('node_modules/') && name !== undefined ? `${path.slice(0, end)}${name}` : null
}

function licenceOf(root, folder) {
  const {name, version, license} = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((each) => /^licen[cs]e/i.test(each))
  if (file === undefined && license === undefined) throw new Error(`${relative(root, folder)} has no licence`)
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim()
  return `${name} ${version} (${license ?? file})\n\n${text}\n`
}
