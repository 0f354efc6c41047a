/** Looks whether the name in From shows another address, another organisation's domain or another company than the sender's. */
import {organisationDomain} from '../../core/lint/organisation-domain.ts'
import type {TemplateRule} from '../../core/lint/rule.ts'
import {firstCompany, showsName, showsShortName} from '../../core/lint/sender-names.ts'

/** Common endings only: "Node.js" and "St. Mary" are no domains. */
const DOMAIN =
  /(?<![\w.-])(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,3}(?:com|net|org|info|biz|shop|jp|us|ca|uk|eu|de|fr|es|it|nl|au|sg|kr|cn|hk|tw|br|in)(?![\w-])/giu
const ADDRESS = /[\w.+-]{1,64}@((?:[\w-]{1,63}\.){1,8}[a-z]{2,24})/iu

export const fromSender: TemplateRule = {
  id: 'from-sender',
  subject: 'template',
  bad: [
    'from: support@bank.example.org <news@shop.example.net>\n<p>Hello</p>',
    'from: 大手銀行 bank.example.com <news@shop.example.net>\n<p>こんにちは</p>',
    'from: 株式会社見本商事 <news@shop.example.co.jp>\nsender: 株式会社サンプル\n<p>こんにちは</p>',
    'from: Other Trading Ltd. <news@shop.example.co.jp>\nsender: Sample Trading Ltd.\n<p>Hello</p>',
  ],
  good: [
    'from: サンプル通信 <news@shop.example.co.jp>\nsender: 株式会社サンプル\n<p>こんにちは</p>',
    'from: 株式会社サンプル 広報部 <news@shop.example.co.jp>\nsender: 株式会社サンプル\n<p>こんにちは</p>',
    'from: shop.example.net <news@mail.example.net>\n<p>Hello</p>',
    'from: Anna at St. Mary’s <news@shop.example.net>\n<p>Hello</p>',
    '<p>Hello</p>',
  ],
  check({from, sender}, _wanted, report) {
    if (from === undefined) return
    const {name, address} = from
    const own = organisationDomain(address.slice(address.lastIndexOf('@') + 1))
    const shown = ADDRESS.exec(name)
    if (shown !== null) {
      const values = {shown: shown[0], address}
      if (organisationDomain(shown[1]!) !== own) report({key: 'from-sender.other-address', values})
      return
    }
    // A brand that is a domain may well be sent for from another one.
    const domain = name.match(DOMAIN)?.find((each) => organisationDomain(each) !== own)
    if (domain !== undefined) report({key: 'from-sender.other-domain', values: {shown: domain, address}, isGuess: true})
    const company = firstCompany(name)
    const isOther =
      company !== null && sender.name !== '' && !showsName(name, sender.name) && !showsShortName(name, sender.name)
    // A sender may act for somebody: then the name in From can be that one's.
    if (isOther) report({key: 'from-sender.other-name', values: {shown: company, name: sender.name}, isGuess: true})
  },
}
