import { Icon } from '@samenspel/ui'
import { Link, useLocation } from 'wouter'
import { paths } from '../paths.ts'
import { useText } from '../texts.ts'
import styles from './navigation.module.css'

const places = [
  { path: paths.today, text: 'nav.today', icon: 'today' },
  { path: paths.agenda, text: 'nav.agenda', icon: 'agenda' },
  { path: paths.accessLog, text: 'nav.accessLog', icon: 'eye' },
  { path: paths.settings, text: 'nav.settings', icon: 'settings' },
] as const

/** The four places of the app: at the bottom of a phone, under the thumb; at the top of a wide screen. */
export const Navigation = () => {
  const text = useText()
  const [location] = useLocation()
  return (
    <nav className={styles['navigation']} aria-label={text('nav.label')}>
      <ul className={styles['places']}>
        {places.map(({ path, text: key, icon }) => (
          <li key={path}>
            <Link href={path} className={styles['place'] ?? ''} aria-current={location === path ? 'page' : undefined}>
              <Icon name={icon} />
              {text(key)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
