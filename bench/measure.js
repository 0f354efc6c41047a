// Runs a child process and measures it: wall time, and the peak memory the kernel saw.
import {spawn} from 'node:child_process'
import {readFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'

export const CLI = fileURLToPath(new URL('../bin/run.js', import.meta.url))

/** Resolves with wallMs, peakMb (0 where /proc is absent), stdout. Rejects when the exit code is not among `exits`. */
export function measure(words, {cwd, exits = [0], env} = {}) {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    const child = spawn(process.execPath, words, {
      cwd,
      env: {...process.env, ...env},
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let peakKb = 0
    const look = () => {
      try {
        peakKb = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? peakKb)
      } catch {
        // Gone already, or no /proc on this system.
      }
    }
    const timer = setInterval(look, 20)
    let stdout = ''
    let stderr = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
    })
    child.stderr.on('data', (chunk) => {
      stderr += chunk
    })
    child.on('error', reject)
    child.on('close', (code) => {
      clearInterval(timer)
      if (!exits.includes(code)) reject(new Error(`${words.join(' ')}: exit ${code}\n${stdout}\n${stderr}`))
      else resolve({wallMs: performance.now() - began, peakMb: peakKb / 1024, stdout})
    })
  })
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}

/** "11.2 (10.9 to 12.0)" */
export function spread(values, digits = 1) {
  const show = (value) => value.toLocaleString('en-US', {maximumFractionDigits: digits})
  return `${show(median(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`
}
