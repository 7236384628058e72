/** What opened, item by item, as it is read in a copy. */
import { copyText, type CopyText } from '@samenspel/intl/copy'
import { createDates } from '@samenspel/intl'
import { findOption, type DyadPhase } from '@samenspel/family-case'
import type { Actor, IsoDate } from '@samenspel/kernel'
import type { AccessLogLine } from '../../graphql/types/accountability.ts'
import type { Item } from '../items.ts'
import { shown, type Shown } from '../gate.ts'
import { isKnown, known as knownMembers, namesOf, nameOf, organisation, professional, subjectRef, type Reader } from '../views/reader.ts'
import { leftOutFor } from '../views/plan-meetings.ts'
import { partInWords } from './classification.ts'

export const sections = ['people', 'team', 'plan', 'analysis', 'contributions', 'lifeLine', 'appointments', 'wishes', 'consents', 'looked'] as const
export type Section = (typeof sections)[number]

/** A line of an entry, with a word before it or without; `isAside` when it tells about the entry itself. */
export type Line = { readonly label?: string; readonly text: string; readonly isAside?: boolean }

/** @property when in the order of time, where that is the order of the section */
export type Entry = { readonly section: Section; readonly title: string; readonly lines: readonly Line[]; readonly when?: string }

/** How a reader reads: words, days and times. */
export type Writer = { readonly reader: Reader; readonly text: ReturnType<typeof copyText>; readonly dates: ReturnType<typeof createDates> }

export const writerOf = (reader: Reader): Writer => ({ reader, text: copyText(reader.language), dates: createDates(reader.language, reader.zone) })

/** One entry for each item: nothing that opened is left out. */
export const entryOfItem = (writer: Writer, one: Shown): Entry => {
  const { lines, ...entry } = written(writer, one)
  return { ...entry, lines: [...lines.filter((line) => line !== undefined), { text: recorded(writer, one.item), isAside: true }] }
}

type Written = { readonly section: Section; readonly title: string; readonly lines: readonly (Line | undefined)[]; readonly when?: string }

const recorded = ({ text, dates, reader }: Writer, { at, by }: Item): string => text('recorded', { day: dates.date(dates.dateOf(at)), name: authorOf(reader, by) })

/** A bond in words: what it is, and of which kind. */
const dyadWords = ({ text }: Writer, { kind, form }: DyadPhase): string => form === undefined ? text(`dyad.${kind}`) : `${text(`dyad.${kind}`)} (${text(`form.${form}`)})`

/** Whoever may not be named is somebody of the team. */
const authorOf = (reader: Reader, { person, role }: Actor): string =>
  role === 'professional' ? professional(reader, person).name : role === 'familyMember' ? nameOf(reader, person) : reader.text(`role.${role}`)

