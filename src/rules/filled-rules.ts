/** The rules that look at what a template becomes for the people of a list. */
import type {Rule} from '../core/lint/rule.ts'
import {fillClipping} from './filled/fill-clipping.ts'
import {fillEmpty} from './filled/fill-empty.ts'
import {fillLayout} from './filled/fill-layout.ts'
import {fillNone} from './filled/fill-none.ts'
import {fillSubject} from './filled/fill-subject.ts'
import {fillUnfit} from './filled/fill-unfit.ts'

export const filledRules: readonly Rule[] = [fillNone, fillEmpty, fillUnfit, fillLayout, fillSubject, fillClipping]
