/** Which opening tag, branches and closing tag belong together; what has no partner cannot be converted. */
import type {Why} from './reading.ts'
import type {FoundTag} from './scan.ts'

/** The place of a tag in its block. */
export interface Part {
  readonly block: Block
  readonly role: 'open' | 'branch' | 'close'
}

export interface Block {
  readonly open: FoundTag
  /** Null: it can be said in our language. */
  why: Why | null
  isClosed: boolean
}

/** Branches and closers without an opening tag get no part. isTight: whether our tag cannot stand in that tag's place. */
export function pairBlocks(
  tags: readonly FoundTag[],
  isTight: (tag: FoundTag) => boolean,
): {readonly parts: ReadonlyMap<FoundTag, Part>} {
  const parts = new Map<FoundTag, Part>()
  const open: {block: Block; hasElse: boolean}[] = []
  for (const tag of tags) {
    const {meaning} = tag.reading
    if (meaning.kind === 'open') {
      const block: Block = {open: tag, why: meaning.why, isClosed: false}
      open.push({block, hasElse: false})
      parts.set(tag, {block, role: 'open'})
    }
    if (meaning.kind !== 'branch' && meaning.kind !== 'close') continue
    const top = open.at(-1)
    if (top === undefined) continue
    if (top.block.open.family !== tag.family) {
      // Blocks that cross each other say nothing that could be said in ours.
      for (const {block} of open) block.why ??= 'unpaired'
      continue
    }
    parts.set(tag, {block: top.block, role: meaning.kind})
    if (meaning.kind === 'branch') {
      if (top.hasElse) top.block.why ??= 'unpaired'
      top.block.why ??= meaning.why
      top.hasElse ||= meaning.test === null
    } else {
      top.block.isClosed = true
      open.pop()
    }
  }
  for (const [tag, {block}] of parts) block.why ??= block.isClosed ? (isTight(tag) ? 'braces' : null) : 'unpaired'
  return {parts}
}
