/** Opens a file with the program that the desktop has for it. */
import {spawn} from 'node:child_process'

/** By platform; all others know xdg-open. Without a shell, so that no name of a file is ever a command. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {darwin: 'open', win32: 'explorer.exe'}

/** One that finds nothing to open it with says so at once; later it is the user's to close. */
const PATIENCE_MS = 1000

/** path: absolute. False when there is no such program, or it ends with a failure at once; it is not waited for beyond that. */
export function openFile(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    let patience: NodeJS.Timeout | undefined
    const opener = spawn(OPENERS[process.platform] ?? 'xdg-open', [path], {
      detached: true,
      stdio: 'ignore',
      shell: false,
    })
    opener.once('error', () => resolve(false))
    // The one of Windows ends so when all is well, too.
    opener.once('exit', (code) => {
      clearTimeout(patience)
      resolve(code === 0 || process.platform === 'win32')
    })
    opener.once('spawn', () => {
      opener.unref()
      patience = setTimeout(resolve, PATIENCE_MS, true)
    })
  })
}