const written = (writer: Writer, { item, place }: Shown): Written => {
  const { reader, text, dates } = writer
  const line = (label: LabelKey, value: string | undefined): Line | undefined => value === undefined || value === '' ? undefined : { label: text(`label.${label}`), text: value }
  const day = (date: IsoDate | undefined): string | undefined => date === undefined ? undefined : dates.date(date)
  const about = subjectRef(reader, item.subject).label
  const yesOrNo = (is: boolean): string => text(is ? 'yes' : 'no')
  switch (item.kind) {
    case 'member': {
      const { firstName, name, role, birthDate, dueDate, language, inHousehold, passed } = item.value
      return {
        section: 'people', title: name ?? firstName,
        lines: [line('role', reader.text(`role.${role}`)), line('born', day(birthDate)), line('due', passed === undefined ? day(dueDate) : undefined), line('status', passed === undefined ? undefined : passed.on === undefined ? reader.text(`passed.${passed.status}`) : reader.text(`passed.${passed.status}On`, { day: dates.date(passed.on) })), line('phone', place?.phone), line('language', language === undefined ? undefined : new Intl.DisplayNames([reader.language], { type: 'language' }).of(language)), line('household', yesOrNo(inHousehold)), line('since', day(item.value.since)), line('until', day(item.value.until))],
      }
    }
    case 'dyad': return { section: 'people', title: text('title.dyad', { names: about }), lines: [line('role', dyadWords(writer, item.value)), line('tie', item.value.tie === undefined ? undefined : text(`tie.${item.value.tie}`)), ...item.value.since === undefined ? [] : [line('since', day(item.value.since))], line('until', day(item.value.until)), line('before', item.value.before?.map((phase) => dyadWords(writer, phase)).join('; ')), line('careDays', item.value.careDays?.map((one) => dates.weekday(`2024-01-0${one}`)).join(', ')), line('note', item.value.note)] }
    case 'support': return { section: 'people', title: item.value.name, lines: [line('role', text(`support.${item.value.kind}`)), line('tie', item.value.tie === undefined ? undefined : text(`tie.${item.value.tie}`)), line('since', day(item.value.since)), line('until', day(item.value.until)), line('text', item.value.helps)] }
    case 'authority': {
      const { child, adult, status, basis, source } = item.value
      return {
        section: 'people', title: text('title.authority', { child: nameOf(reader, child) }),
        lines: [line('adult', nameOf(reader, adult)), line('status', text(`authorityStatus.${status}`)), line('basis', reader.text(`authority.${basis}`)), line('source', text(`source.${source}`)), line('period', period(writer, item.value))],
      }
    }
    case 'helpLine': return { section: 'people', title: item.value.label, lines: [line('phone', item.value.number)] }
    case 'home': return { section: 'people', title: item.value.address, lines: [] }
    case 'teamMember': {
      const { practitionerId } = item.value
      const { name, title } = professional(reader, practitionerId)
      const { coordinator, substitute } = reader.opened.head
      return {
        section: 'team', title: name,
        lines: [
          line('role', title), line('organisation', organisation(reader, item.value.organisation).name), line('for', about), line('period', period(writer, item.value)),
          line('coordinator', practitionerId === coordinator ? text('yes') : undefined), line('substitute', practitionerId === substitute ? text('yes') : undefined),
        ],
      }
    }
    case 'consent': {
      const { effect, category, recipient, signedBy, basis, howExplained, withdrawnAt } = item.value
      const to = recipient.kind === 'all' ? text('recipient.all') : recipient.kind === 'organisation' ? organisation(reader, recipient.organisation).name : reader.text(`discipline.${recipient.discipline}`)
      return {
        section: 'consents', title: text(effect === 'grant' ? 'title.grant' : 'title.objection', { subject: about }),
        lines: [
          line('about', category === '*' ? text('category.all') : reader.text(`category.${category}`, { subject: about })), line('recipient', to), line('period', period(writer, item.value)),
          line('signedBy', namesOf(reader, signedBy)), line('given', text(`basis.${basis}`)), line('explained', howExplained), line('withdrawn', withdrawnAt === undefined ? undefined : day(dates.dateOf(withdrawnAt))),
        ],
      }
    }
    case 'consentRequest': {
      const { category, recipient, why, howExplained, withdrawnAt, answerBy } = item.value
      const to = recipient.kind === 'all' ? text('recipient.all') : recipient.kind === 'organisation' ? organisation(reader, recipient.organisation).name : reader.text(`discipline.${recipient.discipline}`)
      return {
        section: 'consents', title: text('title.consentRequest', { subject: about }),
        lines: [
          line('about', category === '*' ? text('category.all') : reader.text(`category.${category}`, { subject: about })), line('recipient', to), line('period', period(writer, item.value)), line('purpose', why),
          line('explained', howExplained), line('answerBy', day(answerBy)), line('takenBack', withdrawnAt === undefined ? undefined : day(dates.dateOf(withdrawnAt))),
        ],
      }
    }
    case 'invitation': {
      const { practitionerId, question, answer, words, withdrawnAt } = item.value
      const { name, title } = professional(reader, practitionerId)
      return {
        section: 'team', title: text('title.invitation', { name }),
        lines: [
          line('role', title), line('organisation', organisation(reader, item.value.organisation).name), line('for', about), line('period', period(writer, item.value)), line('text', question),
          line('answer', answer === undefined ? undefined : text(answer === 'accepted' ? 'yes' : 'no')), line('words', words), line('takenBack', withdrawnAt === undefined ? undefined : day(dates.dateOf(withdrawnAt))),
        ],
      }
    }
    case 'closing': {
      const { words, reopened } = item.value
      return { section: 'plan', title: text('title.closing'), lines: [line('text', words), line('reopened', reopened === undefined ? undefined : `${dates.date(dates.dateOf(reopened.at))}: ${reopened.words}`)] }
    }
    case 'placement': {
      const { organisation: of, groupId } = item.value
      const group = reader.directory.organisation(of)?.groups.find((one) => one.groupId === groupId)
      return { section: 'people', title: text('title.placement', { child: about }), lines: [line('organisation', organisation(reader, of).name), line('group', group?.name), line('period', period(writer, item.value))] }
    }
    case 'meeting': {
      const { purpose, attendees, without, closed, cancelled, informed } = item.value
      const own = informed.filter(({ parent }) => parent === reader.person)
      return {
        section: 'plan', title: text('title.meeting'),
        lines: [
          line('purpose', purpose), line('day', place?.gathering === undefined ? undefined : text('meeting.when', { day: dates.date(place.gathering.date), from: place.gathering.from, to: place.gathering.to, place: place.gathering.place })),
          line('invited', namesOf(reader, attendees.map(({ person }) => person).filter((person) => isKnown(reader, person)))), line('because', leftOutFor(reader, without)?.reason),
          line('held', closed === undefined ? undefined : day(dates.dateOf(closed.at))), line('calledOff', cancelled?.reason), ...own.map(({ words }) => line('words', words)),
        ],
      }
    }
    case 'meetingPoint': return { section: 'plan', title: text('title.meetingPoint'), lines: [line('for', about), line('text', item.value.text)] }
    case 'meetingInput': return { section: 'plan', title: text('title.meetingInput'), lines: [line('for', about), line('text', item.value.text)] }
    case 'meetingMinutes': {
      const point = shown(reader.opened, 'meetingPoint').find((one) => one.item.id === item.value.pointId)?.item.value.text
      return { section: 'plan', title: text('title.meetingMinutes'), lines: [line('about', point), line('text', item.value.notes), line('decision', item.value.decision)] }
    }
    case 'meetingReport': {
      const { discussed, agreed, next } = item.value
      return { section: 'plan', title: text('title.meetingReport'), lines: [line('text', discussed), line('decision', agreed), line('then', next)] }
    }
    case 'helpSearch': {
      const { kind, why, proposals, answers, noRoom, ended } = item.value
      const named = (optionId: string | undefined) => { const option = findOption(item.value, optionId); return option === undefined ? text('help.none') : `${option.organisationName}, ${option.name}` }
      return {
        section: 'plan', title: text('title.helpSearch', { subject: about }),
        lines: [
          line('kind', reader.text(`help.${kind}`)), line('text', why), ...proposals.flatMap(({ at, options, fewerWhy }) => [line('proposed', `${day(dates.dateOf(at)) ?? ''}: ${options.map(({ optionId }) => named(optionId)).join('; ')}`), line('because', fewerWhy)]),
          ...answers.map(({ parent, optionId, at }) => line('answer', `${nameOf(reader, parent)}: ${named(optionId)}, ${day(dates.dateOf(at)) ?? ''}`)),
          ...noRoom.map(({ optionId, words }) => line('noRoom', [named(optionId), words].filter((part) => part !== undefined).join('. '))),
          line('ended', ended === undefined ? undefined : [day(dates.dateOf(ended.at)), text(`help.ended.${ended.because}`), ended.words].filter((part) => part !== undefined).join('. ')),
        ],
      }
    }
    case 'providerWords': return { section: 'plan', title: text('title.providerWords', { name: about }), lines: [line('words', item.value.words)] }
    case 'ask': {
      const { kind, about: whom, through, words, spoken, passedAt, answer, withdrawnAt } = item.value
      const named = (person: string | undefined) => person === undefined ? undefined : professional(reader, person).name
      return {
        section: 'team', title: text(`title.ask.${kind}`, { name: about }),
        lines: [
          line('insteadOf', named(whom)), line('through', named(through)), line('words', words), line('day', day(spoken?.on)), line('passedOn', passedAt === undefined ? undefined : day(dates.dateOf(passedAt))),
          line('answer', answer === undefined ? undefined : `${text(`ask.${answer.outcome}`)} ${answer.words} (${named(answer.by.person) ?? ''}, ${dates.date(dates.dateOf(answer.at))})`),
          line('takenBack', withdrawnAt === undefined ? undefined : day(dates.dateOf(withdrawnAt))),
        ],
      }
    }
    case 'treatment': {
      const { what, treatedBy, answers, exception, withdrawnAt } = item.value
      return {
        section: 'consents', title: text('title.treatment', { child: about }),
        lines: [
          line('text', what), line('treatedBy', treatedBy),
          ...answers.map(({ parent, agrees, at, how }) => line('answer', [`${nameOf(reader, parent)}: ${text(agrees ? 'yes' : 'no')}, ${day(dates.dateOf(at))}`, how].filter((part) => part !== undefined).join('. '))),
          line('exception', exception?.reason), line('takenBack', withdrawnAt === undefined ? undefined : day(dates.dateOf(withdrawnAt))),
        ],
      }
    }
    case 'contribution': {
      const { kind, occurredOn, setting, situation, parentsTold, whatWeDo, possibleMeaning, childsVoice, forParents, window, procedure, screening, parentSignal, document, corrects } = item.value
      return {
        section: 'contributions', title: text(`title.${kind}`, { subject: about }), when: occurredOn,
        lines: [
          line('day', day(occurredOn)), line('where', text(`setting.${setting}`)), line('situation', situation), line('parentsTold', parentsTold), line('whatWeDo', whatWeDo),
          line('possibleMeaning', possibleMeaning), line('childsVoice', childsVoice), line('forParents', forParents), line('window', window === undefined ? undefined : text(`window.${window}`)),
          line('procedure', procedure?.name), line('whatHelped', procedure?.whatHelped), line('lastDay', procedure?.until === undefined ? undefined : day(procedure.until)),
          ...screening === undefined ? [] : [
            line('instrument', `${screening.instrument} (${screening.version})`), line('age', text('months', { count: screening.ageMonths })), line('informant', text(`informant.${screening.informant}`)), line('score', screening.score), line('norm', screening.norm),
          ],
          line('takesPart', parentSignal === undefined ? undefined : text(`takesPart.${parentSignal.takesPart}`)), line('availability', parentSignal?.availability), line('askAbout', parentSignal?.askAbout),
          line('file', document === undefined ? undefined : text('fileOf', { name: document.name, kilobytes: Math.ceil(document.bytes / 1_000) })), line('fingerprint', document?.sha256),
          line('corrects', corrects === undefined ? undefined : text('correctsEarlier')),
        ],
      }
    }
    case 'question': {
      const { wish, text: words, closed } = item.value
      return { section: 'contributions', title: text('title.question', { subject: about }), lines: [line('wish', text(`wish.${wish}`)), line('text', words), line('done', closed === undefined ? undefined : day(dates.dateOf(closed.at)))] }
    }
    case 'questionAnswer': return { section: 'contributions', title: text('title.questionAnswer', { subject: about }), lines: [line('text', item.value.text)] }
    case 'correction': {
      const { entry, answers, text: words } = item.value
      const beside = reader.opened.items.find((one) => one.item.kind === entry.kind && one.item.id === entry.id)
      const original = beside === undefined ? undefined : written(writer, beside)
      const isOfDay = beside?.item.kind === 'contribution' ? `, ${dates.date(beside.item.value.occurredOn)}` : ''
      return {
        // After what it stands beside: of one day the first in the order of reading.
        section: original?.section ?? 'contributions', title: text(answers === undefined ? 'title.correction' : 'title.answer'), ...(original?.when !== undefined && { when: original.when }),
        lines: [line('beside', original === undefined ? undefined : `${original.title}${isOfDay}`), line('text', words)],
      }
    }
    case 'lifeEvent': {
      const { title, occurredOn, precision, until, text: told, weight, setting } = item.value
      const when = precision === 'day' ? dates.date(occurredOn) : precision === 'month' ? dates.month(occurredOn) : occurredOn.slice(0, 4)
      return {
        section: 'lifeLine', title, when: occurredOn,
        lines: [line('about', about), line('day', until === undefined ? when : text('between', { from: when, until: dates.date(until) })), line('where', setting === undefined ? undefined : text(`setting.${setting}`)), line('text', told), line('weight', text(`weight.${weight}`))],
      }
    }
    case 'guidingQuestion': return { section: 'plan', title: text('title.guidingQuestion'), lines: [line('text', item.value.text)] }
    case 'goal': {
      const { title, route, levels, start, isParentsOwn } = item.value
      return {
        section: 'plan', title,
        lines: [
          line('for', about), line('route', text(`route.${route}`)), line('own', isParentsOwn ? text('yes') : undefined),
          ...levels.map((level): Line => ({ label: text('label.level', { value: stepOf(level.value) }), text: level.text })), line('start', stepInWords(text, levels, start)), line('forParents', item.value.forParents),
        ],
      }
    }
    case 'goalScore': {
      const { goalId, value, on } = item.value
      const goal = shown(reader.opened, 'goal').find((one) => one.item.id === goalId)?.item.value
      return { section: 'plan', title: text('title.score', { goal: goal?.title ?? text('title.goalUnknown') }), lines: [line('value', stepInWords(text, goal?.levels ?? [], value)), line('day', day(on)), line('text', item.value.words), line('forParents', item.value.forParents)] }
    }
    case 'agreementCard': return { section: 'plan', title: text('title.card', { title: item.value.title }), lines: [line('text', item.value.text), line('atHome', item.value.atHome), line('inGroup', item.value.inGroup), line('where', item.value.settings.map((setting) => text(`setting.${setting}`)).join(', '))] }
    case 'action': {
      const { owner, dueOn, completedAt } = item.value
      return { section: 'plan', title: text('title.action', { text: item.value.text }), lines: [line('owner', nameOf(reader, owner)), line('dueOn', day(dueOn)), line('done', completedAt === undefined ? text('no') : day(dates.dateOf(completedAt)))] }
    }
    case 'goalEnd': {
      const goal = shown(reader.opened, 'goal').find((one) => one.item.id === item.value.goalId)?.item.value.title ?? text('title.goalUnknown')
      return { section: 'plan', title: text(`title.goalEnd.${item.value.outcome}`, { goal }), lines: [line('text', item.value.words)] }
    }
    case 'planPart': {
      const { content, of, isCurrent } = item.value
      const older = isCurrent ? undefined : text('olderWording')
      switch (content.kind) {
        case 'question': return { section: 'plan', title: text('title.guidingQuestion'), lines: [line('status', older), line('text', content.text)] }
        case 'goal': return { section: 'plan', title: content.title, lines: [line('status', older ?? text('inVersion')), line('route', text(`route.${content.route}`)), ...content.levels.map((level): Line => ({ label: text('label.level', { value: stepOf(level.value) }), text: level.text })), line('forParents', content.forParents)] }
        case 'card': return { section: 'plan', title: text('title.card', { title: content.title }), lines: [line('status', older ?? text('inVersion')), line('text', content.text), line('atHome', content.atHome), line('inGroup', content.inGroup)] }
        case 'text': return { section: 'plan', title: reader.text(`plan.topic.${content.topic}`), lines: [line('status', older), line('text', content.text)] }
        case 'parentsGoal': return { section: 'plan', title: reader.text('plan.parentsGoal', { name: nameOf(reader, of) }), lines: [line('status', older), line('text', content.text)] }
        case 'line': return { section: 'plan', title: text('title.line', { route: text(`route.${content.route}`) }), lines: [line('status', older), line('text', content.text), line('forParents', content.forParents), line('owner', content.carriedBy === undefined ? undefined : nameOf(reader, content.carriedBy))] }
      }
    }
    case 'planVariant': return { section: 'plan', title: text(`title.variant.${item.value.variant}`), lines: [] }
    case 'planLineEnd': return { section: 'plan', title: text('title.lineEnd'), lines: [line('text', item.value.words)] }
    case 'planVersion': {
      const { number, note, activated } = item.value
      return { section: 'plan', title: text('title.planVersion', { number: String(number) }), lines: [line('text', note), line('inForce', activated === undefined ? undefined : day(dates.dateOf(activated.at)))] }
    }
    case 'planAnswer': return { section: 'plan', title: text('title.planAnswer', { name: about }), lines: [line('answer', text(`planAnswer.${item.value.answer}`)), line('words', item.value.words), line('day', day(item.value.spoken?.on))] }
    case 'evaluation': {
      const { on, helped, next, forParents } = item.value
      return { section: 'plan', title: text('title.evaluation', { day: dates.date(on) }), lines: [line('helped', helped), line('next', next), line('forParents', forParents)] }
    }
    case 'practiceCard': return { section: 'plan', title: text('title.practiceCard'), lines: [line('headline', item.value.title), line('situation', item.value.situation), line('talk', item.value.talk), line('tried', item.value.tried), line('helped', item.value.whatHelped), line('didNotHelp', item.value.whatDidNot), line('insight', item.value.insight)] }
    case 'practiceCardAnswer': return { section: 'plan', title: text('title.practiceCardAnswer', { name: about }), lines: [line('answer', text(item.value.isYes ? 'yes' : 'no'))] }
    case 'factor': {
      const { title, evidence, heardFrom, direction, origin, setting } = item.value
      return {
        section: 'analysis', title,
        lines: [
          line('for', about), line('weight', text(`direction.${direction}`)), line('comesFrom', text(`origin.${origin}`)), line('text', evidence), line('heardFrom', heardFrom.length === 0 ? undefined : namesOf(reader, heardFrom)),
          line('where', setting === undefined ? undefined : text(`setting.${setting}`)),
        ],
      }
    }
    case 'hypothesis': {
      const { statement, mechanism, nextTest, confidence } = item.value
      return { section: 'analysis', title: text('title.hypothesis'), lines: [line('for', about), line('text', statement), line('mechanism', mechanism), line('confidence', text(`confidence.${confidence}`)), line('nextTest', nextTest)] }
    }
    case 'judgement': return { section: 'analysis', title: text(`outcome.${item.value.outcome}`), lines: [line('for', about), line('text', item.value.reason)] }
    case 'portOfEntry': {
      const { route, entryPerson, why, parentsQuestion, reviewOn } = item.value
      return {
        section: 'analysis', title: text('title.portOfEntry'),
        lines: [line('for', about), line('route', text(`route.${route}`)), line('entryPerson', entryPerson === undefined ? undefined : nameOf(reader, entryPerson)), line('question', parentsQuestion), line('text', why), line('reviewOn', day(reviewOn))],
      }
    }
    case 'classification': {
      const { edition, occurredOn, occasions, settings } = item.value
      return {
        section: 'analysis', title: text('title.classification', { name: about }), when: occurredOn,
        lines: [line('edition', text(`edition.${edition}`)), line('day', day(occurredOn)), line('occasions', String(occasions)), line('where', settings.map((setting) => text(`setting.${setting}`)).join(', '))],
      }
    }
    case 'classificationPart': {
      const { title, lines } = partInWords(text, item.value.content, (person) => nameOf(reader, person), (date) => dates.date(date))
      return { section: 'analysis', title, lines: [line('for', about), ...lines.map(([label, words]): Line | undefined => words === undefined || words === '' ? undefined : { ...(label !== undefined && { label }), text: words }), line('discussed', item.value.discussed?.reason)] }
    }
    case 'overloadSignal': {
      const { choice, words, caller, callBy, answeredAt } = item.value
      return {
        section: 'wishes', title: text('title.overload', { name: nameOf(reader, item.value.by.person) }),
        lines: [
          line('choice', text(`choice.${choice}`)), line('words', words),
          line('callBy', text('callBy', { name: professional(reader, caller).name, day: dates.day(dates.dateOf(callBy)), time: dates.time(dates.timeOf(callBy)) })), line('done', answeredAt === undefined ? text('no') : day(dates.dateOf(answeredAt))),
        ],
      }
    }
    case 'reflectionPrompt': return { section: 'contributions', title: text('title.reflection'), lines: [] }
    case 'reflectionAnswer': return { section: 'contributions', title: text('title.reflectionAnswer'), lines: [line('answer', item.value.text)] }
    case 'need': {
      const { label, purpose, bring, minutes, status, from, deadline, recurrence } = item.value
      return {
        section: 'appointments', title: text('title.need', { label }),
        lines: [
          line('status', text(`needStatus.${status}`)), line('for', about), line('purpose', purpose), line('organisation', organisation(reader, item.value.organisation).name), line('minutes', text('minutes', { count: minutes })),
          line('period', period(writer, { from, until: deadline })), line('repeats', recurrence === undefined ? undefined : text('everyWeeks', { count: recurrence.everyWeeks })), line('bring', bring),
        ],
      }
    }
    case 'appointment': return appointmentWritten(writer, item, place?.appointment, about, line)
    case 'unplanned': return { section: 'appointments', title: text('title.unplanned', { label: item.value.need.label }), lines: [line('for', about)] }
    case 'rhythm': return {
      section: 'wishes', title: text('title.rhythm', { name: nameOf(reader, item.value.person) }),
      lines: (place?.rhythm ?? []).map(({ kind, label, weekdays, from, to }): Line => ({ label: label === '' ? text(`rhythm.${kind}`) : label, text: `${text(`rhythm.${kind}`)}: ${weekdays.map((weekday) => weekdayOf(writer, weekday)).join(', ')}, ${dates.times(from, to)}` })),
    }
    case 'elsewhere': {
      const { label, date, attendees, modalityKind, isRemoved, selfArranged } = item.value
      const when = place?.elsewhere
      const known = when?.place.kind === 'known' ? reader.directory.place(when.place.place) : undefined
      return {
        section: 'appointments', title: label, when: `${date} ${when?.start ?? ''}`,
        lines: [
          line('day', when === undefined ? dates.fullDay(date) : `${dates.fullDay(date)}, ${dates.times(when.start, when.end)}`), line('status', text(`appointmentStatus.${isRemoved ? 'cancelled' : 'confirmed'}`)), line('for', about),
          line('where', [text(`modality.${modalityKind}`), known?.name, known?.address, when?.place.kind === 'written' ? when.place.text : undefined].filter(Boolean).join(', ')),
          line('attendees', namesOf(reader, knownMembers(reader, attendees))), line('elsewhere', text(selfArranged ? 'elsewhere.self' : 'elsewhere.other')),
        ],
      }
    }
    case 'changeRequest': {
      const { person, words, windows, chosen, unsuitable = [], otherDays = [], isOpen } = item.value
      return {
        section: 'wishes', title: text('title.changeRequest', { name: nameOf(reader, person) }),
        lines: [line('words', words), ...[...windows, ...chosen === undefined ? [] : [chosen], ...otherDays].map(({ date, from, to }) => line('moments', `${dates.day(date)}, ${dates.times(from, to)}`)),
          ...unsuitable.map(({ weekday, part }) => line('unsuitable', text(`dayPart.${part}`, { day: weekdayOf(writer, weekday) }))), line('status', text(isOpen ? 'requestStatus.open' : 'requestStatus.closed'))],
      }
    }
  }
}

