import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export type Environment = Readonly<Record<string, string>>

/** What a house is asked: to start an instance of this number, or to stop it. */
export type Asked = { readonly number: number; readonly environment?: Environment }
/** That it is done, or what stood in the way. */
export type Told = { readonly number: number; readonly problem?: string }

/** The process in which the instances of one worker live. */
export type House = {
  /** @returns what stops it again */
  readonly start: (environment: Environment) => Promise<() => Promise<void>>
  readonly close: () => Promise<void>
}

/** @param env of the process */
export const openHouse = (env: NodeJS.ProcessEnv): House => {
  const child = fork(join(import.meta.dirname, 'house.ts'), { env, execArgv: [] })
  const ended = once(child, 'exit').then(() => { throw new Error('The application stopped by itself.') })
  ended.catch(() => undefined)
  const waiting = new Map<number, (told: Told) => void>()
  child.on('message', (told: Told) => { waiting.get(told.number)?.(told) })
  let last = 0
  const ask = async (asked: Asked): Promise<void> => {
    const told = new Promise<Told>((resolve) => { waiting.set(asked.number, resolve) })
    child.send(asked)
    const { problem } = await Promise.race([told, ended])
    if (problem !== undefined) throw new Error(problem)
  }
  return {
    start: async (environment) => {
      const number = last += 1
      await ask({ number, environment })
      return () => ask({ number })
    },
    close: async () => { child.disconnect(); await ended.catch(() => undefined) },
  }
}
