/** Looks for forms in the mail that ask the reader for a password, or for more than one piece of data. */
import type {Report, TemplateRule} from '../../core/lint/rule.ts'
import type {FieldView} from '../../core/lint/template-view.ts'

const ASKING: ReadonlySet<string> = new Set(
  'text email tel number date month url password file textarea datetime-local'.split(' '),
)

/** What is looked for is no data of the reader's. */
const FOR_SEARCHES = /search|query|keyword|^[qs]$/i

export const formData: TemplateRule = {
  id: 'form-data',
  subject: 'template',
  bad: [
    '<form><input type="email" name="mail"><input name="name"><input type="submit"></form>',
    '<form><input type="password" name="p"></form>',
    '<form>お名前<input name="n">電話番号<input type="tel" name="t"></form>',
  ],
  good: [
    '<form><input type="search" name="q"><input name="keyword"></form><form><input name="mail"></form>',
    '<form><input type="email" name="mail"><input type="hidden" name="list"><button>OK</button></form>',
    '<form><input type="radio" name="a"><input type="radio" name="a"><textarea name="why"></textarea></form>',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      const asking = part.fields.filter((field) => ASKING.has(field.type) && !FOR_SEARCHES.test(field.name))
      const secret = asking.find(({type}) => type === 'password')
      if (secret !== undefined) report({at: {part: index, offset: secret.offset}, key: 'form-data.password'})
      if (secret === undefined) checkCounts(asking, index, report)
    })
  },
}

function checkCounts(asking: readonly FieldView[], part: number, report: Report): void {
  const byForm = new Map<number, FieldView[]>()
  for (const field of asking) {
    const fields = byForm.get(field.form)
    if (fields === undefined) byForm.set(field.form, [field])
    else fields.push(field)
  }
  for (const {length, 1: second} of byForm.values())
    if (second !== undefined)
      report({at: {part, offset: second.offset}, key: 'form-data.several', values: {count: length}})
}
