/** What a lint is asked, put together from flags, the todoke.lint.yaml near each template, and the workspace, in that order. */
import type {Law} from '../core/laws/law.ts'
import type {Severity} from '../core/lint/finding.ts'
import type {LintSettings} from '../core/lint/lint-settings.ts'
import type {SenderFacts} from '../core/lint/template-view.ts'
import type {Settings} from '../core/settings.ts'
import type {System} from '../core/templates/convert/reading.ts'
import {lawsOf} from '../rulebook/laws.ts'

export interface LintFlags {
  /** Null = not said. */
  readonly laws: readonly string[] | null
  readonly sender: {readonly [Fact in keyof SenderFacts]-?: string | undefined}
  readonly weights: ReadonlyMap<string, Severity | 'off'>
  readonly strict: boolean | undefined
  readonly maxWarnings: number | undefined
}

export interface OwnChoices {
  /** By name. */
  readonly laws: readonly string[]
  readonly lawsAreSaid: boolean
  readonly sender: SenderFacts
  readonly weights: ReadonlyMap<string, Severity | 'off'>
  readonly usualSystem: System | null
}

export interface LintChoices extends Omit<OwnChoices, 'laws'> {
  readonly laws: readonly Law[]
  /** By path, where a file near it says something. */
  readonly own: ReadonlyMap<string, OwnChoices>
  readonly isStrict: boolean
  /** Null = any number of them. */
  readonly maxWarnings: number | null
}

/** near: by path. Throws LAW_UNKNOWN. */
export function lintChoices(
  flags: LintFlags,
  near: ReadonlyMap<string, LintSettings>,
  workspace: Settings | null,
): LintChoices {
  const limits = [...near.values()].flatMap(({maxWarnings}) => maxWarnings ?? [])
  const usual = choicesBy(flags, null, workspace)
  return {
    ...{...usual, laws: lawsOf(usual.laws)},
    own: new Map([...near].map(([path, settings]) => [path, choicesBy(flags, settings, workspace)])),
    // Several files may say it for several templates: the strictest holds for the run.
    isStrict: flags.strict ?? [...near.values()].some(({strict}) => strict === true),
    maxWarnings: flags.maxWarnings ?? (limits.length === 0 ? null : Math.min(...limits)),
  }
}

function choicesBy(flags: LintFlags, near: LintSettings | null, workspace: Settings | null): OwnChoices {
  const fact = (name: 'name' | 'address' | 'contact') =>
    flags.sender[name] ?? near?.sender[name] ?? workspace?.sender[name] ?? ''
  return {
    laws: flags.laws ?? near?.laws ?? workspace?.laws ?? ['jp'],
    lawsAreSaid: flags.laws !== null,
    sender: {
      ...{name: fact('name'), address: fact('address'), contact: fact('contact')},
      addressPage: flags.sender.addressPage ?? near?.sender.addressPage ?? '',
    },
    weights: new Map([...(near?.weights ?? []), ...flags.weights]),
    usualSystem: near?.system ?? null,
  }
}
