import type { ReactNode } from 'react'
import styles from './table.module.css'

/** A table that becomes a list of cards on a phone: each cell then says its column, by `data-label`. */
export const Table = ({ caption, columns, children }: { readonly caption: string; readonly columns: readonly string[]; readonly children: ReactNode }) => (
  <table className={styles['table']}>
    <caption className={styles['caption']}>{caption}</caption>
    <thead><tr>{columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr></thead>
    <tbody>{children}</tbody>
  </table>
)
