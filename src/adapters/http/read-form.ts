/**
 * The fields of a small form, in either encoding that RFC 8058 section 3.2 names. Of a name that stands twice the first counts.
 */

/** type: the header Content-Type. Null for what is no form. Never throws; the body is at most a kilobyte. */
export function readForm(body: Uint8Array, type: string | undefined): ReadonlyMap<string, string> | null {
  const [kind = '', ...parameters] = (type ?? '').split(';')
  const media = kind.trim().toLowerCase()
  const written = Buffer.from(body)
  // A body whose kind nobody told is read as the usual one: better than to lose a no.
  if (media === '' || media === 'application/x-www-form-urlencoded') return urlencoded(written.toString('utf8'))
  if (media !== 'multipart/form-data') return null
  const boundary = boundaryOf(parameters)
  return boundary === null ? null : multipart(written.toString('latin1'), boundary)
}

function urlencoded(body: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const [name, value] of new URLSearchParams(body)) if (!fields.has(name)) fields.set(name, value)
  return fields
}

/** Of RFC 2046 section 5.1.1, quoted or not. */
function boundaryOf(parameters: readonly string[]): string | null {
  for (const parameter of parameters) {
    const [, quoted, plain] = /^\s*boundary=(?:"([^"]{1,70})"|([^\s"]{1,70}))\s*$/i.exec(parameter) ?? []
    if (quoted !== undefined || plain !== undefined) return quoted ?? plain!
  }
  return null
}

function multipart(body: string, boundary: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  const [, ...parts] = `\n${body}`.split(`\n--${boundary}`)
  for (const part of parts) {
    if (part.startsWith('--')) break
    const end = /\r?\n\r?\n/.exec(part)
    if (end === null) continue
    const [, quoted, plain] =
      /^content-disposition:[^\r\n]*;[ \t]*name=(?:"([^"\r\n]*)"|([^\s;"]+))/im.exec(part.slice(0, end.index)) ?? []
    const name = quoted ?? plain
    const value = Buffer.from(part.slice(end.index + end[0].length).replace(/\r$/, ''), 'latin1').toString('utf8')
    if (name !== undefined && !fields.has(name)) fields.set(name, value)
  }
  return fields
}
