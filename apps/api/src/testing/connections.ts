import { Socket } from 'node:net'
import { jest } from '@jest/globals'

type Target = { readonly host?: string; readonly path?: string }

/** Hears of every connection that this process makes from now on, whatever makes it. @returns where they went: machines by name or address, sockets of this machine by their path */
export const hearConnections = (): (() => ReadonlySet<string>) => {
  const connect = jest.spyOn(Socket.prototype, 'connect')
  return () => new Set(connect.mock.calls.map(targetOf))
}

/** A port and a machine, a path, or both as options; what Node calls itself with is a list of these. */
const targetOf = (given: readonly unknown[]): string => {
  const [first, second] = Array.isArray(given[0]) ? given[0] as readonly unknown[] : given
  if (typeof first === 'object') return (first as Target).path ?? (first as Target).host ?? 'localhost'
  return typeof first === 'string' && Number.isNaN(Number(first)) ? first : typeof second === 'string' ? second : 'localhost'
}
