import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { deadlineFromNow, inTime } from './deadline.ts'

describe('a deadline', () => {
  test('is one for all who begin in the same moment, and another for who comes later', () => {
    // Later than whoever asked before, in another spec of this process.
    const begun = performance.now() + 1_000
    const [first, second, third] = [0, 49, 1_000].map((after) => deadlineFromNow(begun + after))
    expect(second).toBe(first)
    expect(third).not.toBe(first)
    expect(third?.aborted).toBe(false)
  })
  test('lets through what is in time, an error too', async () => {
    const deadline = new AbortController()
    expect(await inTime(Promise.resolve('done'), deadline.signal)).toBe('done')
    await expect(inTime(Promise.reject(new Error('broken')), deadline.signal)).rejects.toThrow('broken')
  })
  test('refuses what takes too long, also what begins too late', async () => {
    const deadline = new AbortController()
    const answer = inTime(new Promise(() => undefined), deadline.signal)
    deadline.abort()
    await expect(answer).rejects.toThrow('takes-too-long')
    await expect(inTime(new Promise(() => undefined), deadline.signal)).rejects.toThrow('takes-too-long')
  })
  test('minds nothing that fails after it', async () => {
    const deadline = new AbortController()
    const work = Promise.withResolvers<never>()
    const answer = inTime(work.promise, deadline.signal)
    deadline.abort()
    work.reject(new Error('broken later'))
    await expect(answer).rejects.toThrow('takes-too-long')
  })
  test('stands before every page and every file', async () => {
    const files: string[] = []
    for await (const file of glob('**/*.controller.ts', { cwd: join(import.meta.dirname, '..') })) files.push(file)
    expect(files.length).toBeGreaterThan(8)
    for (const file of files) {
      const text = await readFile(join(import.meta.dirname, '..', file), 'utf8')
      const count = (what: RegExp) => text.match(what)?.length ?? 0
      expect([file, count(/^@Controller\([^)]*\)\n@UseInterceptors\(DeadlineInterceptor\)\n/gm)]).toEqual([file, count(/@Controller\(/g)])
    }
  })
})
