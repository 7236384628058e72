import type { ReactNode } from 'react'
import styles from './choice.module.css'

/** What of a picture is looked at, and what to do when something in it is pointed at; without that, it is only looked at. */
export type Choice = { readonly chosen?: string | undefined; readonly onChoose?: ((id: string) => void) | undefined }

type Props = Choice & { readonly id: string }

/** Something in the list beside a picture, which can be chosen there too. */
export const ChoiceInList = ({ id, chosen, onChoose, children }: Props & { readonly children: ReactNode }) =>
  onChoose === undefined ? children : <button type="button" data-print="words" className={styles['inList']} aria-pressed={chosen === id} onClick={() => onChoose(id)}>{children}</button>

/** A spot on a line of a picture, by which the line is chosen. @param name the line in words */
export const Spot = ({ id, chosen, onChoose, x, y, name }: Props & { readonly x: number; readonly y: number; readonly name: string }) =>
  onChoose === undefined ? null : <button type="button" className={styles['spot']} style={{ left: x, insetBlockStart: y }} aria-pressed={chosen === id} aria-label={name} onClick={() => onChoose(id)} />
