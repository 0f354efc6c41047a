// The documentation of the rules on templates, docs/rules/en.md and ja.md, as text: made from the rules and duties themselves.
import {join} from 'node:path'
import {pathToFileURL} from 'node:url'

export const RULE_PAGES = {en: 'docs/rules/en.md', ja: 'docs/rules/ja.md'}

/** An example that is long to make a point says so in fewer words. */
const LONGEST = 240

const WORDS = {
  en: {
    title: 'What lint checks',
    about:
      'Made from the rules and duties of this version by `npm run readme`; do not edit. A *rule* looks at a template; a *duty* is what a law or a standard demands, and says how much a breach weighs. `todoke rules explain ID` tells more of each.',
    aside: 'Setting a finding aside',
    asideWords: [
      'In the template, with a reason that is printed: `<!-- todoke-disable jp/postal-address: on the linked page -->` in HTML, `{{! todoke-disable jp/postal-address: on the linked page }}` in HTML and text.',
      'For a run: `--rule jp/postal-address=off` (or `=warning`).',
      'All that is there today: `--write-baseline known.json` once, then `--baseline known.json`.',
    ],
    rules: 'Rules',
    duties: ['duty', 'what is demanded', 'weight', 'since', 'sources'],
    findings: 'Findings and the way out',
    bad: 'Found in',
    good: 'Nothing found in',
    sure: {verified: 'checked in the primary text', secondary: 'secondary texts', unverified: 'not checked'},
    firm: (day) => `from ${day}; a warning until then`,
    whole: 'Not asked of fragments (`--partial`).',
  },
  ja: {
    title: '点検の内容',
    about:
      'この版のルールと義務から `npm run readme` で作成しています。直接編集しないでください。*ルール*はテンプレートの見方、*義務*は法令や基準が求めることで、違反の重さは義務ごとに決まります。詳しくは `todoke rules explain ID` をご覧ください。',
    aside: '指摘を対象外にする',
    asideWords: [
      'テンプレートの中で、理由とともに（理由は表示されます）: HTML では `<!-- todoke-disable jp/postal-address: リンク先に記載 -->`、HTML とテキストでは `{{! todoke-disable jp/postal-address: リンク先に記載 }}`。',
      '実行のたびに: `--rule jp/postal-address=off`（または `=warning`）。',
      '今ある指摘をすべて: 一度 `--write-baseline known.json` を実行し、以後は `--baseline known.json` を付けます。',
    ],
    rules: 'ルール',
    duties: ['義務', '求められること', '重さ', '開始日', '出典'],
    findings: '指摘と対処',
    bad: '指摘される例',
    good: '指摘されない例',
    sure: {verified: '一次資料で確認', secondary: '二次資料', unverified: '未確認'},
    firm: (day) => `${day} から（それまでは警告）`,
    whole: '断片（`--partial`）には求めません。',
  },
}

/** root: the project's folder, with dist/ built. A Markdown text ending in \n. */
export async function rulePage(root, lang) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href)
  const {templateRules} = await load('rules/template-rules.js')
  const {RULEBOOK} = await load('rulebook/laws.js')
  const {severityOf} = await load('core/lint/duty.js')
  const {findingWords, ruleQuestion} = await load('cli/rule-words.js')
  const {text} = await load('i18n/text.js')
  const {visibleControls} = await load('core/visible-controls.js')
  const words = WORDS[lang]
  const screen = {lang, t: (key, values) => text(lang, key, values)}
  const duties = RULEBOOK.flatMap((law) => law.duties)

  const dutyRow = (duty) => {
    // The weight it has once it is firm.
    const weight = text(lang, `severity.${severityOf(duty, '9999-12-31')}`)
    const sources = duty.sources.map(({title, url, confidence}) => {
      const name = url === undefined ? title : `[${title}](${url})`
      return `${name} (${words.sure[confidence]})`
    })
    const cells = [
      `\`${duty.id}\`<br>${duty.title[lang]}`,
      duty.says[lang],
      duty.firmFrom === undefined ? weight : `${weight}<br>${words.firm(duty.firmFrom)}`,
      duty.since,
      sources.join('<br>'),
    ]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll('\n', ' ')).join(' | ')} |`
  }
  const ruleSection = (rule) => {
    const own = duties.filter((duty) => duty.rule === rule.id)
    const found = findingWords(rule.id, own[0]?.with ?? {}, screen)
    return [
      `### ${rule.id}`,
      [ruleQuestion(rule.id, screen), rule.isOfWholeMail ? words.whole : '']
        .filter((part) => part !== '')
        .join(lang === 'ja' ? '' : ' '),
      [`| ${words.duties.join(' | ')} |`, `|${' --- |'.repeat(words.duties.length)}`, ...own.map(dutyRow)].join('\n'),
      `**${words.findings}**`,
      found.map(({message, fix}) => `- ${plain(message)}<br>→ ${plain(fix)}`).join('\n'),
      `**${words.bad}**`,
      examples(rule.bad, visibleControls),
      `**${words.good}**`,
      examples(rule.good, visibleControls),
    ].join('\n\n')
  }
  return `${[
    `# ${words.title}`,
    words.about,
    `## ${words.aside}`,
    words.asideWords.map((line) => `- ${line}`).join('\n'),
    `## ${words.rules}`,
    templateRules.map(({id}) => `[${id}](#${id})`).join(' · '),
    ...templateRules.map(ruleSection),
  ].join('\n\n')}\n`
}

/** Words that Markdown would read as markup. */
function plain(words) {
  return words
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(/[*_<>|[\]]/g, '\\$&')))
    .join('')
}

function examples(all, visibleControls) {
  return `\`\`\`\`text\n${all.map((each) => shortened(visibleControls(each))).join('\n\n')}\n\`\`\`\``
}

function shortened(example) {
  const words = example.replace(/^(text|mail): ?/, '($1) ').trimEnd()
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST / 2)} … ${words.slice(-LONGEST / 2)}`
}
