// The command manifest as text: what oclif reads instead of loading every command. Built from the compiled commands.
import {Plugin} from '@oclif/core'

/** root: the project's folder, with dist/ built. Returns the manifest as JSON text with a final line end. */
export async function writeManifest(root) {
  const plugin = new Plugin({
    root,
    type: 'core',
    ignoreManifest: true,
    errorOnManifestCreate: true,
    respectNoCacheDefault: true,
  })
  await plugin.load()
  // oclif lists the commands as their files happened to be read.
  const commands = Object.fromEntries(Object.entries(plugin.manifest.commands).sort(([a], [b]) => (a < b ? -1 : 1)))
  return `${JSON.stringify({...plugin.manifest, commands}, null, 2)}\n`
}
