/** What plays a part around a child, as a picture of rings needs it. */
export type EcologyItem = { readonly id: string; readonly title: string; readonly layer: string; readonly direction: 'risk' | 'protective' }

export type PlacedItem = EcologyItem & {
  /** Its sign in the picture and before its title. */
  readonly number: number
  readonly x: number
  readonly y: number
}

export type Ring = { readonly layer: string; readonly radius: number }

/** In pixels: as large as it is ever drawn, the room for the name in the middle, and the room that one sign takes on its ring. */
const largest = 500
const inside = 34
const room = 26

/** The part of a ring at the top that its words need, in radians from the middle to either side. */
const words = 0.6

/**
 * Rings from the inside out, one for each layer; signs stand halfway between two rings, spread evenly beside the words at the top.
 * @param width in pixels of the place that the drawing has: it is drawn as large as that, so that letters keep their size
 */
export const layoutEcology = (layers: readonly string[], items: readonly EcologyItem[], width: number): { readonly size: number; readonly rings: readonly Ring[]; readonly items: readonly PlacedItem[] } => {
  const size = Math.min(width, largest)
  const step = (size / 2 - 2 - inside) / layers.length
  const rings = layers.map((layer, index): Ring => ({ layer, radius: inside + step * (index + 1) }))
  const inOrder = layers.flatMap((layer) => items.filter((item) => item.layer === layer))
  const placed = rings.flatMap(({ layer, radius }) => {
    const own = inOrder.filter((item) => item.layer === layer)
    const middle = radius - step / 2
    /** A crowded ring lets its signs stand in two rows. */
    const isCrowded = own.length * room > 2 * (Math.PI - words) * middle
    return own.map((item, index): PlacedItem => {
      const angle = words + ((index + 0.5) / own.length) * 2 * (Math.PI - words) - Math.PI / 2
      const away = middle + (isCrowded ? (index % 2 === 0 ? -step / 4 : step / 4) : 0)
      return { ...item, number: inOrder.indexOf(item) + 1, x: size / 2 + away * Math.cos(angle), y: size / 2 + away * Math.sin(angle) }
    })
  })
  return { size, rings, items: placed }
}
