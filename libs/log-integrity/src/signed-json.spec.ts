import { describe, expect, test } from '@jest/globals'
import { generateKeyPairSync } from 'node:crypto'
import { readSignedJson, signJson } from './signed-json.ts'

const { privateKey, publicKey } = generateKeyPairSync('ed25519')
const content = { b: 2, a: ['één', { c: null }], text: 'x\ny' }
const signed = signJson('samenspel/example/1', content, privateKey)

describe('a signed statement', () => {
  test('is one line of JSON, and reads as what was signed, however it is laid out', () => {
    expect(signed).not.toContain('\n')
    expect(readSignedJson(signed, 'samenspel/example/1', publicKey)).toEqual(content)
    expect(readSignedJson(JSON.stringify(JSON.parse(signed), undefined, 2), 'samenspel/example/1', publicKey)).toEqual(content)
  })
  test('of another key, or with a word changed, is refused', () => {
    const read = (text: string, key = publicKey, kind = 'samenspel/example/1') => () => readSignedJson(text, kind, key)
    expect(read(signed, generateKeyPairSync('ed25519').publicKey)).toThrow('statement-signature-wrong')
    expect(read(signed.replace('"b":2', '"b":3'))).toThrow('statement-signature-wrong')
    expect(read(signed.replace('"b":2,', ''))).toThrow('statement-signature-wrong')
    expect(read(signed.replace('example/1","content', 'other/1","content'), publicKey, 'samenspel/other/1')).toThrow('statement-signature-wrong')
  })
  test('of another kind, or no statement at all, is refused', () => {
    for (const text of [signed, '', 'x', '[]', 'null', '{}', '{"kind":"samenspel/other/1","content":1,"signature":"AA"}']) expect(() => readSignedJson(text, 'samenspel/other/1', publicKey)).toThrow('statement-malformed')
  })
})
