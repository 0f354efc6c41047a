// All benchmarks, side by side in one run: `npm run bench [-- import|growth|audit|fill|lint|send|serve|suppressions] [--rounds N]`. Figures are ratios, in pairs where two kinds are compared; the
// absolute rates say little on a shared machine. Needs a build; writes its material to bench/out/.
import {cpus} from 'node:os'
import {benchAudit} from './audit.js'
import {benchFill} from './fill.js'
import {benchGrowth, benchImport} from './import.js'
import {benchLint} from './lint.js'
import {benchSend} from './send.js'
import {benchServe} from './serve.js'
import {benchSuppressions} from './suppressions.js'

const words = process.argv.slice(2)
const rounds = Number(words[words.indexOf('--rounds') + 1]) || 3
const wanted = words.filter((word) =>
  ['import', 'growth', 'audit', 'fill', 'lint', 'send', 'serve', 'suppressions'].includes(word),
)

console.log(`Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}, ${rounds} rounds`)
if (wanted.length === 0 || wanted.includes('import')) await benchImport(rounds)
if (wanted.includes('growth')) await benchGrowth()
if (wanted.length === 0 || wanted.includes('audit')) await benchAudit(rounds)
if (wanted.length === 0 || wanted.includes('fill')) await benchFill(rounds)
if (wanted.length === 0 || wanted.includes('lint')) await benchLint(rounds)
if (wanted.length === 0 || wanted.includes('send')) await benchSend(rounds)
if (wanted.length === 0 || wanted.includes('serve')) await benchServe(rounds)
const size = Number(words[words.indexOf('--size') + 1]) || 1
if (wanted.includes('suppressions')) await benchSuppressions(words.includes('--size') ? size : 1)
