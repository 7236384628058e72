import { describe, expect, test } from '@jest/globals'
import { generateKeyPairSync } from 'node:crypto'
import { CheckpointRefused, readCheckpoint, readVerifierKey, signCheckpoint, verifierKeyOf, verifyCheckpoint } from './checkpoint.ts'
import { hashOfLeaf } from './hashing.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const checkpoint = { origin: 'samenspel/test/events', size: 1_234, root: hashOfLeaf(Buffer.from('root')) }
const note = signCheckpoint(checkpoint, privateKey)

const codeOf = (text: string, key = publicKey): string => {
  try {
    verifyCheckpoint(text, key)
    return 'accepted'
  } catch (error) {
    return error instanceof CheckpointRefused ? error.code : String(error)
  }
}

describe('a checkpoint', () => {
  test('is a text of three lines, an empty one, and a signature', () => {
    expect(note).toMatch(/^samenspel\/test\/events\n1234\n[A-Za-z0-9+/]{43}=\n\n\u2014 samenspel\/test\/events [A-Za-z0-9+/]{90,}=*\n$/)
  })
  test('tells what was signed', () => {
    expect(verifyCheckpoint(note, publicKey)).toEqual(checkpoint)
    expect(readCheckpoint(note)).toEqual(checkpoint)
  })
  test.each([
    ['another size', note.replace('\n1234\n', '\n1235\n')],
    ['another root', note.replace(checkpoint.root.toString('base64'), hashOfLeaf(Buffer.from('other')).toString('base64'))],
    ['a line more', note.replace('\n\n', '\nmore\n\n')],
  ])('with %s is not what was signed', (_, text) => { expect(codeOf(text)).toBe('checkpoint-signature-wrong') })
  test('of another origin, or signed with another key, is nobody\'s', () => {
    expect(codeOf(note.replace('samenspel/test/events', 'samenspel/other/events'))).toBe('checkpoint-not-signed')
    expect(codeOf(note, generateKeyPairSync('ed25519').publicKey)).toBe('checkpoint-not-signed')
  })
  test('may carry the signature of somebody else beside it', () => {
    expect(codeOf(`${note}\u2014 witness.example/1 ${Buffer.alloc(72, 3).toString('base64')}\n`)).toBe('accepted')
  })
  test.each(['', 'samenspel/test/events\n1234\n', note.replace('\n1234\n', '\n01234\n'), note.replace('\n1234\n', '\n-1\n'), note.replace('\n\n', '\n'), note.trimEnd(), note.replace(/\n.{43}=\n/, '\nAAAA\n')])(
    'is malformed when it is %j', text => { expect(codeOf(text)).toBe('checkpoint-malformed') })
  test('has an origin that can be the name of a key', () => {
    expect(() => signCheckpoint({ ...checkpoint, origin: 'two words' }, privateKey)).toThrow(RangeError)
  })
})

describe('a public key on a line', () => {
  test('comes back as it was', () => {
    const read = readVerifierKey(verifierKeyOf('samenspel/test/events', publicKey))
    expect(read?.origin).toBe('samenspel/test/events')
    expect(read?.key.equals(publicKey)).toBe(true)
  })
  // Keys of others in the same form: that of Go's documentation, and that of its checksum database.
  test.each(['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8'])('is read from %s', line => {
    const read = readVerifierKey(line)
    expect(verifierKeyOf(read!.origin, read!.key)).toBe(line)
  })
  test('is none when a character was changed', () => {
    const line = verifierKeyOf('samenspel/test/events', publicKey)
    expect(readVerifierKey(line.replace('test', 'tent'))).toBeUndefined()
    expect(readVerifierKey('no key')).toBeUndefined()
  })
})
