/** Tags in percent signs: `%recipient.name%`, `%FIRSTNAME%`, `%%氏名%%`, `%%=v(@name)=%%`. A discount is none. */
import {nameOf} from './expressions.ts'
import type {Candidate, Meaning, Reading, ReadingContext, Syntax} from './reading.ts'
import {aValue, problem} from './reading.ts'
import {isOptOut, OPT_OUT, wellKnown} from './well-known.ts'

const of = {family: 'percent', isSure: false}

export const percent: readonly Syntax[] = [
  {...of, opener: '%%=', find: /%%=[^%\r\n]{1,200}=%%/y, read: readAmpScript},
  {
    ...of,
    opener: '%%[',
    find: /%%\[[^%]{1,2000}\]%%/y,
    read: () => ({meaning: problem('expression'), system: 'marketing-cloud'}),
  },
  {
    ...of,
    opener: '%%',
    find: /(?<![%\p{L}\p{N}])%%[\p{L}_][\p{L}\p{N}\p{M}_.= -]{0,58}(?<![\s.=-])%%(?!%)/uy,
    read: readDouble,
  },
  {...of, opener: '%', find: /(?<![%\p{L}\p{N}])%[A-Za-z][\w.-]{1,60}%(?!%)/uy, read: readSingle},
  // Stibee.
  {...of, opener: '$%', find: /\$%\w{1,40}%\$/y, read: readStibee},
]

function readAmpScript({inside}: Candidate): Reading {
  const name = /^v\(@?([\w.]{1,80})\)$/i.exec(inside.replace(/^=|=$/g, '').trim())?.[1]
  return {meaning: name === undefined ? problem('expression') : aValue(name), system: 'marketing-cloud'}
}

function readDouble({tag, inside}: Candidate): Reading | null {
  const known = wellKnown('double-percent', inside)
  if (known !== null) return known
  if (isOptOut(tag)) return {meaning: OPT_OUT, system: 'percent'}
  // Interspire: %%name|default%% is not known; a plain name may hold blanks.
  return /[=]/.test(inside)
    ? {meaning: problem('expression'), system: 'percent'}
    : {meaning: aValue(inside), system: 'percent'}
}

/** A single sign stands around too much else (addresses, prices), so only names that are surely tags are read. */
function readSingle({tag, inside}: Candidate, {system}: ReadingContext): Reading | null {
  const known = wellKnown('percent', inside)
  // %email% and %today% in small letters may be anybody's.
  if (known !== null && (known.system !== 'activecampaign' || inside === inside.toUpperCase())) return known
  const recipient = /^recipient\.([A-Za-z_][\w.-]*)$/.exec(inside)
  if (recipient !== null) return {meaning: named(recipient[1]!), system: 'mailgun'}
  if (isOptOut(tag)) return {meaning: OPT_OUT, system: null}
  if (/^(?:FIRSTNAME|LASTNAME|FULLNAME|PHONE|ORGNAME|CONTACT_TITLE|PERS_\w+)$/.test(inside))
    return {meaning: aValue(inside), system: 'activecampaign'}
  const isAsp = system === 'myasp' || system === 'mailgun'
  return isAsp && /^[a-z_]\w*$/.test(inside) && !/^[\da-f]{2}/.test(inside) ? {meaning: aValue(inside), system} : null
}

function readStibee({tag, inside}: Candidate): Reading | null {
  return isOptOut(tag)
    ? {meaning: OPT_OUT, system: null}
    : /^\w+$/.test(inside)
      ? {meaning: aValue(inside), system: null}
      : null
}

function named(words: string): Meaning {
  const name = nameOf(words)
  return name === null ? problem('name') : aValue(name)
}