type LabelKey = CopyText extends infer Key ? Key extends `label.${infer Rest}` ? Rest extends 'level' ? never : Rest : never : never

const appointmentWritten = (
  { reader, text, dates }: Writer, { value }: Extract<Item, { kind: 'appointment' }>, when: NonNullable<Shown['place']>['appointment'], about: string,
  line: (label: LabelKey, value: string | undefined) => Line | undefined,
): Written => {
  const { need, date, attendees, practitioners, status, modalityKind } = value
  const place = when?.modality.kind === 'onsite' ? reader.directory.place(when.modality.place) : undefined
  const minding = when?.minding === undefined ? undefined : mindingOf(reader, when.minding)
  return {
    section: 'appointments', title: need.label, when: `${date} ${when?.start ?? ''}`,
    lines: [
      line('day', when === undefined ? dates.fullDay(date) : `${dates.fullDay(date)}, ${dates.times(when.start, when.end)}`), line('status', text(`appointmentStatus.${status}`)), line('for', about), line('purpose', need.purpose),
      line('where', [text(`modality.${modalityKind}`), place?.name, place?.address].filter(Boolean).join(', ')), line('professionals', practitioners.map((id) => professional(reader, id).name).join(', ')),
      line('attendees', namesOf(reader, knownMembers(reader, attendees))), line('bring', need.bring), line('minding', minding),
    ],
  }
}

