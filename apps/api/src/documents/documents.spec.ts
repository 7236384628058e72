import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { afterEach, describe, expect, test } from '@jest/globals'
import { openFileKeyManagement, openSealedStore, openSqliteKeyStore, registerEvents } from '@samenspel/event-codec'
import { openSqliteEventStore } from '@samenspel/event-store-sqlite'
import { documentEvents, documentsStreamOf } from '@samenspel/family-case'
import { newId } from '@samenspel/kernel'
import { checkedFile, largestDocument } from '../disclosure/documents.ts'
import { Refused } from '../graphql/refused.ts'
import { PictureDamaged, withoutMetadata } from './clean-picture.ts'
import { openDocumentParts, partBytes } from './document-parts.ts'
import { fileKind, fileName } from './file-kind.ts'
import { askClamd } from './scanning.ts'

// ── Small pictures

const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(data.length, 0)
  around.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)])
}
const aPng = (...more: readonly Buffer[]): Buffer => Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])), ...more, chunk('IDAT', Buffer.from([1, 2, 3])), chunk('IEND', Buffer.alloc(0)),
])

const segment = (marker: number, content: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(content.length + 2, 2)
  return Buffer.concat([head, content])
}
/** EXIF of a telephone: how it is turned, and where it was. */
const exifWith = (orientation: number): Buffer => Buffer.concat([
  Buffer.from('Exif\0\0', 'latin1'), Buffer.from([0x49, 0x49, 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]), Buffer.from('GPS 52.0907 N 5.1214 E Dorpsstraat 1'),
])
const scan = Buffer.concat([segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])), Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56])])
const aJpeg = (...added: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8]), ...added, segment(0xdb, Buffer.alloc(65, 1)), segment(0xc0, Buffer.from([8, 0, 1, 0, 1, 1, 1, 0x11, 0])), scan, Buffer.from([0xff, 0xd9])])

describe('what a file is (security 3.4)', () => {
  test.each<[string, Buffer, string | undefined]>([
    ['a PDF', Buffer.from('%PDF-1.7\n…'), 'application/pdf'],
    ['a picture', aPng(), 'image/png'],
    ['a photo', aJpeg(), 'image/jpeg'],
    ['plain text, in any script', Buffer.from('Zó ging het. 😊 مرحبا\n'), 'text/plain'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]), undefined],
    ['an archive, such as an office document', Buffer.from([0x50, 0x4b, 3, 4, 20, 0]), undefined],
    ['a moving picture', Buffer.from('GIF89a\x01\x00\x01\x00'), undefined],
    ['text in another encoding', Buffer.from([0x7a, 0xf3, 0x20]), undefined],
    ['a PDF behind something else', Buffer.from('\x00%PDF-1.7'), undefined],
  ])('is told by its bytes: %s', (_, bytes, expected) => { expect(fileKind(bytes)).toBe(expected) })

  test.each([
    ['brief.pdf', 'application/pdf', 'brief.pdf'],
    ['brief.pdf.exe', 'application/pdf', 'brief.pdf.pdf'],
    ['bladzijde.html', 'text/plain', 'bladzijde.txt'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['C:\\Users\\anna\\Foto 1.JPEG', 'image/jpeg', 'Foto 1.jpeg'],
    ['gpj.\u202efdp', 'application/pdf', 'gpj. fdp.pdf'],
    ['', 'image/png', 'document.png'],
    ['...', 'image/png', 'document.png'],
    ['x'.repeat(300), 'text/plain', `${'x'.repeat(100)}.txt`],
  ] as const)('its name opens nothing else: %s', (given, type, expected) => { expect(fileName(given, type)).toBe(expected) })
})

