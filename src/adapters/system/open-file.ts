/** Opens a file with the program that the desktop has for it. */
import {spawn} from 'node:child_process'

/** By platform; all others know xdg-open. Without a shell, so that no name of a file is ever a command. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {darwin: 'open', win32: 'explorer.exe'}

/** path: absolute. False when there is no such program; what it does with the file is not waited for. */
export function openFile(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const opener = spawn(OPENERS[process.platform] ?? 'xdg-open', [path], {
      detached: true,
      stdio: 'ignore',
      shell: false,
    })
    opener.once('error', () => resolve(false))
    opener.once('spawn', () => {
      opener.unref()
      resolve(true)
    })
  })
}
