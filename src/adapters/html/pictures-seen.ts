/** The pictures of a part as rules see them, and what each is to the link around it. */
import type {ImageView} from '../../core/lint/template-view.ts'
import type {Style} from './css-cascade.ts'
import type {Shape} from './css-selectors.ts'
import {lengthPx} from './css-values.ts'

export type FoundImage = Omit<ImageView, 'link'>

export function imageOf({attributes}: Shape, style: Style, isSeen: boolean, offset: number): FoundImage {
  const px = (name: 'width' | 'height') => {
    const styled = style?.get(name)
    const said = styled === undefined ? null : lengthPx(styled, null, null)
    return said ?? lengthPx((attributes.get(name) ?? '').trim().toLowerCase(), null, null)
  }
  const isDecoration =
    /^(?:presentation|none)$/.test(attributes.get('role') ?? '') || attributes.get('aria-hidden') === 'true'
  return {
    src: (attributes.get('src') ?? '').trim(),
    alt: isDecoration ? '' : (attributes.get('alt') ?? nameOf(attributes)),
    width: px('width'),
    height: px('height'),
    isSeen,
    offset,
  }
}

/** A link that says in another way where it leads needs no alternative text. */
export function nameOf(attributes: Shape['attributes']): string | null {
  return attributes.get('aria-label') || attributes.get('title') || null
}

/** around: for each link that holds pictures its words, and the pictures' indexes from and to (exclusive). */
export function withLinks(
  found: readonly FoundImage[],
  around: readonly {readonly words: string; readonly from: number; readonly to: number}[],
): readonly ImageView[] {
  const images: ImageView[] = found.map((image) => ({...image, link: 'none'}))
  for (const {words, from, to} of around) {
    const inside = found.slice(from, to)
    const isSilent = words.trim() === '' && inside.every(({alt}) => alt === null || alt.trim() === '')
    for (let i = from; i < to; i += 1) images[i] = {...images[i]!, link: isSilent ? 'alone' : 'beside-words'}
  }
  return images
}
