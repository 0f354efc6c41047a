/** Looks for forms in the mail that ask the reader for a password, or for more than one piece of data. */
import type {TemplateRule} from '../../core/lint/rule.ts'

const ASKING: ReadonlySet<string> = new Set(
  'text email tel number date month url password file textarea datetime-local'.split(' '),
)

export const formData: TemplateRule = {
  id: 'form-data',
  subject: 'template',
  bad: [
    '<form><input type="email" name="mail"><input name="name"><input type="submit"></form>',
    '<form><input type="password" name="p"></form>',
    '<form>お名前<input name="n">電話番号<input type="tel" name="t"></form>',
  ],
  good: [
    '<form><input type="search" name="q"><input type="submit"></form>',
    '<form><input type="email" name="mail"><input type="hidden" name="list"><button>OK</button></form>',
    '<form><input type="radio" name="a"><input type="radio" name="a"><textarea name="why"></textarea></form>',
  ],
  check(view, _wanted, report) {
    view.parts.forEach((part, index) => {
      const asking = part.fields.filter(({type}) => ASKING.has(type))
      const secret = asking.find(({type}) => type === 'password')
      if (secret !== undefined) report({at: {part: index, offset: secret.offset}, key: 'form-data.password'})
      else if (asking.length > 1)
        report({at: {part: index, offset: asking[1]!.offset}, key: 'form-data.several', values: {count: asking.length}})
    })
  },
}
