import { createRequest, type AnyVariables, type Client, type CombinedError, type OperationContext, type TypedDocumentNode } from 'urql'
import { pipe, subscribe } from 'wonka'

/** A part of a list, and where the next one begins. */
export type Connection<Node> = { readonly nodes: readonly Node[]; readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null } }

/** What a list asks: one document, and what narrows it. */
export type Question<Data, Node> = {
  readonly document: TypedDocumentNode<Data, AnyVariables>
  readonly variables: AnyVariables
  /** Where the list stands in an answer; nothing where it doesn't open. */
  readonly listIn: (data: Data) => Connection<Node> | null | undefined
  /** The part that is there already, where another question brought it. */
  readonly begin?: Connection<Node> | undefined
}

/** What is known of one part. */
type Part<Data> = {
  readonly after: string | undefined
  data?: Data | null | undefined
  error?: CombinedError | undefined
  fetching: boolean
  stop: () => void
}

/** What stands of a list. */
export type Listed<Data, Node> = {
  readonly fetching: boolean
  readonly error: CombinedError | undefined
  /** What the first part came with; nothing before it is there, and where the first part came with another question. */
  readonly first: Data | null | undefined
  /** All rows in their order, each once. */
  readonly nodes: readonly Node[]
  readonly hasMore: boolean
  /** How it goes with the parts after the first. */
  readonly more: { readonly fetching: boolean; readonly error: CombinedError | undefined }
  /** The first row that came since somebody asked for more. */
  readonly newest: string | undefined
}

/**
 * Follows a list from part to part. Each part stays a question of its own, so that all of them are read again when something changed, and
 * each begins where the one before it now ends. What was there stays until its new answer has come.
 * @param idOf by what a row is known, also when it comes twice
 * @param show is told what stands of the list
 */
export const followList = <Data, Node>(client: Client, idOf: (node: Node) => string, show: (listed: Listed<Data, Node>) => void) => {
  let question: Question<Data, Node> | undefined
  const parts: Part<Data>[] = []
  /** How many parts are wanted, the one that is there already among them. */
  let wanted = 1
  /** How many rows there were when somebody asked for more, until the first new one has come. */
  let asked: number | undefined
  let newest: string | undefined

  const listOf = (part: Part<Data> | undefined): Connection<Node> | null | undefined => part?.data == null ? undefined : question?.listIn(part.data)
  const toAsk = (): number => question?.begin === undefined ? wanted : wanted - 1
  const closeFrom = (at: number): void => { for (const part of parts.splice(at)) part.stop() }

  const open = (at: number, after: string | undefined, context: Partial<OperationContext> = {}): void => {
    if (question === undefined) return
    const { document, variables } = question
    const before = parts[at]
    before?.stop()
    const part: Part<Data> = { after, data: before?.data, error: before?.error, fetching: true, stop: () => undefined }
    parts[at] = part
    const asking = pipe(
      client.executeQuery(createRequest(document, { ...variables, after }), context),
      subscribe(({ data, error }) => {
        if (parts[at] !== part) return
        // What can't be reached leaves what was there; what is refused takes it away.
        if (data !== undefined) part.data = data
        part.error = error
        part.fetching = false
        goOn(at)
        tell()
      }),
    )
    part.stop = () => { asking.unsubscribe() }
  }

  /** After a part comes the next, if it is wanted and there is one. */
  const goOn = (at: number): void => {
    const list = at < 0 ? question?.begin : listOf(parts[at])
    const next = list?.pageInfo.hasNextPage === true ? list.pageInfo.endCursor : null
    if (next === null || at + 1 >= toAsk()) closeFrom(at + 1)
    else if (parts[at + 1]?.after === next) goOn(at + 1)
    else open(at + 1, next)
  }

  const tell = (): void => {
    const lists = [question?.begin, ...parts.map(listOf)].filter((list) => list != null)
    const nodes = [...new Map(lists.flatMap((list) => list.nodes).map((node) => [idOf(node), node])).values()]
    const [first, ...rest] = question?.begin === undefined ? parts : [undefined, ...parts]
    const isWhole = parts.every(({ data }) => data != null)
    const came = asked === undefined ? undefined : nodes[asked]
    if (came !== undefined) [newest, asked] = [idOf(came), undefined]
    show({
      fetching: first?.fetching ?? question?.begin === undefined,
      error: first?.error,
      first: first?.data,
      nodes,
      hasMore: isWhole && lists.at(-1)?.pageInfo.hasNextPage === true,
      more: { fetching: rest.some((part) => part?.fetching), error: rest.find((part) => part?.error !== undefined)?.error },
      newest,
    })
  }

  return {
    /** Asks what is to be listed, and so many parts of it. Asked anew, what stood there stays until the answer has come. */
    ask: (next: Question<Data, Node>, count: number, isOther: boolean): void => {
      question = next
      wanted = count
      if (isOther) [asked, newest] = [undefined, undefined]
      if (next.begin === undefined && (isOther || parts.length === 0)) {
        closeFrom(1)
        open(0, undefined)
      } else {
        if (isOther) closeFrom(0)
        goOn(next.begin === undefined ? 0 : -1)
      }
      tell()
    },
    /** One part more is asked for by somebody. */
    noteMore: (rows: number): void => { asked = rows },
    /** All that stands there is asked again at the server. */
    again: (): void => {
      for (const [at, { after }] of [...parts.entries()]) if (parts[at]?.after === after) open(at, after, { requestPolicy: 'network-only' })
      tell()
    },
    stop: (): void => { closeFrom(0) },
  }
}
