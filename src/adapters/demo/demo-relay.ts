/** Starts the practice relay in its thread and asks it what it has seen. */
import {Worker} from 'node:worker_threads'
import {workerFile} from '../system/worker-file.ts'
import type {RelayCounts} from './practice-relay.ts'
import type {RelayAnswer, RelayQuestion} from './relay-thread.ts'

export interface DemoRelay {
  /** On 127.0.0.1. */
  readonly port: number
  counts(): Promise<RelayCounts>
  /** How many of these addresses got a mail. */
  mailedAmong(addresses: readonly string[]): Promise<number>
  /** Resolves when the thread has ended; once is enough, more do no harm. */
  close(): Promise<void>
}

/** Works on the compiled code: a thread is started from its file. Rejects when the port cannot be opened. */
export async function startDemoRelay(): Promise<DemoRelay> {
  const thread = new Worker(workerFile('demo/relay-thread'))
  const waiting = new Map<number, {resolve(answer: RelayAnswer['answer']): void; reject(error: Error): void}>()
  let questions = 0
  let ended: Error | null = null
  const end = (error: Error) => {
    ended ??= error
    for (const {reject} of waiting.values()) reject(error)
    waiting.clear()
  }
  const answerTo = (id: number) =>
    new Promise<RelayAnswer['answer']>((resolve, reject) => {
      if (ended !== null) reject(ended)
      else waiting.set(id, {resolve, reject})
    })
  const exited = new Promise<void>((resolve) => thread.once('exit', () => resolve()))
  thread.on('error', end)
  thread.on('exit', () => end(new Error('the relay of the demo has ended')))
  thread.on('message', ({id, answer}: RelayAnswer) => {
    waiting.get(id)?.resolve(answer)
    waiting.delete(id)
  })
  const ask = (question: {ask: 'counts' | 'close'} | {ask: 'mailed-among'; addresses: readonly string[]}) => {
    questions += 1
    thread.postMessage({...question, id: questions} satisfies RelayQuestion)
    return answerTo(questions)
  }

  const port = Number(await answerTo(0))
  return {
    port,
    counts: async () => (await ask({ask: 'counts'})) as RelayCounts,
    mailedAmong: async (addresses) => Number(await ask({ask: 'mailed-among', addresses})),
    async close() {
      if (ended === null) await ask({ask: 'close'})
      await exited
    },
  }
}
