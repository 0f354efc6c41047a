import {Args} from '@oclif/core'
import {BaseCommand} from '../../cli/base-command.ts'
import {startProgress} from '../../cli/progress.ts'
import {showListLines, showListPicture} from '../../cli/show-list.ts'
import type {ListLine, ListPicture} from '../../flows/show-list.ts'
import {showList, showLists} from '../../flows/show-list.ts'

export default class ListShow extends BaseCommand {
  static override summary = 'See the lists, or one in numbers: who may be mailed, consents, growth, domains, imports.'
  static override description =
    'Without a name, all lists. With one: who may be mailed as far as the store knows (what a law asks beyond that, `todoke audit` says), consents by basis and source, when people joined, their domains, how full the columns are, and the imports with the ids that `list undo` takes. Shows no person and changes nothing.'
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> news',
    '<%= config.bin %> <%= command.id %> news --json',
  ]

  static override args = {
    name: Args.string({ignoreStdin: true, description: 'Name of the list; all lists without it.'}),
  }

  async run(): Promise<{readonly lists: readonly ListLine[]} | ListPicture> {
    const {args} = await this.parse(ListShow)
    const {offsetOf, showNeeds, workspace} = await import('../../wiring/workspace.ts')
    const place = await workspace(this.screen.lang)
    const needs = await showNeeds(place)
    const progress = startProgress(this.screen)
    try {
      if (args.name === undefined) {
        const lists = await showLists(needs)
        showListLines(lists, this.screen)
        return {lists}
      }
      const onProgress = (contacts: number) => progress.show(() => this.screen.t('lists.show.progress', {contacts}))
      const list = await showList({list: args.name, offsetMinutes: offsetOf(place.settings), onProgress}, needs)
      progress.stop()
      showListPicture(list, this.screen)
      return list
    } finally {
      progress.stop()
      await needs.store.close()
    }
  }
}
