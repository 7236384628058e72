import { Socket, type SocketConnectOpts } from 'node:net'

/** Where connections of this process go: machines by name or address, and sockets of this machine by their path. */
export type Connections = { readonly to: ReadonlySet<string>; readonly stop: () => void }

/** Notes where every connection goes that is made from now on, whatever makes it. */
export const noteConnections = (): Connections => {
  const to = new Set<string>()
  const made = Socket.prototype.connect
  Socket.prototype.connect = function connect(this: Socket, ...given: unknown[]) {
    // What the library calls itself with is a list already.
    const [first, second] = Array.isArray(given[0]) ? given[0] as unknown[] : given
    const options = typeof first === 'object' ? first as Partial<SocketConnectOpts> & { readonly host?: string; readonly path?: string } : typeof first === 'string' && Number.isNaN(Number(first)) ? { path: first } : { host: typeof second === 'string' ? second : 'localhost' }
    to.add(options.path ?? options.host ?? 'localhost')
    return Reflect.apply(made, this, given) as Socket
  } as typeof made
  return { to, stop: () => { Socket.prototype.connect = made } }
}
