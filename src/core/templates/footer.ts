/** Placeholder until the footer's texts are merged. */
export function footerSource(_languages: readonly string[], kind: 'html' | 'text'): string {
  return kind === 'html'
    ? '<p>{{sender.name}}<br>{{sender.address}}<br>{{sender.contact}}<br><a href="{{unsubscribe_url}}">Unsubscribe</a></p>\n'
    : '{{sender.name}}\n{{sender.address}}\n{{sender.contact}}\nUnsubscribe: {{unsubscribe_url}}\n'
}
