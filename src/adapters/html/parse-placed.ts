/** Parses HTML so that every text node is one stretch of the source, text moved out of tables too. */
import type {DefaultTreeAdapterMap, DefaultTreeAdapterTypes, TreeAdapter} from 'parse5'
import {defaultTreeAdapter, parse} from 'parse5'

/** Broken HTML is read as a browser would read it. Never throws. */
export function parsePlaced(source: string): readonly DefaultTreeAdapterTypes.ChildNode[] {
  return parse(source, {sourceCodeLocationInfo: true, treeAdapter: placing()}).childNodes
}

/**
 * Of text that stands between a table's cells a browser makes one node before the table. Its place would reach over the
 * cells between: here what stood apart stays apart.
 */
function placing(): TreeAdapter<DefaultTreeAdapterMap> {
  /** The text node that the source is just running through. */
  let running: DefaultTreeAdapterTypes.Node | null = null
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      running = null
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    insertText(parent, text) {
      defaultTreeAdapter.insertText(parent, text)
      running = parent.childNodes.at(-1) ?? null
    },
    insertTextBefore(parent, text, reference) {
      const before = () => parent.childNodes[parent.childNodes.lastIndexOf(reference) - 1]
      if (running !== null && before() === running) defaultTreeAdapter.insertTextBefore(parent, text, reference)
      else defaultTreeAdapter.insertBefore(parent, defaultTreeAdapter.createTextNode(text), reference)
      running = before() ?? null
    },
  }
}
