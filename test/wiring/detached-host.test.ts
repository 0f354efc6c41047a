/** What a server without the list shows to whoever wants to come back: nothing that it does not serve itself. */
import {expect, it} from 'vitest'
import {hostOf} from '../../src/wiring/detached.ts'
import type {Workspace} from '../../src/wiring/workspace.ts'

function signUpUrlOf(signUpHost: string, named: string | null): string | null {
  const settings = {
    ...{sender: {name: 'S', address: 'A', contact: 'C'}, laws: ['jp'], purposes: [], audience: {country: 'JP'}},
    optOut: {url: 'https://out.example.jp/u', mailto: 'stop@example.jp', detached: {}},
    serve: {signUpUrl: named},
    signUp: {url: signUpHost, forms: [{name: 'news'}]},
  }
  return hostOf({folder: '.', settings} as unknown as Workspace).site.signUpUrl
}

it('the file for the host names a form of another host, or the address of the settings, never one of its own', () => {
  expect(signUpUrlOf('https://out.example.jp', null)).toBeNull()
  expect(signUpUrlOf('https://mail.example.jp', null)).toBe('https://mail.example.jp/f/news')
  expect(signUpUrlOf('https://out.example.jp', 'https://www.example.jp/join')).toBe('https://www.example.jp/join')
})
