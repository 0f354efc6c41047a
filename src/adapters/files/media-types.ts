/** Media types: of pictures by their first bytes, of attachments by the ending of their name (IANA media types). */

/** What mail programs show; null = none of these. svg is recognised so that it can be refused with its reason. */
export function pictureType(content: Uint8Array): string | null {
  const starts = (text: string, at = 0) =>
    Buffer.from(content.subarray(at, at + text.length)).toString('latin1') === text
  if (starts('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (starts('\xff\xd8\xff')) return 'image/jpeg'
  if (starts('GIF87a') || starts('GIF89a')) return 'image/gif'
  if (starts('RIFF') && starts('WEBP', 8)) return 'image/webp'
  return /<svg[\s>]/i.test(Buffer.from(content.subarray(0, 4096)).toString('latin1')) ? 'image/svg+xml' : null
}

const OFFICE = 'application/vnd.openxmlformats-officedocument'
const OPEN = 'application/vnd.oasis.opendocument'

const TYPES: ReadonlyMap<string, string> = new Map([
  ['pdf', 'application/pdf'],
  ['txt', 'text/plain'],
  ['csv', 'text/csv'],
  ['html', 'text/html'],
  ['htm', 'text/html'],
  ['ics', 'text/calendar'],
  ['vcf', 'text/vcard'],
  ['md', 'text/markdown'],
  ['rtf', 'application/rtf'],
  ['json', 'application/json'],
  ['xml', 'application/xml'],
  ['zip', 'application/zip'],
  ['gz', 'application/gzip'],
  ['epub', 'application/epub+zip'],
  ['doc', 'application/msword'],
  ['xls', 'application/vnd.ms-excel'],
  ['ppt', 'application/vnd.ms-powerpoint'],
  ['docx', `${OFFICE}.wordprocessingml.document`],
  ['xlsx', `${OFFICE}.spreadsheetml.sheet`],
  ['pptx', `${OFFICE}.presentationml.presentation`],
  ['odt', `${OPEN}.text`],
  ['ods', `${OPEN}.spreadsheet`],
  ['odp', `${OPEN}.presentation`],
  ['png', 'image/png'],
  ['jpg', 'image/jpeg'],
  ['jpeg', 'image/jpeg'],
  ['gif', 'image/gif'],
  ['webp', 'image/webp'],
  ['svg', 'image/svg+xml'],
  ['tif', 'image/tiff'],
  ['tiff', 'image/tiff'],
  ['heic', 'image/heic'],
  ['mp3', 'audio/mpeg'],
  ['m4a', 'audio/mp4'],
  ['wav', 'audio/wav'],
  ['mp4', 'video/mp4'],
  ['mov', 'video/quicktime'],
])

/** name: of a file, with or without folders. application/octet-stream when the ending is missing or unknown. */
export function attachmentType(name: string): string {
  const ending = /\.([a-z\d]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  return TYPES.get(ending) ?? 'application/octet-stream'
}
