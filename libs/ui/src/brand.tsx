import styles from './brand.module.css'

/** The mark: a thread with three beads, and the name. */
export const Brand = () => (
  <span className={styles['brand']}>
    <svg viewBox="0 0 44 16" width="44" height="16" aria-hidden="true">
      <path d="M8 8h28" />
      <circle cx="8" cy="8" r="5" />
      <rect x="17" y="3" width="10" height="10" rx="1.5" />
      <rect x="32" y="4" width="8" height="8" rx="1" transform="rotate(45 36 8)" />
    </svg>
    Samenspel
  </span>
)
