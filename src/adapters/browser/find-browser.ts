/** The Chromium, Chrome or Edge of this machine: the one the user names, else on PATH, else where systems put it. */
import {accessSync, constants, statSync} from 'node:fs'
import {join} from 'node:path'
import {AppError} from '../../errors.ts'
import {programPlaces} from '../system/environment.ts'

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'chrome',
  'msedge',
]
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
    (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
  ),
  linux: ['/usr/bin/chromium', '/usr/bin/google-chrome', '/opt/google/chrome/chrome', '/snap/bin/chromium'],
}
/** Below the folders in which Windows installs programs. */
const WINDOWS = [
  'Google/Chrome/Application/chrome.exe',
  'Microsoft/Edge/Application/msedge.exe',
  'Chromium/Application/chrome.exe',
]

/** Path of the program. Throws BROWSER_MISSING. */
export function findBrowser(): string {
  const {browser, path, installed} = programPlaces()
  if (browser !== null) {
    if (canRun(browser)) return browser
    throw new AppError('BROWSER_MISSING', {why: 'browser-not-there'})
  }
  const ending = process.platform === 'win32' ? '.exe' : ''
  const places = [
    ...path.flatMap((folder) => NAMES.map((name) => join(folder, `${name}${ending}`))),
    ...(PLACES[process.platform] ?? []),
    ...installed.flatMap((folder) => WINDOWS.map((place) => join(folder, place))),
  ]
  const found = places.find(canRun)
  if (found === undefined) throw new AppError('BROWSER_MISSING', {why: 'browser-not-found'})
  return found
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}
