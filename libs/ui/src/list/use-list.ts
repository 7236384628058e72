import { useEffectEvent, useLayoutEffect, useState } from 'react'
import { getOperationName, stringifyVariables, useClient, type AnyVariables, type CombinedError, type TypedDocumentNode } from 'urql'
import { followList, type Connection, type Listed } from './follow-list.ts'
import { placeInHistory, recall, remember } from '../remembered.ts'

type Props<Data, Variables, Node> = {
  readonly query: TypedDocumentNode<Data, Variables>
  /** What narrows the list; where a part begins is added. */
  readonly variables: Omit<Variables, 'after'>
  readonly listIn: (data: Data) => Connection<Node> | null | undefined
  readonly idOf: (node: Node) => string
  /** The part that came with another question; the rest follows behind it. */
  readonly begin?: Connection<Node> | undefined
}

/** For a row: the first one that came takes the focus, so that somebody who asked for more goes on reading there. */
export type RowProps = { readonly tabIndex?: -1; readonly ref?: (row: HTMLElement | null) => void }

/** What the button under a list needs to know. */
export type More = {
  readonly hasMore: boolean
  /** Somebody went on, beyond the first part. */
  readonly isFurther: boolean
  readonly fetching: boolean
  readonly error: CombinedError | undefined
  readonly onMore: () => void
  readonly onRetry: () => void
}

/** Only who still waits at the button is led on. */
const takeFocus = (row: HTMLElement | null): void => {
  const { activeElement } = document
  if (activeElement === document.body || activeElement?.hasAttribute('data-more') === true) row?.focus()
}

/**
 * A list that comes in parts, each below the last. Who goes to a row's page and back finds as much of it as they had.
 * @param query takes `after`, the end of the part before; a list is its own by the name of that question
 */
export const useList = <Data, Variables extends AnyVariables, Node>({ query, variables, listIn, idOf, begin }: Props<Data, Variables, Node>) => {
  const client = useClient()
  const name = getOperationName(query) ?? ''
  const narrowed = stringifyVariables(variables)
  const [place] = useState(placeInHistory)
  const [reading, setReading] = useState<Reading>(() => {
    const kept = recall(place, name) as Reading | undefined
    return kept?.narrowed === narrowed ? kept : { narrowed, count: 1 }
  })
  const [listed, setListed] = useState<Listed<Data, Node>>({ fetching: begin === undefined, error: undefined, first: undefined, nodes: begin?.nodes ?? [], hasMore: begin?.pageInfo.hasNextPage === true, more: { fetching: false, error: undefined }, newest: undefined })
  const [list] = useState(() => followList<Data, Node>(client, idOf, setListed))

  const count = reading.narrowed === narrowed ? reading.count : 1
  const [lastAsked, setLastAsked] = useState(narrowed)
  const ask = useEffectEvent((isOther: boolean) => {
    list.ask({ document: query as TypedDocumentNode<Data, AnyVariables>, variables, listIn, begin }, count, isOther)
  })
  useLayoutEffect(() => {
    ask(lastAsked !== narrowed)
    setLastAsked(narrowed)
  }, [narrowed, count, begin])
  useLayoutEffect(() => () => { list.stop() }, [list])

  const { first } = listed
  const again = (): void => { list.again() }
  const more: More = {
    ...listed.more,
    hasMore: listed.hasMore,
    isFurther: count > 1,
    onMore: () => {
      const next = { narrowed, count: count + 1 }
      list.noteMore(listed.nodes.length)
      remember(place, name, next)
      setReading(next)
    },
    onRetry: again,
  }
  return {
    /** How the first part is asked for; its data are there once it is. */
    asked: { fetching: listed.fetching, error: listed.error, data: first === undefined || first === null ? undefined : { first, nodes: listed.nodes } },
    nodes: listed.nodes,
    again,
    more,
    row: (id: string): RowProps => id === listed.newest ? { tabIndex: -1, ref: takeFocus } : {},
  }
}

/** How many parts of which list somebody reads. */
type Reading = { readonly narrowed: string; readonly count: number }
