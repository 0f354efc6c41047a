import {expect, it} from 'vitest'
import {DEFAULT_TIMEOUTS} from '../../../src/adapters/smtp/timeouts.ts'
import {Wire} from '../../../src/adapters/smtp/wire.ts'
import {startScriptedRelay} from '../../support/scripted-relay.ts'

it.each(['RCPT TO:<a@example.com>\r\nDATA', 'a\nb', 'a\rb', 'a\0b', 'a\u007fb'])(
  'a command that is more than one line never leaves: %j',
  async (line) => {
    const relay = await startScriptedRelay([['hang']])
    const wire = new Wire(DEFAULT_TIMEOUTS, null)
    const reasons: string[] = []
    wire.onLost = (why) => reasons.push(why)
    await wire.connect('127.0.0.1', relay.address.port)
    wire.send('NOOP')
    wire.send(line)
    await wire.closed()
    await expect.poll(() => relay.open()).toBe(0)
    expect(reasons).toEqual(['command-refused'])
    expect(relay.reads).toEqual([])
    await relay.close()
  },
)

it('the end is told once, whatever follows', async () => {
  const relay = await startScriptedRelay([['220 hi', 'end']])
  const wire = new Wire(DEFAULT_TIMEOUTS, null)
  const reasons: string[] = []
  wire.onLost = (why) => reasons.push(why)
  await wire.connect('127.0.0.1', relay.address.port)
  await expect.poll(() => wire.isOpen).toBe(false)
  wire.lose('abandoned')
  await wire.closed()
  expect(reasons).toEqual(['connection-lost'])
  await relay.close()
})
