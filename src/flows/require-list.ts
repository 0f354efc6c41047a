/** The list a flow is about, or the error that names those there are. */
import {AppError} from '../errors.ts'
import type {Store} from '../ports/store.ts'

/** Id of the list. Throws LIST_UNKNOWN. */
export async function requireList(name: string, {lists}: Pick<Store, 'lists'>): Promise<number> {
  const id = await lists.find(name)
  if (id === null) throw new AppError('LIST_UNKNOWN', {list: name, known: (await lists.names()).join(', ') || '-'})
  return id
}
