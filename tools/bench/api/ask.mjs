// A process that asks: it is told over IPC what by how many at once, and says how soon the answers came. It looks at every answer.
// Requests go over sockets that stay open, written and read here: a client that does more would take the processor from who answers.
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'

const headEnd = Buffer.from('\r\n\r\n')

/** A connection that asks one thing at a time. @returns the body of the answer; a status other than 200 is an error */
const openConnection = (port) => {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true })
  let [parts, wanted, settle] = [[], Infinity, undefined]
  const fail = (error) => { settle?.reject(error); settle = undefined }
  socket.on('error', fail)
  socket.on('close', () => { fail(new Error('The connection was closed.')) })
  let length = 0
  socket.on('data', (chunk) => {
    parts.push(chunk)
    length += chunk.length
    if (wanted !== Infinity && length < wanted) return
    const all = parts.length === 1 ? chunk : Buffer.concat(parts)
    if (wanted === Infinity) {
      const end = all.indexOf(headEnd)
      if (end === -1) { parts = [all]; return }
      const head = all.toString('latin1', 0, end)
      const size = /\r\ncontent-length: (\d+)/i.exec(head)
      if (!head.startsWith('HTTP/1.1 200') || size === null) { fail(new Error(`${head.split('\r\n')[0]} ${all.toString('utf8', end)}`)); return }
      wanted = end + 4 + Number(size[1])
      if (length < wanted) { parts = [all]; return }
    }
    const body = all.subarray(all.indexOf(headEnd) + 4);
    [parts, wanted, length] = [[], Infinity, 0]
    const { resolve } = settle
    settle = undefined
    resolve(body)
  })
  return {
    ask: (request) => new Promise((resolve, reject) => { settle = { resolve, reject }; socket.write(request) }),
    close: () => { socket.destroy() },
  }
}

const requestOf = (body, cookie) => {
  const text = JSON.stringify(body)
  return `POST /graphql HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\nx-samenspel-app: desk\r\n${cookie === undefined ? '' : `cookie: ${cookie}\r\n`}content-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`
}

const mustBe = (found, expected, what) => { if (found !== expected) throw new Error(`${what}: ${found} instead of ${expected}`) }

/** What each kind of question sends and what its answer must hold. */
const kinds = {
  bare: () => ({ body: { query: '{ __typename }' }, check: (answer) => { mustBe(answer.toString(), '{"data":{"__typename":"Query"}}\n', 'bare') } }),
  items: () => ({ body: { query: '{ items { id name count } }' }, check: (answer) => { mustBe(JSON.parse(answer).data.items.length, 50, 'items') } }),
  page: ({ document, family, first, all }) => ({
    body: { ...document, variables: { id: family } },
    check: (answer) => {
      const { data, errors } = JSON.parse(answer)
      if (errors !== undefined) throw new Error(`page: ${errors[0].message}`)
      mustBe(data.family.id, family, 'the family')
      mustBe(data.family.contributions.nodes.length, first, 'contributions of the page')
      mustBe(data.family.contributions.pageInfo.hasNextPage, all > first, 'another page')
    },
  }),
  families: ({ document, count }) => ({
    body: document,
    check: (answer) => {
      const { data, errors } = JSON.parse(answer)
      if (errors !== undefined) throw new Error(`families: ${errors[0].message}`)
      mustBe(data.families.nodes.length, count, 'families')
    },
  }),
  today: ({ document, least }) => ({
    body: document,
    check: (answer) => {
      const { data, errors } = JSON.parse(answer)
      if (errors !== undefined) throw new Error(`today: ${errors[0].message}`)
      if (data.today.items.length < least) throw new Error(`today: ${data.today.items.length} items`)
    },
  }),
  contribution: ({ document, on, families }) => {
    const familyId = families[Math.floor(Math.random() * families.length)]
    return {
      body: { ...document, variables: { commandId: randomUUID(), familyId: familyId.id, input: { kind: 'NOTE', subject: { kind: 'CHILD', memberIds: [familyId.child] }, category: 'DEVELOPMENT', setting: 'GROUP', occurredOn: on, situation: 'Zij koos de gele lepel en at drie hapjes vla. Daarna was het genoeg en dat was goed.' } } },
      check: (answer) => {
        const { data, errors } = JSON.parse(answer)
        if (errors !== undefined) throw new Error(`contribution: ${errors[0].message}`)
        mustBe(data.addContribution.familyId, familyId.id, 'the family')
      },
    }
  },
}

/**
 * @param clients so many ask at once, each one thing after the other; those of whom `each` tells ask in turn in each of their sessions
 * @param seconds how long, or `times` how often altogether
 */
const run = async ({ port, clients, seconds, times, kind, more, each }) => {
  const took = []
  let [bytes, asked] = [0, 0]
  const began = performance.now()
  await Promise.all(Array.from({ length: clients }, async (_, client) => {
    const connection = openConnection(port)
    const own = each?.filter((_one, i) => i % clients === client % each.length) ?? [{}]
    for (let turn = 0; times === undefined ? performance.now() - began < seconds * 1000 : asked < times; turn += 1) {
      asked += 1
      const { cookie, ...rest } = own[turn % own.length]
      const { body, check } = kinds[kind]({ ...more, ...rest })
      const request = requestOf(body, cookie)
      const at = performance.now()
      const answer = await connection.ask(request)
      took.push(performance.now() - at)
      bytes += answer.length
      check(answer)
    }
    connection.close()
  }))
  const elapsed = performance.now() - began
  took.sort((a, b) => a - b)
  const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))]
  return { count: took.length, perSecond: took.length * 1000 / elapsed, p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: took.at(-1), bytes: Math.round(bytes / took.length) }
}

process.on('message', ({ job }) => { run(job).then((result) => { process.send({ result }) }, (error) => { process.send({ error: error.message }) }) })
