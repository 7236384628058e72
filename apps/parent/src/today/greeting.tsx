import { useFamilyView } from '../family/family-context.tsx'
import { firstNameOf } from '../family/model.ts'
import { useText } from '../texts.ts'
import styles from './today-page.module.css'

/** Good morning, by name. */
export const Greeting = () => {
  const text = useText()
  const { me, now } = useFamilyView()
  const key = now.time < '12:00' ? 'greeting.morning' : now.time < '18:00' ? 'greeting.afternoon' : 'greeting.evening'
  return <p className={styles['greeting']}>{text(key, { name: firstNameOf(me.name) })}</p>
}
