/** Zip files written byte by byte, so that they can also be made wrong. */
import {crc32, deflateRawSync} from 'node:zlib'

export interface ZipPart {
  readonly name: string | Buffer
  readonly content: string | Buffer
  /** Kept as it is, not deflated. */
  readonly isStored?: boolean
  readonly flags?: number
  /** Stands in the archive instead of the true ones. */
  readonly lies?: {readonly crc?: number; readonly size?: number; readonly method?: number}
}

export function zipFile(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let offset = 0
  for (const {name, content, isStored, flags = 0, lies = {}} of parts) {
    const plain = Buffer.from(content as string)
    const packed = isStored ? plain : deflateRawSync(plain)
    const nameBytes = Buffer.from(name as string)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(flags, 2)
    common.writeUInt16LE(lies.method ?? (isStored ? 0 : 8), 4)
    common.writeUInt32LE(lies.crc ?? crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(lies.size ?? plain.length, 18)
    common.writeUInt16LE(nameBytes.length, 22)
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, packed])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, nameBytes]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