describe('what a camera wrote into a picture', () => {
  test('goes, and the picture stays byte by byte', () => {
    const telling = [segment(0xe1, exifWith(1)), segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<xmp>Anna</xmp>')), segment(0xfe, Buffer.from('Made by Anna')), segment(0xe2, Buffer.from('MPF\0the picture before it was cut'))]
    expect(withoutMetadata(aJpeg(...telling), 'image/jpeg')).toEqual(aJpeg())
    expect(withoutMetadata(Buffer.concat([aJpeg(), Buffer.from('behind the end')]), 'image/jpeg')).toEqual(aJpeg())
    expect(withoutMetadata(aPng(chunk('tEXt', Buffer.from('Author\0Anna')), chunk('eXIf', Buffer.from('GPS')), chunk('tIME', Buffer.alloc(7))), 'image/png')).toEqual(aPng())
    expect(withoutMetadata(Buffer.concat([aPng(), Buffer.from('behind the end')]), 'image/png')).toEqual(aPng())
  })
  test('a photo that was held upright stays upright, and says nothing else', () => {
    const kept = withoutMetadata(aJpeg(segment(0xe1, exifWith(6))), 'image/jpeg')
    expect(kept.toString('latin1')).not.toMatch(/GPS|Dorpsstraat/)
    // What it says is what it said: cleaned once more it is the same.
    expect(withoutMetadata(kept, 'image/jpeg')).toEqual(kept)
    expect(kept.length).toBeGreaterThan(aJpeg().length)
  })
  test.each<[string, Buffer, 'image/png' | 'image/jpeg']>([
    ['a photo that was cut off', aJpeg().subarray(0, -8), 'image/jpeg'],
    ['a photo with a part that is longer than the file', Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff, 1]), 'image/jpeg'],
    ['a photo of nothing', Buffer.from([0xff, 0xd8, 0xff]), 'image/jpeg'],
    ['a picture with a changed bit', Buffer.from(aPng().map((byte, index) => index === 20 ? byte ^ 1 : byte)), 'image/png'],
    ['a picture without end', aPng().subarray(0, -12), 'image/png'],
  ])('is damaged: %s', (_, bytes, type) => { expect(() => withoutMetadata(bytes, type)).toThrow(PictureDamaged) })
})

describe('a file that may be kept', () => {
  const codeOf = (work: Promise<unknown>) => work.then(() => 'kept', (error: unknown) => error instanceof Refused ? error.refusal.code : 'failed')
  test.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'document-empty'],
    ['of the largest size', Buffer.alloc(largestDocument, 'a'), 'kept'],
    ['one byte larger', Buffer.alloc(largestDocument + 1, 'a'), 'document-too-large'],
    ['a page that a browser would run', Buffer.from('<script>alert(1)</script>'), 'kept'],
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0]), 'document-type'],
    ['a broken photo', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'document-damaged'],
  ])('%s', async (_, bytes, code) => { expect(await codeOf(checkedFile(bytes))).toBe(code) })
  test('what looks like a page is text, and is handed out as such', async () => { expect((await checkedFile(Buffer.from('<script>alert(1)</script>'))).type).toBe('text/plain') })
  test('with a scanner nothing is kept that it finds dangerous, or that it could not look at', async () => {
    const file = Buffer.from('%PDF-1.7')
    expect(await Promise.all([
      codeOf(checkedFile(file, () => Promise.resolve(true))), codeOf(checkedFile(file, () => Promise.resolve(false))), codeOf(checkedFile(file, () => Promise.reject(new Error('down')))),
    ])).toEqual(['kept', 'document-unsafe', 'document-unscanned'])
  })
})

