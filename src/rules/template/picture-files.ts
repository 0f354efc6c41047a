/** Looks whether the pictures that the HTML takes from files beside it are there and are pictures. */
import type {TemplateRule} from '../../core/lint/rule.ts'

/** The examples stand in an empty folder. */
export const pictureFiles: TemplateRule = {
  id: 'picture-files',
  subject: 'template',
  bad: ['<img src="logo.png" alt="">', '<table background="images/back.jpg"></table>', '<img src=logo.png>'],
  good: [
    '<img src="https://shop.example.co.jp/logo.png" alt="">',
    '<img src="cid:logo" alt="">',
    '<img src="{{logo_url}}" alt="">',
  ],
  check(view, _wanted, report) {
    for (const {kind, key, values, place} of view.faults ?? [])
      if (kind === 'picture')
        report({key: key === 'template-file.missing' ? 'picture-files.missing' : key, values, place})
  },
}
