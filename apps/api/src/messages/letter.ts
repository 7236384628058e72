/** A mail as its reader gets it: fixed words, an address to sign in at, and nothing of a case (C-13). */
import type { Id } from '@samenspel/kernel'
import { messageText } from '@samenspel/intl/messages'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Language } from '../sessions/identity.ts'
import type { MessageKind, Reason } from './reasons.ts'

/** From whom mail comes, and where its reader signs in. */
export type Sender = {
  /** An address that takes no answers. */
  readonly from: string
  /** Where people find the apps, without a slash at its end. */
  readonly publicUrl: string
}

export type Letter = { readonly id: Id; readonly to: string; readonly subject: string; readonly text: string }

type Writing = { readonly id: Id; readonly kind: MessageKind; readonly role: Reason['role']; readonly language: Language; readonly to: string; readonly code?: string }

export const writeLetter = ({ id, kind, role, language, to, code }: Writing, { publicUrl }: Pick<Sender, 'publicUrl'>): Letter => {
  const text = messageText(language)
  const template = kind === 'change' ? 'news' : kind === 'planning' ? role === 'professional' ? 'work' : 'news' : kind
  const body = kind === 'confirm'
    ? [text('confirm.text', { code: code ?? '······' }), text('confirm.notYou')]
    : [text(`${template as Exclude<typeof template, 'confirm'>}.text`), `${text('signIn')} ${publicUrl}/${role === 'familyMember' ? 'parent' : 'desk'}/`]
  return { id, to, subject: text(`${template}.subject`), text: [...body, ...kind === 'confirm' ? [text('noAnswer')] : [`${text('noAnswer')}\n${text('stop')}`]].join('\n\n') }
}

/** The name of a mail among all mails. It follows from what the mail is about, so that the same mail twice can be seen to be the same. */
export const messageIdOf = ({ id }: Pick<Letter, 'id'>, { from }: Pick<Sender, 'from'>): string => `<${id}@${from.slice(from.lastIndexOf('@') + 1)}>`

/** The bytes of a mail, as a mail server takes them. */
export const composeLetter = (letter: Letter, language: Language, sender: Sender, at: Date): Promise<Buffer> => {
  const message = new MailComposer({
    from: { name: messageText(language)('from'), address: sender.from }, to: letter.to, subject: letter.subject, text: `${letter.text}\n`, date: at, messageId: messageIdOf(letter, sender),
    // Answering machines leave it alone (RFC 3834), and it carries no name of a program.
    headers: { 'auto-submitted': 'auto-generated', 'content-language': language }, xMailer: false,
  }).compile()
  return new Promise((resolve, reject) => { message.build((error, bytes) => { if (error === null) resolve(bytes); else reject(error) }) })
}
