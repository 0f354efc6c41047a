/** The rules that look at where links lead. */
import type {Rule} from '../core/lint/rule.ts'
import {linkAddress} from './template/link-address.ts'
import {linkAnchor} from './template/link-anchor.ts'
import {linkEmpty} from './template/link-empty.ts'
import {linkEscape} from './template/link-escape.ts'
import {linkExample} from './template/link-example.ts'
import {linkForm} from './template/link-form.ts'
import {linkIp} from './template/link-ip.ts'
import {linkLength} from './template/link-length.ts'
import {linkLocal} from './template/link-local.ts'
import {linkLogin} from './template/link-login.ts'
import {linkLookAlike} from './template/link-look-alike.ts'
import {linkScheme} from './template/link-scheme.ts'
import {linkShortener} from './template/link-shortener.ts'
import {linkTextHost} from './template/link-text-host.ts'
import {linkTls} from './template/link-tls.ts'
import {optOutTls} from './template/opt-out-tls.ts'

export const linkRules: readonly Rule[] = [
  linkForm,
  linkScheme,
  linkLocal,
  linkEscape,
  linkEmpty,
  linkAnchor,
  optOutTls,
  linkTls,
  linkTextHost,
  linkLookAlike,
  linkShortener,
  linkIp,
  linkLogin,
  linkExample,
  linkAddress,
  linkLength,
]
