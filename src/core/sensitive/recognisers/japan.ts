/**
 * Numbers of Japan beyond マイナンバー and cards, which are tried on every cell. The check digits of 免許証番号 and
 * 住民票コード are in no source we could confirm, so form and words decide alone. Source: rulebook A.3, G.8.2.
 */
import type {Recogniser} from './recogniser.ts'

export const japan: readonly Recogniser[] = [
  {
    kind: 'jp-licence',
    category: 'licence',
    name: {ja: '運転免許証番号', en: 'Japanese driving licence number'},
    shape: '••••••••••••',
    label: /免許証?(の)?(番号|no\.?|ナンバー)/iu,
    // The first two digits name the public safety commission and so begin with no 0.
    form: /(?<![\d-])[1-9]\d{11}(?!\d)|(?<![\d-])[1-9]\d{3}([ -])\d{4}\1\d{4}(?![\d-])/giu,
  },
  {
    kind: 'jp-passport',
    category: 'passport',
    name: {ja: '旅券番号', en: 'Japanese passport number'},
    shape: '•••••••••',
    label: /(パスポート|旅券)(の)?(番号|no\.?|ナンバー)?/iu,
    form: /(?<![A-Z\d])[A-Z]{2} ?\d{7}(?![A-Z\d])/giu,
  },
  {
    kind: 'jp-pension',
    category: 'pension',
    name: {ja: '基礎年金番号', en: 'Japanese basic pension number'},
    shape: '••••-••••••',
    label: /年金(手帳)?(の)?(番号|no\.?)/iu,
    form: /(?<![\d-])\d{4}-?\d{6}(?![\d-])/giu,
  },
  {
    kind: 'jp-insurance',
    category: 'insurance',
    name: {ja: '保険者番号・被保険者番号', en: 'Japanese insurer or insured person’s number'},
    shape: '••••••••',
    label: /(?<!損害|生命|自動車|火災|旅行)保険者?(証)?(の)?(記号)?(番号|no\.?)/iu,
    form: /(?<![\d-])(\d{6,10}|\d{1,8}-\d{1,7})(?![\d-])/giu,
  },
  {
    kind: 'jp-residence-card',
    category: 'residence',
    name: {ja: '在留カード番号', en: 'Japanese residence card number'},
    shape: '••••••••••••',
    label: /在留カード|特別永住者証明書|\bresidence card\b/iu,
    form: /(?<![A-Z\d])[A-Z]{2}\d{8}[A-Z]{2}(?![A-Z\d])/giu,
    proves: {lengths: [12], test: () => true, strength: 'weak'},
  },
  {
    kind: 'jp-resident-code',
    category: 'residence',
    name: {ja: '住民票コード', en: 'Japanese resident record code'},
    shape: '•••••••••••',
    label: /住民票コード|\bjuminhyo code\b/iu,
    form: /(?<![\d-])(\d{11}|\d{5}-\d{5}-\d|\d{3}-\d{4}-\d{4})(?![\d-])/giu,
  },
  {
    kind: 'jp-bank-account',
    category: 'bank',
    name: {ja: '口座番号', en: 'Japanese bank account number'},
    shape: '•••••••',
    label: /口座(の)?(番号|no\.?)/iu,
    form: /(?<![\d-])(\d{6,8}|\d{5}-\d{6,8})(?![\d-])/giu,
  },
]
