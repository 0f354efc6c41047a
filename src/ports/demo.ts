/** What the demo asks of its stage: invented files, a relay that counts, and the real commands run one by one. */

export interface DemoList {
  readonly list: string
  readonly optOutForm: string
  readonly optOutService: string
  readonly rows: number
  /** Addresses of the list that stand in an opt-out file, lower case. */
  readonly optedOut: readonly string[]
}

export interface DemoStage {
  /** The workspace's folder, which is also where the commands run. */
  readonly folder: string
  readonly relayPort: number
  makeList(contacts: number): Promise<DemoList>
  /** A copy of the sample mail without its opt-out words: the mistake that lint must find. */
  makeBadTemplate(): Promise<string>
  /** Runs one command of Todoke as a user would; its output goes straight to the screen. Resolves with its exit code. */
  run(words: readonly string[]): Promise<number>
  relayCounts(): Promise<{readonly accepted: number; readonly twice: number}>
  mailedAmong(addresses: readonly string[]): Promise<number>
}
