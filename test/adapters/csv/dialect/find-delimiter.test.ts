import {describe, expect, it} from 'vitest'
import {findDelimiter, separatorLine} from '../../../../src/adapters/csv/dialect/find-delimiter.ts'

const found = (text: string) => findDelimiter(text.split('\n'))

describe('the delimiter', () => {
  it.each([
    ['commas', ',', 'a,b\n1,2\n3,4'],
    ['tabs', '\t', 'a\tb\n1\t2\n3\t4'],
    ['semicolons', ';', 'a;b\n1;2\n3;4'],
    ['pipes', '|', 'a|b\n1|2\n3|4'],
    ['semicolons between decimal commas', ';', 'name;email;score\nA;a@example.jp;1,5\nB;b@example.jp;2,5'],
    [
      'semicolons where every cell but one has a comma',
      ';',
      'name;email\nSmith, A;a@example.jp\nJones, B;b@example.jp',
    ],
    ['commas between tags parted by pipes', ',', 'tags,email\nred|blue,a@example.jp\nred|green,b@example.jp'],
    ['tabs in text full of commas', '\t', 'email\ttext\na@example.jp\tone, two, three\nb@example.jp\tfour, five, six'],
    ['commas although quoted cells are full of semicolons', ',', '"a;b;c;d",e\n"1;2;3;4",5'],
    ['semicolons although a quoted cell has commas', ';', 'a;b;"x,y,z"\n1;2;"p,q,r"'],
    ['semicolons below a title with commas', ';', 'Report, May, draft\n\nname;email\nA;a@example.jp\nB;b@example.jp'],
    ['semicolons in rows of unequal width', ';', 'a;b;c;d\na@example.jp;1\nb@example.jp;1;2;3\nc@example.jp;1;2'],
    ['a comma for a file of one column', ',', 'email\na@example.jp\nb@example.jp'],
    [
      'a comma for one column with a stray semicolon',
      ',',
      'a@example.jp\nb@example.jp\nc@example.jp; old\nd@example.jp',
    ],
    [
      'commas although the last row has two addresses parted by a semicolon, and some are no addresses',
      ',',
      'email,name\na@example.jp,A\nb b@example.jp,B\n@example.jp,C\nd@example.jp;e@example.jp,D',
    ],
    ['semicolons below a title with an address', ';', 'of info@example.jp\n\nname;email\nA;a@example.jp'],
    ['a comma for nothing at all', ',', ''],
    ['semicolons around line breaks in quotes', ';', 'a;b\n"x\ny,z";1\n"p\nq,r";2'],
  ])('is told: %s', (_, delimiter, text) => {
    expect(found(text)).toBe(delimiter)
  })
})

describe("Excel's own first line", () => {
  it.each([
    ['sep=;', ';'],
    ['SEP=,', ','],
    ['"sep=|"', '|'],
    ['sep=\t', '\t'],
    ['sep=:', ':'],
    ['sep=', null],
    ['sep=ab', null],
    ['sep=x', null],
    ['sep="', null],
    ['separator=;', null],
    ['email', null],
  ])('%j says %j', (line, delimiter) => {
    expect(separatorLine(line)).toBe(delimiter)
  })
})
