import { afterEach, describe, expect, test } from '@jest/globals'
import { inTime } from '../testing/in-time.ts'
import { plainly, startMailServer, startPort } from '../testing/mail-server.ts'
import { openSmtp } from './smtp.ts'
import type { Delivered } from './transport.ts'

const stops: (() => Promise<void>)[] = []
afterEach(async () => { for (const stop of stops.splice(0)) await stop() })
const started = async <Server extends { readonly stop: () => Promise<void> }>(server: Promise<Server>): Promise<Server> => {
  const running = await server
  stops.push(running.stop)
  return running
}

/** What became of a mail, and whether its text was given away. */
const deliver = async (url: string, { to = 'anouk@example.org', mayGo = true, longestStep = 5_000, longestAll = 10_000 } = {}): Promise<{ readonly outcome: Delivered; readonly given: boolean }> => {
  let given = false
  const outcome = await openSmtp({ url, longestStep, longestAll }).deliver({
    from: 'samenspel@example.org', to, bytes: Buffer.from('Subject: Er is een bericht voor u\r\nMessage-ID: <one@example.org>\r\n\r\nLog in.\r\n.een punt\r\n'),
    handOver: () => { given = mayGo; return Promise.resolve(mayGo) },
  })
  return { outcome, given }
}

describe('a mail', () => {
  test('arrives as it was written', async () => {
    const server = await started(startMailServer())
    expect(await deliver(server.url)).toEqual({ outcome: { kind: 'sent' }, given: true })
    expect(server.received).toEqual([{ to: 'anouk@example.org', subject: 'Er is een bericht voor u', messageId: '<one@example.org>', text: expect.stringContaining('\r\n.een punt') }])
  })
  test('is taken by a server that asks for a name and a password, with signs that a URL must write otherwise', async () => {
    const server = await started(startMailServer({ user: { name: 'samenspel@huis', password: 'ge:heim/ %' } }))
    expect((await deliver(server.url)).outcome).toEqual({ kind: 'sent' })
    expect(await deliver(server.url.replace('heim', 'raden'))).toEqual({ outcome: { kind: 'not-now', code: 'smtp-535', isServer: true }, given: false })
  })
  test('to an address that the server will not have is refused for good, without its text being given away', async () => {
    const server = await started(startMailServer({ refuses: (address) => address.startsWith('weg') ? 550 : 451 }))
    expect(await deliver(server.url, { to: 'weg@example.org' })).toEqual({ outcome: { kind: 'refused', code: 'smtp-550' }, given: false })
    expect(await deliver(server.url, { to: 'vol@example.org' })).toEqual({ outcome: { kind: 'not-now', code: 'smtp-451', isServer: false }, given: false })
    expect(server.received).toEqual([])
  })
  test('that is another sender\'s by now does not leave', async () => {
    const server = await started(startMailServer())
    expect(await deliver(server.url, { mayGo: false })).toEqual({ outcome: { kind: 'not-ours' }, given: false })
    expect(server.received).toEqual([])
  })
})

describe('a server', () => {
  test('that is not there can be tried again', async () => {
    // A port that nobody listens on, and that is given to nobody else meanwhile.
    expect(await deliver('smtp://127.0.0.1:1')).toMatchObject({ outcome: { kind: 'not-now', isServer: true }, given: false })
  })
  test.each<readonly [string, (line: string, isText: boolean) => string | undefined, string | null]>([
    ['that never greets', plainly, null],
    ['that hangs before the address', (line) => /^MAIL/i.test(line) ? undefined : '250 fine', '220 here'],
    ['that hangs up before the text', (line, isText) => /^DATA/i.test(line) ? 'hang up' : plainly(line, isText), '220 here'],
    ['that is no mail server', () => 'HTTP/1.1 400 Bad Request', 'SSH-2.0-other'],
  ])('%s can be tried again: the text was not given away', async (_, answer, greeting) => {
    const port = await started(startPort(answer, { greeting }))
    expect(await deliver(port.url, { longestStep: 150, longestAll: 2_000 })).toMatchObject({ outcome: { kind: 'not-now', isServer: true }, given: false })
  })
  /** Gives a server the text, however slow this machine is: where that took longer than it may, nothing was given yet, and it is done again. */
  const giveText = (url: string, longest: { readonly longestStep: number; readonly longestAll: number }) => inTime(() => deliver(url, longest), ({ given }) => given)
  test.each<readonly [string, (line: string, isText: boolean) => string | undefined]>([
    ['hangs', (line, isText) => isText ? undefined : plainly(line, isText)],
    ['hangs up', (line, isText) => isText ? 'hang up' : plainly(line, isText)],
  ])('that has the text and %s leaves it uncertain: nobody knows whether it was delivered', async (_, answer) => {
    const port = await started(startPort(answer))
    expect(await giveText(port.url, { longestStep: 150, longestAll: 2_000 })).toMatchObject({ outcome: { kind: 'uncertain' } })
  })
  test('that drips one answer after the other without an end is left too', async () => {
    const port = await started(startPort((line, isText) => isText ? '250-still busy' : plainly(line, isText)))
    expect(await giveText(port.url, { longestStep: 2_000, longestAll: 200 })).toMatchObject({ outcome: { kind: 'uncertain' } })
  })
  test('that says no to the text itself refused it', async () => {
    const port = await started(startPort((line, isText) => isText ? '554 no' : plainly(line, isText)))
    expect((await deliver(port.url)).outcome).toEqual({ kind: 'refused', code: 'smtp-554' })
  })
  test('elsewhere gets no word without TLS', async () => {
    const port = await started(startPort((line, isText) => /^STARTTLS/i.test(line) ? '454 not now' : plainly(line, isText), { host: '127.0.0.2' }))
    expect(await deliver(port.url)).toMatchObject({ outcome: { kind: 'not-now', isServer: true }, given: false })
  })
})
