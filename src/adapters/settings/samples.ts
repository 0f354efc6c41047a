/** What the samples of one language hold. */
import type {ExampleValues} from '../../core/example-values.ts'

/** Values of todoke.yaml, each already written as YAML. */
export type YamlValues = Readonly<
  Record<keyof ExampleValues | 'relayPort' | 'relayTls' | 'relayLogin' | 'laws' | 'audienceCountry', string>
>

export interface Samples {
  settings(value: YamlValues): string
  readonly list: {readonly name: string; readonly text: string; readonly isCp932: boolean}
  readonly optOuts: string
}
