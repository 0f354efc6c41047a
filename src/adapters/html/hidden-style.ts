/** What a reader cannot see although it is text: styles that hide (rulebook G.10), inline or by class. */

export interface Look {
  /** Hidden together with everything inside; nothing inside can undo it. */
  readonly isGone: boolean
  /** visibility and tiny type are inherited, and may be undone further inside. */
  readonly isInvisible: boolean
  readonly isTiny: boolean
  /** Text and background colour as written, normalised; null = unknown. */
  readonly colour: string | null
  readonly background: string | null
}

export const PLAIN_LOOK: Look = {isGone: false, isInvisible: false, isTiny: false, colour: null, background: null}

export function isSeen(look: Look): boolean {
  const isOneColour = look.colour !== null && look.colour === look.background
  return !look.isGone && !look.isInvisible && !look.isTiny && !isOneColour
}

const GONE =
  /(?:^|[;\s])(?:display\s*:\s*none|opacity\s*:\s*0(?:\.0+)?\s*(?:!important\s*)?(?:;|$)|max-height\s*:\s*0|text-indent\s*:\s*-\d{3,})/i
const FONT_SIZE = /(?:^|[;\s])font-size\s*:\s*(\d*\.?\d+)(px|pt|em|rem|%)?/i
const VISIBILITY = /(?:^|[;\s])visibility\s*:\s*(\w+)/i
const COLOUR = /(?:^|[;\s])color\s*:\s*([^;!]+)/i
const BACKGROUND = /(?:^|[;\s])background(?:-color)?\s*:\s*([^;!]+)/i

/** style: the style attribute, or a class's declarations before it. */
export function lookUnder(parent: Look, style: string, attrs: ReadonlyMap<string, string>): Look {
  const size = FONT_SIZE.exec(style)
  const visibility = VISIBILITY.exec(style)?.[1]?.toLowerCase()
  return {
    isGone: parent.isGone || attrs.has('hidden') || GONE.test(style),
    isInvisible: visibility === undefined ? parent.isInvisible : visibility !== 'visible',
    isTiny: size === null ? parent.isTiny : isTinySize(Number(size[1]), size[2]),
    colour: colourOf(COLOUR.exec(style)?.[1] ?? attrs.get('color')) ?? parent.colour,
    background: backgroundUnder(parent, style, attrs),
  }
}

function isTinySize(size: number, unit: string | undefined): boolean {
  return unit === undefined || unit === 'px' || unit === 'pt' ? size < 2 : size === 0
}

/** A background picture may have any colour: then nothing is known. */
function backgroundUnder(parent: Look, style: string, attrs: ReadonlyMap<string, string>): string | null {
  if (attrs.has('background') || /url\(|gradient/i.test(style)) return null
  return colourOf(BACKGROUND.exec(style)?.[1] ?? attrs.get('bgcolor')) ?? parent.background
}

/** #fff, #FFFFFF, white and rgb(255,255,255) are one colour; what we do not know is null. */
function colourOf(written: string | undefined): string | null {
  const word = written?.trim().toLowerCase() ?? ''
  const hex = /^#?([\da-f]{6}|[\da-f]{3})$/.exec(word)?.[1]
  if (hex !== undefined) return hex.length === 3 ? hex.replace(/./g, '$&$&') : hex
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(word)
  if (rgb)
    return rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')
  return word === 'white' ? 'ffffff' : word === 'black' ? '000000' : null
}

/** Declarations of classes that hide, from <style> blocks; what stands inside @media and the like is left aside. */
export function hidingClasses(css: string): ReadonlyMap<string, string> {
  const classes = new Map<string, string>()
  for (const rule of withoutAtRules(withoutComments(css)).split('}')) {
    const [selectors = '', declarations = ''] = rule.split('{')
    for (const selector of selectors.split(',')) {
      const name = /^\s*[a-z\d]*\.([\w-]+)\s*$/i.exec(selector)?.[1]
      const hides = name !== undefined && !isSeen(lookUnder(PLAIN_LOOK, declarations, new Map()))
      if (hides) classes.set(name, declarations)
    }
  }
  return classes
}

function withoutComments(css: string): string {
  let kept = ''
  let at = 0
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', at)) {
    kept += `${css.slice(at, start)} `
    const end = css.indexOf('*/', start + 2)
    at = end < 0 ? css.length : end + 2
  }
  return kept + css.slice(at)
}

function withoutAtRules(css: string): string {
  let kept = ''
  let depth = 0
  let isInside = false
  for (const piece of css.match(/@[\w-]+[^{};]*|[{};]|[^@{};]+/g) ?? []) {
    if (!isInside && depth === 0 && piece.startsWith('@')) isInside = true
    else if (!isInside) kept += piece
    if (piece === '{') depth += 1
    else if (piece === '}') depth = Math.max(0, depth - 1)
    if (isInside && depth === 0 && (piece === '}' || piece === ';')) isInside = false
  }
  return kept
}
