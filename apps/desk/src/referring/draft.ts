import { useEffect, useRef, useState } from 'react'
import { emptyForm, type Form } from './form.ts'

const key = 'samenspel.verwijzen'
/** Milliseconds that words stay on a device that several people may use. */
const keptFor = 24 * 3600 * 1000
const pause = 400

/** What was typed here before and wasn't sent; nothing of what isn't a form, or is too old. */
const kept = (): Form | undefined => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof found !== 'object' || found === null || !('at' in found) || !('form' in found) || typeof found.at !== 'number' || Date.now() - found.at > keptFor) { localStorage.removeItem(key); return undefined }
    const form = found.form as Form, empty = emptyForm()
    return Object.keys(empty).every((field) => field in form && Array.isArray(form[field as keyof Form]) === Array.isArray(empty[field as keyof Form]) && typeof form[field as keyof Form] === typeof empty[field as keyof Form]) ? form : undefined
  } catch { return undefined }
}

export type Drafted = { readonly form: Form; readonly change: (changed: Partial<Form>) => void; readonly isFound: boolean; readonly drop: () => void }

/** The form as it is being filled in. Its words stay in this browser, and nowhere else, until they are sent. */
export const useFormDraft = (): Drafted => {
  const [found] = useState(kept)
  const [form, setForm] = useState<Form>(() => found ?? emptyForm())
  const [isFound, setFound] = useState(found !== undefined)
  const touched = useRef(false)
  const keep = useRef(() => undefined as void)
  useEffect(() => {
    keep.current = () => {
      if (!touched.current) return
      try { localStorage.setItem(key, JSON.stringify({ at: Date.now(), form })) } catch { /* A browser that keeps nothing still sends. */ }
    }
    const timer = setTimeout(() => { keep.current() }, pause)
    return () => { clearTimeout(timer) }
  }, [form])
  useEffect(() => {
    const flush = (): void => { keep.current() }
    addEventListener('pagehide', flush)
    return () => { removeEventListener('pagehide', flush) }
  }, [])
  return {
    form, isFound,
    change: (changed) => { touched.current = true; setForm((now) => ({ ...now, ...changed })) },
    drop: () => { touched.current = false; localStorage.removeItem(key); setFound(false); setForm(emptyForm(form.kind)) },
  }
}
