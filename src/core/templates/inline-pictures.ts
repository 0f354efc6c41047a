/** HTML of a mail as a file that opens by itself: its pictures stand in it instead of beside it. */

export interface InlinePicture {
  readonly cid: string | null
  readonly type: string
  readonly content: Uint8Array
}

/** A cid that no picture has stays as it is. */
export function inlinePictures(html: string, files: readonly InlinePicture[]): string {
  const byId = new Map(files.flatMap((file) => (file.cid === null ? [] : [[file.cid, file] as const])))
  return html.replace(/\bcid:([^\s"'<>()]+)/g, (whole, id: string) => {
    const file = byId.get(id)
    if (file === undefined) return whole
    return `data:${file.type};base64,${Buffer.from(file.content).toString('base64')}`
  })
}
