/** A header line for a list that has none, so that the file of its rejected rows can be imported like any other. */
import {stringify} from 'csv-stringify/sync'
import type {ListMapping} from '../../../core/contacts/mapping.ts'
import {encodeText} from '../encoding/encode-text.ts'
import {lineEndOf} from '../encoding/line-ends.ts'
import type {Dialect} from '../read-records.ts'

/** In the encoding of the list, ended as its first line is. firstLine: its bytes. */
export function headerFor(mapping: ListMapping, {delimiter, encoding}: Dialect, firstLine: Buffer): Buffer {
  const names = mapping.map((column) => column.header)
  const newline = lineEndOf(firstLine, encoding) ?? '\n'
  return encodeText(stringify([names], {delimiter, record_delimiter: newline}), encoding)
}
