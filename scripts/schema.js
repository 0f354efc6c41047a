// The JSON Schemas of todoke.yaml and todoke.lint.yaml as text, for editors. Built from the compiled settings schemas.
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** root: the project's folder, with dist/ built. Returns each schema as JSON text with a final line end, by its file in docs/. */
export async function writeSchemas(root) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href)
  const {lintJsonSchema, settingsJsonSchema} = await load('adapters/settings/json-schema.js')
  const {LAWS} = await load('rulebook/laws.js')
  const choice = {laws: LAWS.map(({id}) => id), lang: 'en'}
  return {'todoke.schema.json': settingsJsonSchema(choice), 'todoke.lint.schema.json': lintJsonSchema(choice)}
}