describe('a clamd', () => {
  let server: Server | undefined
  afterEach(() => { server?.close() })
  const clamdThat = async (answers: (got: Buffer) => string): Promise<number> => {
    server = createServer({ allowHalfOpen: true }, (socket) => {
      const got: Buffer[] = []
      socket.on('data', (bytes) => {
        got.push(Buffer.from(bytes))
        const all = Buffer.concat(got)
        if (all.subarray(-4).equals(Buffer.alloc(4))) socket.end(answers(all))
      })
    })
    await new Promise<void>((resolve) => { server?.listen(0, '127.0.0.1', resolve) })
    return (server.address() as AddressInfo).port
  }
  test.each<[string, string, boolean | 'failed']>([['finds nothing', 'stream: OK\0', true], ['finds something', 'stream: Eicar-Signature FOUND\0', false], ['has had enough', 'INSTREAM size limit exceeded. ERROR\0', 'failed']])('%s', async (_, answer, expected) => {
    let got = ''
    const port = await clamdThat((all) => { got = all.toString('latin1'); return answer })
    expect(await askClamd({ host: '127.0.0.1', port })(Buffer.from('a letter')).catch(() => 'failed')).toBe(expected)
    expect(got).toBe(`zINSTREAM\0\0\0\0\ba letter\0\0\0\0`)
  })
  test('that isn\'t there says so', async () => {
    const port = await clamdThat(() => '')
    server?.close()
    await expect(askClamd({ host: '127.0.0.1', port })(Buffer.from('a'))).rejects.toThrow()
  })
})

describe('the bytes of a document in the log', () => {
  const opened = async () => {
    const folder = mkdtempSync(join(tmpdir(), 'documents-'))
    mkdirSync(join(folder, 'data'))
    const store = openSqliteEventStore({ file: join(folder, 'events.sqlite') })
    const keys = await openSqliteKeyStore({ file: join(folder, 'keys.sqlite'), kms: openFileKeyManagement({ file: join(folder, 'master.key'), dataFolder: join(folder, 'data') }) })
    const sealed = openSealedStore({ store, keys, types: registerEvents(Object.fromEntries(Object.keys(documentEvents).map((type) => [type, []]))), retentionClassOf: () => 'care-record' })
    return { store, keys, parts: openDocumentParts(sealed, store), close: async () => { await keys.close(); await store.close(); rmSync(folder, { recursive: true }) } }
  }
  const document = (bytes: Buffer, person = newId()) => ({ documentId: newId(), subject: { kind: 'child' as const, person }, by: { person: newId(), role: 'professional' as const, organisation: newId() }, at: '2027-01-11T10:00:00.000Z', bytes })

  test('come back as they were, also between others, and stand sealed', async () => {
    const { store, parts, close } = await opened()
    const family = newId()
    const some = [document(Buffer.from('A short letter.')), document(Buffer.alloc(partBytes * 2 + 5, 'long ')), document(Buffer.from('Another.'))]
    const kept = await Promise.all(some.map((one) => parts.keep(family, one)))
    expect(kept.map(({ parts: count }) => count)).toEqual([1, 3, 1])
    for (const [index, { documentId, bytes }] of some.entries()) expect((await parts.read(family, { documentId, ...kept[index]! }))?.equals(bytes)).toBe(true)
    for await (const { data, metadata } of store.readStream(documentsStreamOf(family))) {
      expect(Buffer.from(data).toString('latin1')).not.toContain('letter')
      expect(JSON.stringify(metadata)).not.toContain('letter')
    }
    await close()
  })
  test('come back whole when the same is sent twice at once', async () => {
    const { parts, close } = await opened()
    const [family, one] = [newId(), document(Buffer.alloc(partBytes * 4 + 5, 'long '))]
    for (const where of await Promise.all([parts.keep(family, one), parts.keep(family, one)])) expect((await parts.read(family, { documentId: one.documentId, ...where }))?.equals(one.bytes)).toBe(true)
    await close()
  })
  test('go with the key of whom they are about, and of nobody else', async () => {
    const { keys, store, parts, close } = await opened()
    const family = newId()
    const [hers, his] = [document(Buffer.from('hers')), document(Buffer.from('his'))]
    const [one, other] = [await parts.keep(family, hers), await parts.keep(family, his)]
    const ids: string[] = []
    for await (const { metadata } of store.readStream(documentsStreamOf(family))) ids.push(String(metadata['keyId']))
    await keys.destroy({ ids: [ids[0]!] })
    keys.forget()
    expect(await parts.read(family, { documentId: hers.documentId, ...one })).toBeUndefined()
    expect((await parts.read(family, { documentId: his.documentId, ...other }))?.toString()).toBe('his')
    await close()
  })
})
