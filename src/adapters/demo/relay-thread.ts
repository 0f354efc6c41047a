/** Runs the practice relay in a thread of its own, so that it does not slow down what it is there to show. */
import {parentPort} from 'node:worker_threads'
import type {RelayCounts} from './practice-relay.ts'
import {openPracticeRelay} from './practice-relay.ts'

export type RelayQuestion =
  | {readonly id: number; readonly ask: 'counts' | 'close'}
  | {readonly id: number; readonly ask: 'mailed-among'; readonly addresses: readonly string[]}
/** The first message has id 0 and tells the port. */
export interface RelayAnswer {
  readonly id: number
  readonly answer: RelayCounts | number | null
}

const opening = openPracticeRelay()
const tell = (message: RelayAnswer) => parentPort?.postMessage(message)

parentPort?.on('message', async (question: RelayQuestion) => {
  const relay = await opening
  if (question.ask === 'counts') tell({id: question.id, answer: relay.counts()})
  else if (question.ask === 'mailed-among') tell({id: question.id, answer: relay.mailedAmong(question.addresses)})
  else {
    await relay.close()
    tell({id: question.id, answer: null})
    parentPort?.close()
  }
})
// Where it cannot be opened, the thread ends with that error.
void opening.then(({port}) => tell({id: 0, answer: port}))
