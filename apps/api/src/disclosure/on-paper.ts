import type { Opened, Shown } from './gate.ts'

/**
 * Of what opened to whose page it is, what opened to who prints it as well: nobody learns by a page what, whom or where another may know.
 * What isn't of the page itself stands on none.
 */
export const forBoth = (theirs: Opened, printer: Opened, isOfPage: (one: Shown) => boolean): Opened => {
  const both = new Map(printer.items.map(({ item, place }) => [`${item.kind} ${item.id}`, place !== undefined]))
  return {
    ...theirs, proposals: [], existence: [], orders: [],
    items: theirs.items.filter((one) => both.has(`${one.item.kind} ${one.item.id}`) && isOfPage(one)).map((one) => both.get(`${one.item.kind} ${one.item.id}`) === true ? one : withoutPlace(one)),
    professionals: theirs.professionals.intersection(printer.professionals),
    named: new Map([...theirs.named].filter(([person]) => printer.named.has(person))),
  }
}

const withoutPlace = ({ item, policies, inherited }: Shown): Shown => ({ item, policies, ...(inherited !== undefined && { inherited }) })
