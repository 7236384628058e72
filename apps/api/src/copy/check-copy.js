// Checks this page against its own proofs, without any network. The form is written down in
// docs/decisions/022-a-copy-that-can-be-checked.md; the same words, hashes and trees are made in format.ts.
'use strict'
addEventListener('DOMContentLoaded', () => {
  const button = document.getElementById('check')
  const outcome = document.getElementById('outcome')
  const words = JSON.parse(document.getElementById('words').textContent)
  const say = (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name) => String(values[name]))

  // ── Bytes and hashes

  const utf8 = text => new TextEncoder().encode(text)
  const joined = (...parts) => {
    const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
    let at = 0
    for (const part of parts) { whole.set(part, at); at += part.length }
    return whole
  }
  const hash = async bytes => new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const hex = bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  const sha256 = async text => hex(await hash(utf8(text)))
  const bytesOfHex = text => Uint8Array.from(text.match(/../g) ?? [], pair => parseInt(pair, 16))
  const bytesOfBase64 = text => Uint8Array.from(atob(text), sign => sign.charCodeAt(0))
  const isSame = (one, other) => hex(one) === hex(other)

  /** The words of an element as one text: each run of spaces and newlines is one space, none at the ends. */
  const textOf = element => element.textContent.replace(/[ \t\n\f\r]+/g, ' ').replace(/^ /, '').replace(/ $/, '')

  // ── Signed notes (c2sp.org/signed-note)

  const isSigned = async (note, name, key) => {
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1)
    if (!text.startsWith(name + '\n')) return false
    const id = (await hash(joined(utf8(name + '\n'), Uint8Array.of(1), key.bytes))).subarray(0, 4)
    const lines = note.slice(text.length + 1).split('\n').filter(line => line.startsWith('\u2014 ' + name + ' '))
    const signatures = lines.map(line => bytesOfBase64(line.slice(name.length + 3))).filter(signature => isSame(signature.subarray(0, 4), id))
    if (signatures.length === 0) return false
    for (const signature of signatures) if (!await crypto.subtle.verify('Ed25519', key.opened, signature.subarray(4), utf8(text))) return false
    return true
  }

  /** Lines of a note by their first word; the first line is the name. */
  const linesOf = note => new Map(note.slice(0, note.lastIndexOf('\n\n')).split('\n').slice(1).map(line => [line.split(' ')[0], line.slice(line.indexOf(' ') + 1)]))

  // ── The tree (RFC 9162, 2.1), over as many leaves as a power of two

  const isProven = async ({ leaf, cover, index, path }, { size, root }) => {
    const place = parseInt(index, 16)
    const others = bytesOfBase64(path)
    if (cover.length !== 32 || leaf.length !== 64 || place >= size || others.length !== 32 * Math.log2(size)) return false
    let made = await hash(joined(Uint8Array.of(0), bytesOfHex(cover), bytesOfHex(leaf)))
    for (let height = 0; height * 32 < others.length; height += 1) {
      const other = others.subarray(height * 32, (height + 1) * 32)
      const isRight = Math.floor(place / 2 ** height) % 2 === 1
      made = await hash(joined(Uint8Array.of(1), ...(isRight ? [other, made] : [made, other])))
    }
    return isSame(made, root)
  }

  // ── The check

  /** What is wrong, in sentences, each with the entry that it is about. */
  const check = async progress => {
    const proofs = JSON.parse(document.getElementById('proofs').textContent)
    const bytes = bytesOfBase64(proofs.key)
    const key = { bytes, opened: await crypto.subtle.importKey('raw', bytes, 'Ed25519', false, ['verify']) }
    const name = proofs.statement.split('\n')[0]
    const statement = linesOf(proofs.statement)
    const findings = []
    const find = (sentence, entry) => { findings.push({ sentence, entry }) }

    if (!await isSigned(proofs.statement, name, key)) find(say('signatureWrong'))
    const trees = {}
    for (const log of ['events', 'access-log']) {
      const note = proofs.notes[log]
      if (!await isSigned(note, name + '/' + log, key) || statement.get(log) !== await sha256(note)) find(say('signatureWrong'))
      const [, size, root] = note.split('\n')
      trees[log] = { size: Number(size), root: bytesOfBase64(root) }
    }
    if (statement.get('entries') !== await sha256(proofs.entries.map(entry => entry.hash + '\n').join(''))) find(say('listDiffers'))

    const articles = [...document.querySelectorAll('main article')]
    const titleOf = article => textOf(article.querySelector('h3') ?? article)
    if (articles.length !== proofs.entries.length) find(say('entryMissing'))
    for (const [number, article] of articles.entries()) {
      const entry = proofs.entries[number]
      if (entry === undefined) continue
      const lines = [textOf(article), ...entry.proofs.map(({ log, leaf }) => log + ' ' + leaf)]
      if (entry.hash !== await sha256(lines.map(line => line + '\n').join(''))) find(say('entryDiffers', { title: titleOf(article) }), article)
      else if (entry.proofs.length === 0 || !(await Promise.all(entry.proofs.map(proof => isProven(proof, trees[proof.log])))).every(Boolean)) find(say('entryUnproven', { title: titleOf(article) }), article)
      if (number % 25 === 24) await progress(number + 1, articles.length)
    }
    if (findings.length === 0 && statement.get('text') !== await sha256(['header', 'main', 'footer'].map(element => textOf(document.querySelector(element))).join('\n'))) find(say('textDiffers'))
    return { findings, count: articles.length, fingerprint: hex(await hash(bytes)).replace(/(.{8})(?=.)/g, '$1 ') }
  }

  // ── What the reader sees and hears

  const paragraph = text => Object.assign(document.createElement('p'), { textContent: text })
  const show = (tone, title, ...parts) => {
    outcome.className = 'outcome ' + tone
    outcome.replaceChildren(Object.assign(document.createElement('h3'), { textContent: title }), ...parts)
  }
  const list = findings => {
    const items = document.createElement('ul')
    for (const { sentence, entry } of findings) {
      const item = document.createElement('li')
      if (entry === undefined) item.textContent = sentence
      else {
        entry.classList.add('differs')
        item.append(Object.assign(document.createElement('a'), { href: '#' + entry.id, textContent: sentence }))
      }
      items.append(item)
    }
    return items
  }
  const canCheck = async () => {
    try {
      await crypto.subtle.importKey('raw', new Uint8Array(32).fill(9), 'Ed25519', false, ['verify'])
      return true
    } catch { return false }
  }

  document.getElementById('no-script').hidden = true
  button.hidden = false
  button.addEventListener('click', async () => {
    button.setAttribute('aria-disabled', 'true')
    for (const article of document.querySelectorAll('.differs')) article.classList.remove('differs')
    show('busy', say('busy'))
    try {
      if (!await canCheck()) { show('cannot', say('cannot'), paragraph(say('cannotHint'))); return }
      const { findings, count, fingerprint } = await check(async (done, all) => {
        show('busy', say('busyAt', { done, all }))
        await new Promise(resolve => { setTimeout(resolve) })
      })
      if (findings.length === 0) show('fine', say('fine', { count }), ...['fineText', 'fineLog', 'fineNot', 'fineKey'].map(sentence => paragraph(say(sentence))), Object.assign(document.createElement('code'), { textContent: fingerprint }))
      else show('wrong', say('wrong'), list(findings), paragraph(say('wrongHint')))
    } catch {
      show('wrong', say('wrong'), paragraph(say('unreadable')), paragraph(say('wrongHint')))
    } finally {
      button.removeAttribute('aria-disabled')
    }
  })
})
