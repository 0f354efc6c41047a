// The JSON Schema of todoke.yaml as text, for editors. Built from the compiled settings schema.
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

/** root: the project's folder, with dist/ built. Returns the schema as JSON text with a final line end. */
export async function writeSchema(root) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href)
  const {settingsJsonSchema} = await load('adapters/settings/json-schema.js')
  const {LAWS} = await load('rulebook/laws.js')
  return settingsJsonSchema({laws: LAWS.map(({id}) => id), lang: 'en'})
}
