/** Help as JSON: with --json every way of asking for help answers one object, or one error. */
import {describe, expect, it} from 'vitest'
import {ask, newFolder} from '../support/send-workspace.ts'

const folder = newFolder('help-json')
const answer = async (...words: string[]) => ask(await folder, ...words)

describe('help with --json', () => {
  it('of a command is one object: usage, flags, examples, the same behind --help and help', async () => {
    const {answer: told} = await answer('send', 'plan', '--help')
    expect(told).toMatchObject({
      command: 'send plan',
      usage: 'todoke send plan NAME --template TEMPLATE --list LIST',
      args: [{name: 'name', required: true}],
    })
    expect(told.examples[0]).toMatch(/^todoke send plan /)
    const flag = (name: string) => told.flags.find((each: {name: string}) => each.name === name)
    expect(flag('list')).toMatchObject({required: true, value: 'LIST', summary: 'The list.'})
    expect(flag('json')).toMatchObject({required: false, value: null})
    expect((await answer('help', 'send', 'plan')).answer).toEqual(told)
    expect((await answer('list', 'import', '-h', '--lang', 'ja')).answer.summary).toContain('取り込む')
  })

  it('of a topic is the object of each of its commands', async () => {
    for (const words of [['send'], ['send', '--help'], ['help', 'send']]) {
      const {code, answer: told} = await answer(...words)
      expect([code, told.topic]).toEqual([0, 'send'])
      expect(told.commands.map(({command}: {command: string}) => command)).toEqual([
        ...['send plan', 'send run', 'send settle', 'send status'],
      ])
    }
    const {answer: all} = await answer('help')
    expect(all.commands.map(({command}: {command: string}) => command)).toContain('list import')
    expect((await answer('help', 'segments')).answer.forms.length).toBeGreaterThan(5)
  })

  it('of what is not there is an error', async () => {
    for (const words of [
      ['help', 'sned'],
      ['sned', '--help'],
    ]) {
      const {code, answer: told} = await answer(...words)
      expect([code, told.error.code]).toEqual([2, 'COMMAND_UNKNOWN'])
    }
  })
})