const mindingOf = (reader: Reader, minding: NonNullable<NonNullable<NonNullable<Shown['place']>['appointment']>['minding']>): string => {
  switch (minding.kind) {
    case 'day-centre': return reader.text('minding.dayCentre')
    case 'sitter': return reader.text('minding.sitter')
    case 'in-bed': return reader.text('minding.inBed')
    case 'other-parent': return reader.text('minding.otherParent', { name: nameOf(reader, minding.person) })
  }
}

const period = ({ text, dates }: Writer, { from, until }: { readonly from: IsoDate; readonly until?: IsoDate | undefined }): string =>
  until === undefined ? text('from', { from: dates.date(from) }) : text('between', { from: dates.date(from), until: dates.date(until) })

/** With a sign, and a true minus. */
/** What was agreed that a step says, where that opens too: a number alone tells a parent nothing. */
const stepInWords = (text: Writer['text'], levels: readonly { readonly value: number; readonly text: string }[], value: number): string => {
  const words = levels.find((level) => level.value === value)?.text
  return words === undefined ? stepOf(value) : text('stepInWords', { words, step: stepOf(value) })
}

const stepOf = (value: number): string => value > 0 ? `+${value}` : String(value).replace('-', '−')

/** The name of a weekday: 1 is Monday, which 5 January 2026 was. */
const weekdayOf = ({ dates }: Writer, weekday: number): string => dates.weekday(`2026-01-${String(4 + weekday).padStart(2, '0')}`)

