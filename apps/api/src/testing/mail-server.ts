/** A real mail server on this machine, for specs: takes mail, or does what a mail server shouldn't. */
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'

export type ReceivedMail = { readonly to: string; readonly text: string; readonly messageId: string; readonly subject: string }

export type MailServer = {
  readonly url: string
  readonly received: readonly ReceivedMail[]
  /** Settles when so many mails have come. */
  readonly hasReceived: (count: number) => Promise<void>
  readonly stop: () => Promise<void>
}

type Behaviour = {
  readonly port?: number
  /** Addresses that it won't have. */
  readonly refuses?: (address: string) => number | undefined
  readonly user?: { readonly name: string; readonly password: string }
}

const refusal = (responseCode: number): Error => Object.assign(new Error('no'), { responseCode })

export const startMailServer = async ({ port = 0, refuses = () => undefined, user }: Behaviour = {}): Promise<MailServer> => {
  const received: ReceivedMail[] = []
  const waiting: { readonly count: number; readonly settle: () => void }[] = []
  const options: SMTPServerOptions = {
    disabledCommands: user === undefined ? ['STARTTLS', 'AUTH'] : ['STARTTLS'], authOptional: user === undefined, allowInsecureAuth: true, disableReverseLookup: true, logger: false,
    onAuth: ({ username, password }, _session, done) => { if (username === user?.name && password === user?.password) done(null, { user: username }); else done(new Error('no')) },
    onRcptTo: ({ address }, _session, done) => { const code = refuses(address); if (code === undefined) done(); else done(refusal(code)) },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => { chunks.push(chunk) })
      stream.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text, messageId: headerOf(text, 'Message-ID'), subject: headerOf(text, 'Subject') })
        done()
        for (const one of waiting) if (received.length >= one.count) one.settle()
      })
    },
  }
  const server = new SMTPServer(options)
  server.on('error', () => undefined)
  await new Promise<void>((resolve) => { server.listen(port, '127.0.0.1', () => { resolve() }) })
  const own = (server.server.address() as AddressInfo).port
  return {
    url: `smtp://${user === undefined ? '' : `${encodeURIComponent(user.name)}:${encodeURIComponent(user.password)}@`}127.0.0.1:${own}`, received,
    hasReceived: (count) => new Promise((settle) => { if (received.length >= count) settle(); else waiting.push({ count, settle }) }),
    stop: () => new Promise((resolve) => { server.close(() => { resolve() }) }),
  }
}

export const headerOf = (text: string, name: string): string => new RegExp(`^${name}: (.*(?:\\r?\\n[ \\t].*)*)`, 'mi').exec(text)?.[1]?.replaceAll(/\r?\n[ \t]/g, ' ') ?? ''

export type Port = { readonly url: string; readonly stop: () => Promise<void> }

/** A port where somebody answers line by line as told; `undefined` says nothing, `'hang up'` ends the connection. */
export const startPort = async (answer: (line: string, isText: boolean) => string | undefined, { greeting = '220 here', host = '127.0.0.1' }: { readonly greeting?: string | null; readonly host?: string } = {}): Promise<Port> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    let isText = false
    let rest = ''
    if (greeting !== null) socket.write(`${greeting}\r\n`)
    socket.on('data', (chunk) => {
      const lines = (rest + chunk.toString('utf8')).split('\r\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        if (isText && line !== '.') continue
        const said = answer(line, isText)
        isText = said?.startsWith('354') === true
        if (said === 'hang up') socket.destroy()
        else if (said !== undefined) socket.write(`${said}\r\n`)
      }
    })
  })
  await new Promise<void>((resolve) => { server.listen(0, host, () => { resolve() }) })
  return {
    url: `smtp://${host}:${(server.address() as AddressInfo).port}`,
    stop: () => new Promise((resolve) => { for (const socket of sockets) socket.destroy(); server.close(() => { resolve() }) }),
  }
}

/** How a plain server answers. */
export const plainly = (line: string, isText: boolean): string => isText ? '250 taken' : /^DATA/i.test(line) ? '354 go on' : /^QUIT/i.test(line) ? '221 bye' : '250 fine'
