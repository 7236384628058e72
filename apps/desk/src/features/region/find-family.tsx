import { Field } from '@samenspel/ui'
import { useState } from 'react'
import { useText } from '../../parts/text.ts'
import styles from './region.module.css'

/** With fewer families than this one sees them all. */
const many = 10

type Finding = { readonly isShown: boolean; readonly words: string; readonly find: (words: string) => void; readonly count: number }

/** Of many families those whose name holds some words; with few all of them. */
export const useFamiliesFound = <Family extends { readonly name: string }>(families: readonly Family[]): { readonly found: readonly Family[]; readonly finding: Finding } => {
  const [words, find] = useState('')
  const isShown = families.length > many
  const wanted = words.trim().toLocaleLowerCase()
  const found = isShown && wanted !== '' ? families.filter(({ name }) => name.toLocaleLowerCase().includes(wanted)) : families
  return { found, finding: { isShown, words, find, count: found.length } }
}

/** The field for those words, and how many are found. */
export const FindFamily = ({ isShown, words, find, count }: Finding) => {
  const text = useText()
  if (!isShown) return null
  return (
    <div className={styles['find']}>
      <Field label={text('region.find')}>{(control) => <input {...control} type="search" autoComplete="off" value={words} onChange={(event) => find(event.target.value)} onKeyDown={(event) => { if (event.key === 'Enter') event.preventDefault() }} />}</Field>
      <p className={styles['soft']} aria-live="polite">{words.trim() === '' ? '' : text('region.found', { count })}</p>
    </div>
  )
}
