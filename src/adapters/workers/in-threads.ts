/** Tasks shared among threads that all do the same work: each answer comes as soon as it is its turn. */
import {Piscina} from 'piscina'
import type {ErrorCode} from '../../errors.ts'
import {AppError} from '../../errors.ts'
import type {ThreadAnswer} from '../../ports/thread-answer.ts'
import {workerFile} from '../system/worker-file.ts'

/** Of what lives a moment only: with less of it the threads sweep all the time. */
const YOUNG_MB = 32
/** Enough for a thread to go on while the answer of its last task is taken. */
const AHEAD = 2

/**
 * In the order of the tasks, however long each takes; at most a few wait. name: of the thread's file, see workerFile.
 * tasks: values alone. command: for WORKER_FAILED. Throws that, and the AppErrors of the thread.
 */
export async function* inThreads<Task, Result>(
  name: string,
  tasks: readonly Task[],
  {threads, command}: {readonly threads: number; readonly command: string},
): AsyncGenerator<Result> {
  const resourceLimits = {maxYoungGenerationSizeMb: YOUNG_MB}
  const pool = new Piscina({filename: workerFile(name), minThreads: threads, maxThreads: threads, resourceLimits})
  // A thread that cannot load reports here; each task's own failure arrives through its promise.
  pool.on('error', () => undefined)
  const running: Promise<ThreadAnswer<Result>>[] = []
  const start = (task: Task) => {
    const answer = pool.run(task) as Promise<ThreadAnswer<Result>>
    // It is looked at in its turn, and must not count as unheard until then.
    answer.catch(() => undefined)
    running.push(answer)
  }
  try {
    for (const task of tasks.slice(0, threads * AHEAD)) start(task)
    for (let next = running.length; running.length > 0; next += 1) {
      const answer = await running.shift()!.catch((error: unknown) => {
        throw new AppError('WORKER_FAILED', {why: error instanceof Error ? error.message : String(error), command})
      })
      if (next < tasks.length) start(tasks[next]!)
      if (!answer.ok) throw new AppError(answer.code as ErrorCode, answer.values, {details: answer.details})
      yield answer.result
    }
  } finally {
    await pool.destroy()
  }
}
