/** Whatever the template holds, its conversion ends, throws nothing, and done twice is as done once. */
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {convertAlone} from '../support/convert.ts'

const PIECES =
  `*| |* *|FNAME|* *|IF:A|* *|ELSE:|* *|END:IF|* {{ }} {{{ }}} {{name}} {{#if␣a}} {{else}} {{else␣if␣b}} {{/if}} {{#each␣x}}
  {{/each}} {{this.a}} {{this}} {{.}} {{#a}} {{/a}} {{^a}} {{>␣p}} {{!␣c}} {{!--␣--}} {{␣contact.X␣|␣default:␣"y"␣}} {{a|b}} {{a:date|b}}
  {{␣if␣.A␣}} {{␣end␣}} {{␣.Subscriber.Name␣}} {% %} {%␣if␣a␣%} {%␣else␣%} {%␣endif␣%} {%␣for␣a␣in␣b␣%} {%␣endfor␣%} {%␣if␣a==1␣%} {{␣a.b␣}} {#␣x␣#}
  <% %> <%=␣a␣%> <%-␣a␣%> <%␣if␣(a)␣{␣%> <%␣}␣%> <%asm_group_unsubscribe_raw_url%> %%a%% %% % %recipient.a% [[a]] [[ ]] ##a## ## {$a} {$ } {
  [Sender_Address] [Sender_City] [unsubscribe] [ ] , <!-- --> <style> </style> <script> </script> <a␣href=" "> <p> <unsubscribe> </unsubscribe>
  \n ␣ a 氏名 - -first_name- | : & ' "`
    .split(/\s+/)
    .map((piece) => piece.replaceAll('␣', ' '))

const pieces = fc.array(fc.oneof({weight: 9, arbitrary: fc.constantFrom(...PIECES)}, fc.string({unit: 'grapheme'})), {
  maxLength: 30,
})

describe('a conversion', () => {
  it.each(['', 'text:'])('of any mix of tags, %s, is stable', (kind) => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const once = convertAlone(kind + parts.join(''))
        expect(convertAlone(kind + once.text).text).toBe(once.text)
      }),
      {numRuns: 2000},
    )
  })

  it('tells replacements that make the result out of the source', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const source = parts.join('')
        const {text, replacements} = convertAlone(source)
        const grown = replacements.reduce((sum, each) => sum + each.new.length - each.old.length, source.length)
        expect(text).toHaveLength(grown)
        for (const {old, new: next} of replacements) expect(old === next).toBe(false)
      }),
    )
  })

  // Quadratic work on a megabyte would take many minutes, and the run would end by its time limit.
  it.each(['{{', '{{a', '{%', '*|A', '<%', '%%', '[[', '##a', '{$a', '-a', '<!--', '<a href="', '[Sender_City]'])(
    'of a megabyte of %s ends',
    (piece) => {
      const source = piece.repeat(Math.ceil(1_000_000 / piece.length))
      expect(convertAlone(source).text.length).toBeGreaterThan(0)
    },
    30_000,
  )
})
