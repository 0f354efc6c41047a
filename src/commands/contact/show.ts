import {Args, Flags} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {momentsAsIso} from '../../cli/consent-json.ts'
import {contactAsJson} from '../../cli/contact-json.ts'
import {contactSheet} from '../../cli/contact-sheet.ts'
import {showSheet} from '../../cli/show-sheet.ts'
import {dayInJapan} from '../../core/lint/day.ts'
import {isoWithZone} from '../../core/zoned-moment.ts'
import {showContact} from '../../flows/show-contact.ts'
import {lawChoiceOf} from '../../rulebook/laws.ts'

export default class ContactShow extends BaseCommand {
  static override summary = 'Everything held on one person, as a page to read and to hand over (disclosure request).'
  static override description =
    'Shows the contact with all its columns, lists, consents with proof and origin, every opt-out ever recorded, sends with what the relay said, imports with what they changed, and until when proof must be kept. --html writes one page without scripts, in the language of --lang. Of an erased person it tells when, and until which day proof is locked away. Exit code 1 when nothing is held.'
  static override examples = [
    '<%= config.bin %> <%= command.id %> taro@example.jp',
    '<%= config.bin %> <%= command.id %> taro@example.jp --html taro.html --lang ja',
    '<%= config.bin %> <%= command.id %> taro@example.jp --json',
  ]

  static override args = {address: Args.string({required: true, ignoreStdin: true, description: 'The address.'})}

  static override flags = {
    html: Flags.string({
      summary: 'Write one self-contained page to this file, readable by you alone.',
      helpValue: 'FILE',
    }),
    overwrite: Flags.boolean({summary: 'Replace the file when it is there.'}),
  }

  async run() {
    const {args, flags} = await this.parse(ContactShow)
    const {caseSettingOf, clock, offsetOf, showNeeds, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const {settings} = place
    const offsetMinutes = offsetOf(settings)
    const asOf = clock.now()
    const setting = await caseSettingOf(place, {list: null, purpose: null, lang: this.screen.lang})
    const needs = await showNeeds(place)
    try {
      const answer = await showContact(
        {
          ...{address: args.address, asOf, isPast: false, setting, offsetMinutes},
          day: dayInJapan(asOf),
          choice: lawChoiceOf(settings.laws),
          audience: settings.audienceCountry,
        },
        needs,
      )
      const sheet = contactSheet(answer, offsetMinutes, this.screen)
      if (flags.html === undefined) showSheet(sheet, this.screen)
      else {
        const {sheetPage} = await import('../../wiring/contacts.ts')
        const footer = this.screen.t('contact.footer', {
          when: isoWithZone(asOf, offsetMinutes),
          sender: settings.sender.name,
        })
        const page = (await sheetPage())(sheet, this.screen.lang, footer)
        await this.writeResult(flags.html, page, {overwrite: flags.overwrite})
      }
      if (answer.contact === null && answer.consent.suppressions.length === 0) this.exitWithFailures()
      return momentsAsIso(contactAsJson(answer, this.screen.lang), offsetMinutes)
    } finally {
      await needs.store.close()
    }
  }
}
