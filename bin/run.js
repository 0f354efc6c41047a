#!/usr/bin/env node
import {createRequire} from 'node:module'

const require = createRequire(import.meta.url)
require('../bundle/adapters/system/kept-code.js').keepCode(process.env)
await require('../bundle/cli/main.js').runCommand({dir: import.meta.url})
