/** The tokenizer alone, without the parser: its types are those of the whole package. */
declare module 'css-tree/tokenizer' {
  export {tokenize, tokenTypes} from 'css-tree'
}
