/** Where every run begins: bin/run.js calls this. */
export {execute as runCommand} from '@oclif/core'
