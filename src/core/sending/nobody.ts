/**
 * Who the links and ids of a preview belong to: nobody, in no send, signed with a key that is no secret and that no
 * workspace has. Whoever follows the opt-out link of a test mail opts nobody out.
 */
import type {TokenKey} from '../suppression/token.ts'

export const NOBODY: {readonly sendId: string; readonly publicId: string; readonly key: TokenKey} = {
  sendId: Buffer.alloc(8).toString('base64url'),
  publicId: Buffer.alloc(16).toString('base64url'),
  key: {id: '00000000', secret: new Uint8Array(32)},
}
