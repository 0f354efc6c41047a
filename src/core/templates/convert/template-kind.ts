/** What a file of a template folder is, by its name and, where that leaves it open, its content. */

const TEMPLATE_NAME =
  /\.(?:x?html?|txt|mjml|ejs|erb|hbs|handlebars|mustache|liquid|twig|njk|j2|jinja2?|tmpl|tpl|ya?ml)$/i

/** Whether tags may stand in a file of that name; pictures, data and licences are none. */
export function isTemplateName(name: string): boolean {
  return TEMPLATE_NAME.test(name)
}

export function isHtmlTemplate(name: string, source: string): boolean {
  if (/\.(?:x?html?|mjml)$/i.test(name)) return true
  if (/\.(?:txt|ya?ml)$/i.test(name)) return false
  return /<(?:!doctype|html|body|table|tr|td|div|p|br|a|span|img|mj-[a-z]+)\b/i.test(source)
}
