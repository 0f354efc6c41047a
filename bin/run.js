#!/usr/bin/env node
import {runCommand} from '../bundle/cli/main.js'

await runCommand({dir: import.meta.url})
