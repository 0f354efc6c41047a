/** Which media queries hold where mail is read: in a light pane a little wider than the 600 px most mails are built for. */

/** A rule for screens of up to 600 px is one for phones: it does not hold here. */
const PANE_PX = 601
const EM_PX = 16

/** query: what stands behind @media or in media="…"; empty holds always. What we do not know does not hold. Linear. */
export function appliesToPane(query: string): boolean {
  return query.toLowerCase().split(',').some(isMet)
}

function isMet(query: string): boolean {
  const words = query.trim().replace(/^only\s+/, '')
  const isNot = /^not\s/.test(words)
  const parts = words
    .replace(/^not\s+/, '')
    .split(/\band\b/)
    .map((part) => part.trim())
  return parts.every((part) => part === '' || isTrue(part)) !== isNot
}

function isTrue(part: string): boolean {
  if (/^(?:all|screen)$/.test(part)) return true
  if (!part.startsWith('(')) return false
  const feature = part.replace(/[()\s]/g, '')
  if (feature === 'prefers-color-scheme:light') return true
  const [, bound = '', number = '', unit] =
    /^(min-(?:device-)?width:|max-(?:device-)?width:|width[<>]=?)(\d{1,6}(?:\.\d{1,4})?)(px|em|rem)?$/.exec(feature) ??
    []
  const px = Number(number) * (unit === 'em' || unit === 'rem' ? EM_PX : 1)
  if (number === '') return false
  if (bound === 'width<') return PANE_PX < px
  if (bound === 'width>') return PANE_PX > px
  return bound.startsWith('min') || bound === 'width>=' ? PANE_PX >= px : PANE_PX <= px
}