/** What one person did on one day, in one way: lines that have this in common stand together. */
export const kindOfLook = ({ dates }: Writer, { at, who, role, organisation: where, action, refused, emergency }: AccessLogLine): string => JSON.stringify([dates.dateOf(at), who, role, where, action, refused, emergency])

/** @param lines of one kind, newest first */
export const entryOfLooks = ({ text, dates }: Writer, lines: readonly [AccessLogLine, ...AccessLogLine[]]): Entry => {
  const [{ at, who, role, organisation: where, action, refused, emergency }] = lines
  const of = [role, where].filter(Boolean).join(', ')
  return {
    section: 'looked', title: text('title.look', { day: dates.date(dates.dateOf(at)), who: of === '' ? who : `${who} (${of})` }),
    lines: [
      ...lines.map(({ at: first, times, what }): Line => ({
        text: `${refused ? text('look.tried') : action} ${what} (${[dates.time(dates.timeOf(first)), ...times > 1 ? [text('look.times', { count: times })] : []].join(', ')})`,
      })),
      ...refused ? [{ text: text('look.refused') }] : [], ...emergency ? [{ text: text('look.emergency') }] : [],
      ...[...new Set(lines.flatMap(({ because }) => because))].map((sentence): Line => ({ label: text('label.because'), text: sentence })),
    ],
  }
}
