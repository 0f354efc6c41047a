/** Looks for what a registered company tells of itself: number, register, representative, registered office. */

import {bodyParts} from '../../core/lint/body-parts.ts'
import type {Catalogue} from '../../core/lint/find-phrases.ts'
import {anyOf, hasAny} from '../../core/lint/find-phrases.ts'
import {fold} from '../../core/lint/fold-text.ts'
import {foldedText} from '../../core/lint/folded-part.ts'
import {linksToIdentification} from '../../core/lint/identification-page.ts'
import type {CompanyDetail} from '../../core/lint/phrases/company-details.ts'
import {COMPANY_DETAILS, REGISTERED_FORMS} from '../../core/lint/phrases/company-details.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'

const PATTERNS = new Map(Object.entries(COMPANY_DETAILS).map(([name, words]) => [name, anyOf({words})]))
const FORMS = new Map(Object.entries(REGISTERED_FORMS as Catalogue).map(([name, words]) => [name, anyOf({words})]))

/** details: all of them are due of companies whose declared name bears a form of that language, formsOf. */
export const companyDetails: TemplateRule<{
  readonly formsOf: keyof typeof REGISTERED_FORMS
  readonly details: readonly CompanyDetail[]
}> = {
  id: 'company-details',
  subject: 'template',
  isOfWholeMail: true,
  exampleWith: {formsOf: 'en', details: ['number', 'jurisdiction', 'office']},
  bad: [
    'sender: Sample Trading Ltd\n<p>Sample Trading Ltd, 1 High Street, London SW1A 1AA</p>',
    'sender: Sample Trading Limited\n<p>Registered in England. Registered office: 1 High Street, London</p>',
    'sender: Sample Trading PLC\ntext: Company number 01234567, registered office: 1 High Street, London\n',
  ],
  good: [
    'sender: Sample Trading Ltd\n<p>Sample Trading Ltd. Registered in England and Wales, company number 01234567. Registered office: 1 High Street, London SW1A 1AA</p>',
    'sender: Sample Trading Ltd\n<p>Registered in Scotland No. SC123456, company no. SC123456. Registered office: 1 High Street</p>',
    'sender: 株式会社サンプル\n<p>株式会社サンプル</p>',
    'sender: Anna Sample\n<p>Anna Sample</p>',
    'sender: Muster Handel Ltd\n<p><a href="https://shop.example.co.jp/impressum">Impressum</a></p>',
  ],
  check(view, {formsOf, details}, report) {
    // Whether a company stands in a register its name tells; a mail without a declared sender is another rule's matter.
    if (!hasAny(FORMS.get(formsOf)!, fold(view.sender.name).text)) return
    for (const {part, end} of bodyParts(view)) {
      if (linksToIdentification(part)) continue
      const {text} = foldedText(part)
      for (const detail of details)
        if (!hasAny(PATTERNS.get(detail)!, text)) report({at: end, key: `company-details.${detail}`})
    }
  },
}
