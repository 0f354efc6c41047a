/**
 * XML parts of a workbook as events, while their bytes stream in. Nothing outside the part is ever looked up, and no
 * entity is defined by it: a document type is refused.
 */
import {SaxesParser} from 'saxes'

/** Names come without their prefix: some programs write x:row for row. */
export interface XmlReader {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  /** A piece of text; there may be several in a row. */
  text(text: string): void
}

/** Nothing in a workbook is nested that deep. */
const MOST_DEPTH = 64
/** So much without a single tag is no cell: Excel's hold 32,767 characters. */
const MOST_SILENCE = 1 << 20

/** Yields after every block, when all it holds has been told. Throws Error with what is wrong; what `bytes` throws. */
export async function* readXml(bytes: AsyncIterable<Buffer>, reader: XmlReader): AsyncGenerator<void> {
  const parser = new SaxesParser({xmlns: false, position: false})
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let depth = 0
  let silence = 0
  parser.on('opentag', ({name, attributes}) => {
    silence = 0
    depth += 1
    if (depth > MOST_DEPTH) throw new Error(`XML nested deeper than ${MOST_DEPTH}`)
    reader.open(localName(name), attributes)
  })
  parser.on('closetag', ({name}) => {
    silence = 0
    depth -= 1
    reader.close(localName(name))
  })
  parser.on('text', (text) => reader.text(text))
  parser.on('cdata', (text) => reader.text(text))
  parser.on('doctype', () => {
    throw new Error('XML with a document type')
  })
  parser.on('error', (error) => {
    throw new Error(`XML: ${error.message}`)
  })
  for await (const block of bytes) {
    silence += block.length
    if (silence > MOST_SILENCE + block.length) throw new Error(`XML without a tag for ${MOST_SILENCE} bytes`)
    parser.write(decoder.decode(block, {stream: true}))
    yield
  }
  parser.write(decoder.decode()).close()
}

function localName(name: string): string {
  const at = name.indexOf(':')
  return at < 0 ? name : name.slice(at + 1)
}
