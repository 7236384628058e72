/** Mail over SMTP, one connection for each mail. */
import { Readable } from 'node:stream'
import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { Delivered, Delivery, Transport } from './transport.ts'

export type SmtpOptions = {
  /** `smtp://` or `smtps://`, with a name and a password where the server asks for them. Never printed. */
  readonly url: string
  /** Milliseconds that the server may take for one step, and for all of them; others in tests. */
  readonly longestStep?: number
  readonly longestAll?: number
}

const onThisMachine = ['127.0.0.1', 'localhost', '[::1]']

/**
 * The text goes to the server only after it has accepted the address, and after `handOver` said so: until then nothing can have been
 * delivered. Names and passwords, addresses and texts go over TLS, except to a server on this machine.
 */
export const openSmtp = ({ url, longestStep = 20_000, longestAll = 60_000 }: SmtpOptions): Transport => ({
  deliver: (delivery) => deliver(delivery, url, longestStep, longestAll),
})

const deliver = ({ from, to, bytes, handOver }: Delivery, url: string, longestStep: number, longestAll: number): Promise<Delivered> => new Promise((resolve) => {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const host = hostname.replace(/^\[|\]$/g, '')
  const connection = new SMTPConnection({
    host, secure, requireTLS: !secure && !onThisMachine.includes(hostname), ...(port !== '' && { port: Number(port) }), allowInternalNetworkInterfaces: true,
    connectionTimeout: longestStep, greetingTimeout: longestStep, socketTimeout: longestStep, dnsTimeout: longestStep, name: 'samenspel.invalid',
  })
  let state: 'before' | 'given' | 'not-ours' = 'before'
  let settled = false
  const settle = (outcome: Delivered): void => {
    if (settled) return
    settled = true
    clearTimeout(timer)
    connection.close()
    resolve(outcome)
  }
  const fail = (error: unknown): void => { settle(state === 'not-ours' ? { kind: 'not-ours' } : outcomeOf(error, state === 'given')) }
  const timer = setTimeout(() => { fail({ code: 'ETIMEDOUT' }) }, longestAll)
  const content = new Readable({
    read: () => {
      handOver().then((isOurs) => {
        if (settled) return
        state = isOurs ? 'given' : 'not-ours'
        if (isOurs) { content.push(bytes); content.push(null) }
        else fail(undefined)
      }, fail)
    },
  })
  const send = (): void => {
    connection.send({ from, to: [to], size: bytes.length }, content, (error) => {
      if (error === null || error === undefined) settle({ kind: 'sent' })
      else fail(error)
    })
  }
  connection.on('error', fail)
  connection.once('end', () => { fail({ code: 'ECONNECTION' }) })
  connection.connect((error) => {
    if (error !== null && error !== undefined) { fail(error); return }
    if (username === '') { send(); return }
    connection.login({ credentials: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }, (refused) => {
      if (refused === null || refused === undefined) send()
      else fail(refused)
    })
  })
})

/** A mail server's own no to this address or this mail is final (RFC 5321, 4.2.1); everything else may be otherwise next time. */
const outcomeOf = (error: unknown, given: boolean): Delivered => {
  const { code, command, responseCode } = (typeof error === 'object' && error !== null ? error : {}) as { readonly code?: unknown; readonly command?: unknown; readonly responseCode?: unknown }
  const word = typeof responseCode === 'number' ? `smtp-${responseCode}` : typeof code === 'string' ? code.toLowerCase() : 'unknown-error'
  if (typeof responseCode !== 'number') return given ? { kind: 'uncertain', code: word } : { kind: 'not-now', code: word, isServer: true }
  const isAboutThisMail = command === 'RCPT TO' || command === 'DATA'
  return isAboutThisMail && responseCode >= 500 ? { kind: 'refused', code: word } : { kind: 'not-now', code: word, isServer: !isAboutThisMail }
}
